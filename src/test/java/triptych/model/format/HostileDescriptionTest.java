package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import triptych.model.ModelSpec;

/** Descriptions that somebody else wrote: none reads outside its folder or ends in a trace. */
class HostileDescriptionTest {

	private static final String REST = "task: classification\n"
		+ "decoder: {name: class-scores, activation: none}\n";

	@TempDir
	Path folder;

	private String sentence(String key) throws IOException {
		Path models = Files.createDirectories(folder.resolve("models"));
		return new Described(models).sentence(key + "\n" + REST, 1, 3, 8, 8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:9/n.txt", "ftp://127.0.0.1/n.txt",
		"jar:file:/a.jar!/n.txt", "/dev/zero", "../secret.txt", "'.'", "missing.txt",
		"\"file:a\\0b\"" })
	void onlyAFileInTheModelsFolderNamesClasses(String name) throws IOException {
		Files.writeString(folder.resolve("secret.txt"), "a\nb\n");
		String sentence = sentence("classes-file: " + name);
		assertTrue(sentence.contains("planted.triptych.yaml the key classes-file is"), sentence);
	}

	@Test
	void aFileBesideTheDescriptionNamesClasses() throws IOException {
		Files.writeString(folder.resolve("my names.txt"), "a\n\nb\n");
		ModelSpec spec = new Described(folder).read("classes-file: my names.txt\n" + REST, 1, 3, 8, 8);
		assertEquals(List.of("a", "b"), spec.classes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "classes: &a [&b [*a], *b, c]", "classes: [[[[[[[[[[a]]]]]]]]]]" })
	void listsInListsWithoutEndAreTold(String key) throws IOException {
		String sentence = sentence(key);
		assertTrue(sentence.contains("deep in one another"), sentence);
	}

	@Test
	void aCharacterThatNoTextHasIsToldWithItsLine() throws IOException {
		String sentence = sentence("name: \u001b[31m");
		assertTrue(sentence.contains("line 1 holds a character that no text has (U+001B)"), sentence);
	}

	@Test
	void aHundredThousandBracketsAreTold() throws IOException {
		String sentence = sentence("classes: " + "[".repeat(100_000));
		assertTrue(sentence.contains("Cannot read the description"), sentence);
	}

	@Test
	void aBadDescriptionAmongTheInstalledOnesIsPassedOver() throws IOException {
		Files.writeString(folder.resolve("bad.triptych.yaml"), "file: \"a\\0b\"\n" + REST);
		Files.writeString(folder.resolve("deep.triptych.yaml"), "classes: &a [*a]\n" + REST);
		ModelLibrary library = new ModelLibrary(folder);
		assertTrue(library.names().containsAll(List.of("bad", "deep")));
		List<String> described = library.described().stream().map(DescribedModel::name).toList();
		assertTrue(described.contains("nuclei"), described.toString());
		assertTrue(Collections.disjoint(described, List.of("bad", "deep")), described.toString());
	}
}
