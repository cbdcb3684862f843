package triptych.bench.same;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * A TIFF in words: every field of its header, its Info with masks, and what its pixels and ROIs
 * hash to.
 */
final class TiffText {

	/**
	 * Where the file lies, and where in it something lies, which follows from how long the masked
	 * texts are.
	 */
	private static final List<String> PLACES = List.of("directory", "fileName", "offset",
		"longOffset", "stripOffsets", "inputStream", "url", "info", "debugInfo", "overlay");

	private TiffText() {}

	static String of(Path file, UnaryOperator<String> masks) throws IOException {
		String name = file.getFileName().toString();
		FileInfo info = new TiffDecoder(file.getParent() + "/", name).getTiffInfo()[0];
		byte[] bytes = Files.readAllBytes(file);
		int[] cut = { 0 };
		UnaryOperator<String> counting = text -> {
			String masked = masks.apply(text);
			cut[0] += text.length() - masked.length();
			return masked;
		};
		StringBuilder text = new StringBuilder();
		for (Field field : FileInfo.class.getFields())
			if (!PLACES.contains(field.getName()) && !Modifier.isStatic(field.getModifiers()))
				text.append(field.getName() + ": " + counting.apply(value(field, info)) + "\n");
		int from = (int) info.getOffset();
		int size = info.width * info.height * info.getBytesPerPixel() * info.nImages;
		byte[] pixels = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
		text.append("pixels: ").append(hash(pixels)).append('\n');
		if (info.overlay != null) for (byte[] roi : info.overlay)
			text.append("overlay: ").append(hash(roi)).append('\n');
		if (info.info != null) text.append("info:\n" + counting.apply(info.info) + "\n");
		// These texts are written with two bytes a letter.
		int length = bytes.length - 2 * cut[0];
		return text.append("length without what is masked: " + length + "\n").toString();
	}

	private static String value(Field field, FileInfo info) {
		try {
			Object value = field.get(info);
			if (value instanceof byte[] b) return hash(b);
			if (value instanceof byte[][] b)
				return joined(" ", Arrays.stream(b).map(TiffText::hash));
			if (value instanceof int[] n) return Arrays.toString(n);
			if (value instanceof double[] n) return Arrays.toString(n);
			if (value instanceof Object[] all)
				return joined("\n\t", Arrays.stream(all).map(String::valueOf));
			return String.valueOf(value);
		}
		catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String joined(String between, Stream<String> texts) {
		return texts.collect(Collectors.joining(between));
	}

	private static String hash(byte[] bytes) {
		try {
			if (bytes == null) return "none";
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return bytes.length + " bytes " + HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
