package triptych.advisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.needs.TestData;

/** Tab-separated tables with a heading: those beside the project, where they are there, and our own. */
public final class SharedFolder {

	private SharedFolder() {}

	/** A table beside the project; where it is absent, the test that asks is skipped with a printed reason. */
	public static List<Map<String, String>> table(String name) throws IOException {
		return read(TestData.required(name));
	}

	public static List<Map<String, String>> read(Path file) throws IOException {
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
