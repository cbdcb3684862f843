package triptych.model.onnx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of a written {@link Message}, each as its number and its bytes.
 *
 * @param raw the field as it stands there, its number included
 * @param body what follows the number; of text and messages without their length
 */
record Fields(int number, byte[] raw, byte[] body) {

	private static final int VARINT = 0, EIGHT = 1, BYTES = 2, FOUR = 5;

	static List<Fields> of(byte[] message) {
		List<Fields> fields = new ArrayList<>();
		int at = 0;
		while (at < message.length) {
			int start = at, tag = (int) varint(message, at);
			at = afterVarint(message, at);
			int body = at;
			switch (tag & 7) {
				case VARINT -> at = afterVarint(message, at);
				case EIGHT -> at += 8;
				case FOUR -> at += 4;
				case BYTES -> {
					body = afterVarint(message, at);
					at = Math.addExact(body, Math.toIntExact(varint(message, at)));
				}
				default -> throw new IllegalArgumentException("field of the unknown kind " + (tag & 7));
			}
			if (at > message.length) throw new IllegalArgumentException("the message is cut off");
			fields.add(new Fields(tag >>> 3, Arrays.copyOfRange(message, start, at),
				Arrays.copyOfRange(message, body, at)));
		}
		return fields;
	}

	private static long varint(byte[] from, int at) {
		long value = 0;
		int end = afterVarint(from, at);
		for (int i = end - 1; i >= at; i--)
			value = value << 7 | from[i] & 0x7f;
		return value;
	}

	private static int afterVarint(byte[] from, int at) {
		int end = at;
		while (end < from.length && from[end] < 0) end++;
		if (end >= from.length) throw new IllegalArgumentException("the message is cut off");
		return end + 1;
	}

	String text() {
		return new String(body, StandardCharsets.UTF_8);
	}

	long whole() {
		return varint(body, 0);
	}

	/** What the fields of a number hold. */
	static List<String> texts(List<Fields> fields, int number) {
		return fields.stream().filter(f -> f.number == number).map(Fields::text).toList();
	}
}
