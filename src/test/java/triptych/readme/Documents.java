package triptych.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's documents. */
final class Documents {

	/** The page with the tables of keys. */
	static final Path KEYS = Path.of(".github/docs/keys.md");

	private static final Path README = Path.of("README.md");

	private Documents() {}

	/** The README and the pages for users. */
	static List<Path> guides() {
		return below(Path.of(".github/docs"));
	}

	/** Every document, those for developers too. */
	static List<Path> all() {
		return Stream.of(".github", "src", "test-images")
			.map(Path::of)
			.flatMap(folder -> below(folder).stream())
			.distinct()
			.toList();
	}

	/** What users read, page after page. */
	static String text() {
		return guides().stream()
			.map(Documents::text)
			.collect(Collectors.joining("\n"));
	}

	static String text(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The anchors that GitHub gives to the headings of a page. */
	static Set<String> anchors(Path page) {
		return text(page).lines()
			.filter(line -> line.startsWith("#"))
			.map(line -> anchor(line.replaceFirst("#+ ", "")))
			.collect(Collectors.toSet());
	}

	static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N} _-]", "")
			.replace(' ', '-');
	}

	private static List<Path> below(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			Stream<Path> pages = files
				.filter(file -> file.toString().endsWith(".md"))
				.sorted(Comparator.comparing(Path::toString));
			return Stream.concat(Stream.of(README), pages).toList();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
