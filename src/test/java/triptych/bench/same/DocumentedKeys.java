package triptych.bench.same;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The tables of keys in the documents of a checkout, in whatever document they stand. */
final class DocumentedKeys {

	private DocumentedKeys() {}

	/** Writes each table into a file named by the text before it. */
	static void collect(Path checkout, Path folder) throws IOException {
		Files.createDirectories(folder);
		try (Stream<Path> files = Files.walk(checkout)) {
			for (Path file : files.sorted().toList())
				if (isDocument(checkout.relativize(file).toString()))
					tables(Files.readAllLines(file), folder);
		}
	}

	private static boolean isDocument(String path) {
		boolean ours = !path.startsWith("target") && !path.startsWith(".git" + File.separator);
		return ours && path.endsWith(".md");
	}

	private static void tables(List<String> lines, Path folder) throws IOException {
		String before = "";
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (!line.startsWith("|")) {
				if (!line.isBlank()) before = line;
				continue;
			}
			int end = i;
			while (end < lines.size() && lines.get(end).startsWith("|"))
				end++;
			if (line.startsWith("| key |")) write(folder, before, lines.subList(i, end));
			i = end - 1;
		}
	}

	private static void write(Path folder, String title, List<String> table) throws IOException {
		String name = title.replaceAll("\\(terminal.*", "").replaceAll("\\W+", " ").strip();
		Path file = folder.resolve(name.substring(0, Math.min(50, name.length())) + ".md");
		Files.write(file, table, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}
}
