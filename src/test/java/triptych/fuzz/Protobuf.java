package triptych.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A protobuf message as a tree of fields, so that one of them can be changed and the file around it
 * stays readable: bytes changed blindly rarely get beyond the first length.
 */
final class Protobuf {

	/**
	 * @param tag number and type of the field
	 * @param number of a field that holds one
	 * @param bytes of a field that holds text, weights or numbers of fixed length
	 * @param inside fields of a field that is a message
	 */
	private record Field(long tag, long number, byte[] bytes, List<Field> inside) {}

	private static final int VARINT = 0, FIXED64 = 1, LENGTH = 2, FIXED32 = 5;

	private final byte[] bytes;
	private int at;

	private Protobuf(byte[] bytes) {
		this.bytes = bytes;
	}

	/** One to three fields changed, taken out or doubled, anywhere in the tree. */
	static byte[] mutated(byte[] message, Random random) {
		List<Field> fields = new Protobuf(message).fields();
		if (fields == null) return Mutation.of(message, random);
		for (int i = 1 + random.nextInt(3); i > 0; i--)
			change(fields, random);
		return encoded(fields);
	}

	/** Null where the bytes are no message. */
	private List<Field> fields() {
		List<Field> fields = new ArrayList<>();
		while (at < bytes.length) {
			long tag = varint();
			int type = (int) tag & 7;
			if (at < 0 || tag >>> 3 == 0) return null;
			if (type == VARINT) fields.add(new Field(tag, varint(), null, null));
			else {
				long length = length(type);
				if (at < 0 || length < 0 || length > bytes.length - at) return null;
				byte[] part = Arrays.copyOfRange(bytes, at, at += (int) length);
				boolean message = type == LENGTH && length > 1;
				fields.add(new Field(tag, 0, part, message ? new Protobuf(part).fields() : null));
			}
			if (at < 0) return null;
		}
		return fields;
	}

	private long length(int type) {
		return switch (type) {
			case FIXED64 -> 8;
			case FIXED32 -> 4;
			case LENGTH -> varint();
			default -> -1;
		};
	}

	/** Leaves {@link #at} below zero where there is none. */
	private long varint() {
		long value = 0;
		for (int i = 0; i < 10 && at >= 0 && at < bytes.length; i++) {
			byte b = bytes[at++];
			value |= (long) (b & 0x7f) << 7 * i;
			if (b >= 0) return value;
		}
		at = Integer.MIN_VALUE;
		return 0;
	}

	private static void change(List<Field> fields, Random random) {
		if (fields.isEmpty()) return;
		int i = random.nextInt(fields.size());
		Field field = fields.get(i);
		if (field.inside() != null && random.nextInt(12) > 0) {
			change(field.inside(), random);
			return;
		}
		switch (random.nextInt(8)) {
			case 0 -> fields.remove(i);
			case 1 -> fields.add(random.nextInt(fields.size() + 1), field);
			case 2 -> fields.set(i, fields.get(random.nextInt(fields.size())));
			default -> fields.set(i, changed(field, random));
		}
	}

	private static Field changed(Field field, Random random) {
		if (field.bytes() == null) {
			boolean near = random.nextBoolean();
			long number = near ? field.number() + random.nextInt(5) - 2 : Mutation.number(random);
			return new Field(field.tag(), number, null, null);
		}
		boolean fixed = (field.tag() & 7) != LENGTH;
		byte[] bytes = Mutation.of(field.bytes(), random);
		if (fixed) bytes = Arrays.copyOf(bytes, field.bytes().length);
		else if (random.nextInt(4) == 0) bytes = Mutation.word(random).getBytes();
		return new Field(field.tag(), 0, bytes, null);
	}

	private static byte[] encoded(List<Field> fields) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (Field field : fields) {
			varint(out, field.tag());
			byte[] bytes = field.inside() != null ? encoded(field.inside()) : field.bytes();
			if (bytes == null) varint(out, field.number());
			else {
				if ((field.tag() & 7) == LENGTH) varint(out, bytes.length);
				out.writeBytes(bytes);
			}
		}
		return out.toByteArray();
	}

	private static void varint(ByteArrayOutputStream out, long value) {
		while ((value & ~0x7fL) != 0) {
			out.write((int) (value & 0x7f | 0x80));
			value >>>= 7;
		}
		out.write((int) value);
	}
}
