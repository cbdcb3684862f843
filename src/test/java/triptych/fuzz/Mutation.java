package triptych.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Changes bytes and texts in the ways in which files are damaged, or made to do harm. */
final class Mutation {

	private static final long[] ODD = { 0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE,
		Integer.MIN_VALUE, 0xffffffffL, 65536, 1L << 40, 4611686018427387904L };

	private static final String[] WORDS = { "", "-1", "0", "1/0", "NaN", ".nan", "Infinity", "1e308",
		"3000000000", "null", "~", "yes", "[]", "[0, 0]", "[99, 1]", "{}", "{a: b}", "? ?", "&a [*a]",
		"../../x", "/dev/zero", "http://127.0.0.1:9/x", "\"a\\0b\"", "\u00e4\u4e2d\ud83d\ude00", "%s%n",
		"=1+1", "\u001b[31m", "[[[[[[[[[[1]]]]]]]]]]", "!!java.lang.String x", "a:b:c", "0x10",
		" ", "\t", "--", "a".repeat(5000) };

	private Mutation() {}

	static String word(Random random) {
		return WORDS[random.nextInt(WORDS.length)];
	}

	static long number(Random random) {
		return ODD[random.nextInt(ODD.length)];
	}

	/** One to four changes. */
	static byte[] of(byte[] bytes, Random random) {
		byte[] out = bytes.clone();
		for (int i = 1 + random.nextInt(4); i > 0 && out.length > 0; i--)
			out = once(out, random);
		return out;
	}

	private static byte[] once(byte[] bytes, Random random) {
		int at = random.nextInt(bytes.length), rest = bytes.length - at;
		switch (random.nextInt(7)) {
			case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
			case 1 -> bytes[at] = (byte) random.nextInt(256);
			case 2 -> number(bytes, at, random);
			case 3 -> {
				return Arrays.copyOf(bytes, at);
			}
			case 4 -> {
				int length = Math.min(rest, 1 + random.nextInt(32));
				return joined(Arrays.copyOf(bytes, at), rest(bytes, at + length));
			}
			case 5 -> {
				byte[] piece = Arrays.copyOfRange(bytes, at, at + Math.min(rest, 1 + random.nextInt(64)));
				return joined(Arrays.copyOf(bytes, at), piece, piece, rest(bytes, at));
			}
			default -> {
				int from = random.nextInt(bytes.length);
				int length = Math.min(Math.min(rest, bytes.length - from), 16);
				System.arraycopy(bytes, from, bytes, at, length);
			}
		}
		return bytes;
	}

	private static void number(byte[] bytes, int at, Random random) {
		long value = number(random);
		boolean big = random.nextBoolean();
		int size = 1 << random.nextInt(4);
		for (int i = 0; i < size && at + i < bytes.length; i++)
			bytes[at + i] = (byte) (value >> 8 * (big ? size - 1 - i : i));
	}

	private static byte[] rest(byte[] bytes, int from) {
		return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts)
			out.writeBytes(part);
		return out.toByteArray();
	}

	/** A text of lines {@code key: value}: values and lines are exchanged, or bytes changed. */
	static String lines(String text, Random random) {
		if (random.nextInt(4) == 0)
			return new String(of(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
		String[] lines = text.split("\n");
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			int at = random.nextInt(lines.length), colon = lines[at].indexOf(':');
			String key = colon < 0 ? lines[at] : lines[at].substring(0, colon + 1);
			switch (random.nextInt(4)) {
				case 0 -> lines[at] = "";
				case 1 -> lines[at] = lines[random.nextInt(lines.length)];
				default -> lines[at] = key + " " + word(random);
			}
		}
		return String.join("\n", lines) + "\n";
	}
}
