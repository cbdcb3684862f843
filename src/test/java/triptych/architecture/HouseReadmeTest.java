package triptych.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README of the house agrees with the table of rooms and names only what is there. */
class HouseReadmeTest {

	private static final Path HOUSE = Path.of("src/main/java/triptych");
	private static final Pattern CLASS = Pattern.compile("\\b((?:[a-z]+\\.)+[A-Z][A-Za-z]+)");

	private static String text;

	@BeforeAll
	static void read() throws IOException {
		text = Files.readString(HOUSE.resolve("README.md"));
	}

	@Test
	void thePictureShowsEachRoomOnce() {
		assertEquals(Rooms.MAY_KNOW.keySet(), floors().keySet());
	}

	@Test
	void everyRoomStandsAboveThoseItMayKnow() {
		Map<String, Integer> floors = floors();
		Rooms.MAY_KNOW.forEach((room, known) -> {
			for (String other : known)
				assertTrue(floors.get(room) < floors.get(other), room + " stands above " + other);
		});
	}

	@Test
	void everyClassThatIsNamedIsThere() {
		List<String> gone = new ArrayList<>();
		Matcher name = CLASS.matcher(text);
		while (name.find())
			if (!isThere(name.group(1))) gone.add(name.group(1));
		assertEquals(List.of(), gone);
	}

	private static boolean isThere(String name) {
		return Files.exists(HOUSE.resolve(name.replace('.', '/') + ".java"));
	}

	/** Each room with the number of its line in the picture, the first indented block. */
	private static Map<String, Integer> floors() {
		Map<String, Integer> floors = new HashMap<>();
		List<String> lines = text.lines()
			.dropWhile(line -> !line.startsWith("    "))
			.takeWhile(line -> line.startsWith("    "))
			.toList();
		for (int i = 0; i < lines.size(); i++)
			for (String room : lines.get(i).replaceAll("#.*", "").strip().split("\\s+"))
				assertEquals(null, floors.put(room, i), room + " is there once");
		return floors;
	}
}
