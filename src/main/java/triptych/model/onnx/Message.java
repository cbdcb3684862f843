package triptych.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One message of Google's Protocol Buffers as it is written: fields by their number, see "Encoding"
 * in its documentation.
 */
final class Message {

	private static final int VARINT = 0, BYTES = 2;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	Message whole(int field, long value) {
		varint((long) field << 3 | VARINT);
		varint(value);
		return this;
	}

	Message text(int field, String value) {
		return bytes(field, value.getBytes(StandardCharsets.UTF_8));
	}

	Message message(int field, Message value) {
		return bytes(field, value.toBytes());
	}

	Message bytes(int field, byte[] value) {
		varint((long) field << 3 | BYTES);
		varint(value.length);
		out.writeBytes(value);
		return this;
	}

	/** A field as it stands in another message. */
	Message raw(byte[] field) {
		out.writeBytes(field);
		return this;
	}

	/** Seven bits a byte, the lowest first; the eighth says that more follow. */
	private void varint(long value) {
		long rest = value;
		while ((rest & ~0x7fL) != 0) {
			out.write((int) (rest & 0x7f | 0x80));
			rest >>>= 7;
		}
		out.write((int) rest);
	}

	byte[] toBytes() {
		return out.toByteArray();
	}
}
