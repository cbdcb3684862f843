package triptych.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import triptych.core.TriptychException;

/**
 * An array that numpy has saved (format 1 to 3, in C's order): floats, doubles or whole numbers of
 * 1 to 8 bytes, as floats.
 */
record NpyArray(int[] shape, float[] values) {

	private static final long MOST_BYTES = 1L << 30;

	private static final Pattern HEADER = Pattern.compile(
		"'descr': *'([<>|=])([fiub])(\\d)', *'fortran_order': *False, *'shape': *\\(([\\d, ]*)\\)");

	/** @throws TriptychException where the file is no such array */
	static NpyArray read(Path file) {
		try {
			if (Files.size(file) > MOST_BYTES) throw unreadable(file, null);
			ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
			if (data.remaining() < 12 || data.getShort(0) != (short) 0x4e93) throw unreadable(file, null);
			boolean first = data.get(6) == 1;
			int length = first ? data.getShort(8) & 0xffff : data.getInt(8), start = first ? 10 : 12;
			String header = new String(data.array(), start, length, StandardCharsets.ISO_8859_1);
			Matcher m = HEADER.matcher(header);
			if (!m.find()) throw unreadable(file, null);
			int[] shape = Arrays.stream(m.group(4).split(","))
				.map(String::strip)
				.filter(s -> !s.isEmpty())
				.mapToInt(Integer::parseInt)
				.toArray();
			int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
			data.position(start + length);
			ByteBuffer numbers = data.slice()
				.order(m.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
			return new NpyArray(shape, values(numbers, m.group(2) + m.group(3), count));
		}
		catch (IOException | RuntimeException e) {
			throw e instanceof TriptychException t ? t : unreadable(file, e);
		}
	}

	private static float[] values(ByteBuffer data, String type, int count) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = switch (type) {
				case "f4" -> data.getFloat(4 * i);
				case "f8" -> (float) data.getDouble(8 * i);
				case "u1", "b1" -> data.get(i) & 0xff;
				case "i1" -> data.get(i);
				case "u2" -> data.getShort(2 * i) & 0xffff;
				case "i2" -> data.getShort(2 * i);
				case "i4" -> data.getInt(4 * i);
				case "i8" -> data.getLong(8 * i);
				default -> throw new IllegalArgumentException(type);
			};
		return values;
	}

	private static TriptychException unreadable(Path file, Exception cause) {
		return new TriptychException(
			"The file " + file + " is no array of numpy that Triptych can read.", cause);
	}
}
