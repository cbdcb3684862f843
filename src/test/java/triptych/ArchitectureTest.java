package triptych;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Holds the house's arrows: a package knows only floors below its own, and each library has its one room. */
class ArchitectureTest {

	private static final Path SOURCES = Path.of("src/main/java/triptych");

	/** The floor of each room. */
	private static final Map<String, Integer> FLOORS = Map.ofEntries(
		Map.entry("core", 1),
		Map.entry("model", 2), Map.entry("measure", 2), Map.entry("advisor", 2),
		Map.entry("ij.convert", 2), Map.entry("ij.files", 2), Map.entry("ij.draw", 3),
		Map.entry("metrics", 2), Map.entry("metrics.objects", 3), Map.entry("metrics.pixels", 3),
		Map.entry("metrics.classes", 3),
		Map.entry("decode", 3), Map.entry("engine", 3),
		Map.entry("pipeline.prepare", 4), Map.entry("pipeline.tiles", 5),
		Map.entry("options", 6),
		Map.entry("result", 7), Map.entry("session", 8), Map.entry("run", 9),
		Map.entry("folder", 10), Map.entry("advice", 10), Map.entry("workflow", 11),
		Map.entry("plugin", 12), Map.entry("plugin.choose", 13), Map.entry("command", 12),
		Map.entry("cli", 12));

	/** Library prefix to the rooms that may name it. */
	private static final Map<String, List<String>> LIBRARIES = Map.of(
		"ai.djl", List.of("engine"),
		"ai.onnxruntime", List.of("engine"),
		"org.scijava", List.of("command"),
		"ij.", List.of("ij.convert", "ij.draw", "ij.files", "result", "session", "run", "folder",
			"advice", "workflow", "plugin", "plugin.choose", "command", "cli"),
		"ij.gui.GenericDialog", List.of("plugin"),
		"ij.plugin.frame.Recorder", List.of("plugin", "plugin.choose"),
		"javax.swing", List.of("plugin", "plugin.choose"),
		"org.snakeyaml", List.of("model"),
		"picocli", List.of("cli"),
		"com.google.gson", List.of("result", "folder", "advice"));

	private static final Pattern NAME = Pattern.compile("(?<![\\w.])((?:triptych|ai|org|ij|javax|java|picocli|com)\\.[\\w.]+)");

	@Test
	void aPackageKnowsOnlyFloorsBelowItsOwn() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Path file : sources())
			for (String name : names(file))
				if (name.startsWith("triptych.")) {
					String from = room(file), to = room(name);
					if (from.equals(to) || !FLOORS.containsKey(to)) continue;
					if (FLOORS.get(to) >= FLOORS.get(from) || from.startsWith("pipeline") && to.equals("engine")) wrong.add(file + " -> "
						+ name);
				}
		assertEquals(List.of(), wrong);
	}

	@Test
	void eachLibraryHasItsOneRoom() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Path file : sources())
			for (String name : names(file))
				LIBRARIES.forEach((prefix, rooms) -> {
					if (name.startsWith(prefix) && !rooms.contains(room(file))) wrong.add(file + " -> " + name);
				});
		assertEquals(List.of(), wrong);
	}

	@Test
	void coreIsPlainJava() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Path file : sources())
			if (room(file).equals("core")) for (String name : names(file))
				if (!name.startsWith("java.") && !name.startsWith("triptych.core") || name.startsWith("java.awt")) wrong.add(file
					+ " -> " + name);
		assertEquals(List.of(), wrong);
	}

	@Test
	void onlyDeliveryTouchesTheRoiManagerAndOpensWindows() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Path file : sources()) {
			boolean shows = List.of("Delivery.java", "Desktop.java").contains(file.getFileName().toString()) || FLOORS.get(room(
				file)) >= 12;
			String text = code(file);
			if (!shows && (text.contains("RoiManager") || text.contains("IJ.log(") || text.contains(".show()"))) wrong.add(file
				.toString());
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void namesSayWhatThingsDo() throws IOException {
		for (Path file : sources())
			assertTrue(!file.getFileName().toString().matches(".*(Utils?|Manager|Helper)\\.java"), file.toString());
	}

	@Test
	void everyPackageSaysWhatItIsFor() {
		for (String room : FLOORS.keySet())
			assertTrue(Files.exists(SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java")), room);
	}

	private static String room(Path file) {
		return SOURCES.relativize(file).getParent().toString().replace('/', '.').replace('\\', '.');
	}

	/** The room of a class by its full name. */
	private static String room(String name) {
		String[] parts = name.split("\\.");
		StringBuilder room = new StringBuilder(parts[1]);
		for (int i = 2; i < parts.length && Character.isLowerCase(parts[i].charAt(0)); i++)
			room.append('.').append(parts[i]);
		return room.toString();
	}

	/** Qualified names in imports and in the code; comments may name whom they like. */
	private static List<String> names(Path file) {
		List<String> names = new ArrayList<>();
		Matcher m = NAME.matcher(code(file).replaceAll("import static ", "import ").replaceAll("\"[^\"\n]*\"", "\"\""));
		while (m.find())
			names.add(m.group(1));
		return names;
	}

	private static String code(Path file) {
		try {
			return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
		}
		catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(p -> p.toString().endsWith(".java") && p.getNameCount() > SOURCES.getNameCount() + 1).toList();
		}
	}
}
