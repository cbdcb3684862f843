package triptych.bench.same;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Two masked folders, file by file. */
public final class Comparison {

	private static final int WIDTH = 300;

	private Comparison() {}

	/** Prints each file that differs with its first difference; gives their number. */
	public static int print(Path before, Path after) throws IOException {
		TreeMap<String, Path> first = files(before.resolve("masked"));
		TreeMap<String, Path> second = files(after.resolve("masked"));
		TreeMap<String, Path> all = new TreeMap<>(first);
		all.putAll(second);
		int different = 0;
		for (String name : all.keySet()) {
			String difference = difference(first.get(name), second.get(name));
			if (difference.isEmpty()) continue;
			different++;
			System.out.println(name + ": " + difference);
		}
		System.out.printf("%d files, %d differ%n", all.size(), different);
		return different;
	}

	private static TreeMap<String, Path> files(Path folder) throws IOException {
		TreeMap<String, Path> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			all.filter(Files::isRegularFile)
				.forEach(f -> files.put(folder.relativize(f).toString(), f));
		}
		return files;
	}

	private static String difference(Path before, Path after) throws IOException {
		if (before == null) return "only in the second";
		if (after == null) return "only in the first";
		long at = Files.mismatch(before, after);
		if (at < 0) return "";
		byte[] a = Files.readAllBytes(before), b = Files.readAllBytes(after);
		if (before.toString().matches(".*\\.(roi|png|jpg)"))
			return "byte " + at + " of " + a.length;
		String[] one = lines(a), two = lines(b);
		int line = 0;
		while (line < Math.min(one.length, two.length) && one[line].equals(two[line]))
			line++;
		return "line " + (line + 1) + "\n\t" + line(one, line) + "\n\t" + line(two, line);
	}

	private static String[] lines(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
	}

	private static String line(String[] lines, int number) {
		if (number >= lines.length) return "(ended)";
		String line = lines[number];
		return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...";
	}
}
