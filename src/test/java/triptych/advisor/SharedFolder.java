package triptych.advisor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tab-separated tables with a heading: those beside the project, where they are there, and our own. */
final class SharedFolder {

	private static final Path FOLDER = Path.of("..", "shared").toAbsolutePath().normalize();

	private SharedFolder() {}

	/** A table beside the project; where it is absent, the test that asks is skipped with a printed reason. */
	static List<Map<String, String>> table(String name) throws IOException {
		Path file = FOLDER.resolve(name);
		if (!Files.exists(file)) System.out.println("Skipped: there is no " + file + ".");
		assumeTrue(Files.exists(file), "no " + file);
		return read(file);
	}

	static List<Map<String, String>> read(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
		String[] heading = lines.get(0).split("\t");
		List<Map<String, String>> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split("\t", -1);
			Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < heading.length; i++)
				row.put(heading[i], i < cells.length ? cells[i] : "");
			rows.add(row);
		}
		return rows;
	}
}
