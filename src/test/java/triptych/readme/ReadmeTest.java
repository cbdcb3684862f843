package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import triptych.run.Commands;
import triptych.run.ImageCommand;

/** The documents are complete: keys, links, lists. Their examples: {@link ExamplesTest}. */
class ReadmeTest {

	private static final String BEGIN = "<!-- keys: made by ReadmeTest -->\n";
	private static final String END = "<!-- end of keys -->\n";
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]+))?\\)");

	@Test
	void keyTablesAreThoseOfTheOptionsRecords() {
		String text = Documents.text(Documents.KEYS);
		String tables = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
		assertEquals(KeyTables.all(), tables, "run this class's main to write the tables anew");
	}

	@Test
	void theReadmeFitsInAFewScreens() {
		long lines = Documents.text(Path.of("README.md")).lines().count();
		assertTrue(lines <= 150, lines + " lines");
	}

	@Test
	void linksLeadToFilesAndTheirHeadings() {
		List<String> broken = new ArrayList<>();
		for (Path page : Documents.all()) {
			Matcher link = LINK.matcher(Documents.text(page));
			while (link.find()) {
				Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
				if (!leads(target.normalize(), link.group(2))) broken.add(page + ": " + link.group());
			}
		}
		assertEquals(List.of(), broken);
	}

	private static boolean leads(Path target, String heading) {
		if (!Files.exists(target)) return false;
		return heading == null || Documents.anchors(target).contains(heading);
	}

	@Test
	void everyPageIsNamedInAnother() {
		String text = Documents.text();
		for (Path page : Documents.guides()) {
			String name = page.getFileName().toString();
			boolean linked = text.contains("(" + name + ")") || text.contains("/" + name + ")");
			assertTrue(linked || name.equals("README.md"), page + " is not named");
		}
	}

	@Test
	void everyCommandOfTheMenuIsInTheReadme() throws IOException {
		String readme = Documents.text(Path.of("README.md"));
		Matcher entry = Pattern.compile("(?m)^Plugins>Triptych, \"([^\"-]+)\"")
			.matcher(Files.readString(Path.of("plugins.config")));
		while (entry.find())
			assertTrue(readme.contains(entry.group(1)), entry.group(1));
	}

	@Test
	void everyCommandHasItsHeadingAmongTheKeys() {
		for (ImageCommand command : Commands.all()) {
			String name = command.spec().name();
			assertTrue(Documents.anchors(Documents.KEYS).contains(Documents.anchor(name)), name);
		}
	}

	@Test
	void everyMacroIsListed() throws IOException {
		String text = Documents.text();
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			List<String> missing = macros
				.map(macro -> macro.getFileName().toString())
				.filter(name -> !text.contains("macros/" + name))
				.toList();
			assertEquals(List.of(), missing);
		}
	}

	/** Writes the tables of keys into their page. */
	public static void main(String[] args) throws IOException {
		String text = Documents.text(Documents.KEYS);
		String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
		Files.writeString(Documents.KEYS, before + KeyTables.all() + text.substring(text.indexOf(END)));
	}
}
