package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;

/** Which files of a folder are taken, in which order, and what their results are called. */
class FolderImagesTest {

	@TempDir
	Path folder;

	private Path file(String path) throws IOException {
		Path file = folder.resolve("in").resolve(path);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "x");
	}

	private FolderImages images(String... keys) {
		Map<String, String> given = new TreeMap<>(Map.of("task", "detection", "input", folder.resolve("in").toString(), "save",
			folder.resolve("out").toString()));
		for (int i = 0; i < keys.length; i += 2)
			given.put(keys[i], keys[i + 1]);
		return FolderImages.of(FolderJob.of(given).folder());
	}

	/** Paths with the names of the results, in order. */
	private static String names(FolderImages images) {
		return images.named().stream().map(i -> i.path() + ">" + i.name()).collect(Collectors.joining(" "));
	}

	@Test
	void twoInputsThatShareANameKeepTheirExtensions() throws IOException {
		for (String path : List.of("a.tif", "a.png", "b.tif", "c d.tif", "C D.TIFF", "s/a.tif"))
			file(path);
		assertEquals("C D.TIFF>C D.TIFF a.png>a.png a.tif>a.tif b.tif>b c d.tif>c d.tif s/a.tif>s/a", names(images("recursive",
			"yes")), "in other folders they share nothing; some systems do not tell A from a");
	}

	@Test
	void noTwoImagesEverShareAName() throws IOException {
		for (String path : List.of("a.tif", "a.png", "a.tif.tif", "a.tif_2.tif", "a?.tif", "a_.tif", "a*.tif", "all.tif", "all",
			"Folder.png", "folder.tif"))
			file(path);
		List<String> names = new ArrayList<>(images().named().stream().map(i -> i.name().toLowerCase()).toList());
		assertEquals(11, new HashSet<>(names).size(), names.toString());
		assertTrue(!names.contains("all") && !names.contains("folder"), "all-objects.csv and folder-run.json are of the run");
	}

	@Test
	void aNameThatIsMadeUpIsNotThatOfAnotherImage() throws IOException {
		for (String path : List.of("a.tif", "A.tif", "a.tif_2.png"))
			file(path);
		List<FolderImage> named = images().named();
		assumeTrue(named.size() == 3, "this disk does not tell A from a");
		assertEquals("A.tif>A.tif a.tif>a.tif_3 a.tif_2.png>a.tif_2", names(images()));
	}

	@Test
	void patternIsForTheFileNameAndDoesNotMindCapitals() throws IOException {
		for (String path : List.of("a.TIF", "b.tif", "c.png", "tif", "s/d.tif"))
			file(path);
		assertEquals("a.TIF>a b.tif>b", names(images("pattern", "*.tif")));
		assertEquals("b.tif>b c.png>c", names(images("pattern", "[bc].{tif,png}")));
		assertEquals("s/d.tif>s/d", names(images("pattern", "D*", "recursive", "yes")));
		assertTrue(problem("pattern", "*.{tif").contains("not complete"));
		assertTrue(problem("pattern", "*.jpg").contains("holds no file that matches pattern=*.jpg"));
	}

	@Test
	void filesOfSystemsAndResultsOfEarlierRunsAreNoImages() throws IOException {
		for (String path : List.of("a.tif", "._a.tif", ".DS_Store", "Thumbs.db", "out/a-labels.tif",
			"older/folder-run.journal", "older/a-labels.tif", ".hidden/x.tif"))
			file(path);
		FolderImages images = images("recursive", "yes", "save", folder.resolve("in/out").toString());
		assertEquals("a.tif>a", names(images));
		assertEquals("[older]", images.listing().skipped().keySet().toString());
	}

	@Test
	void aFolderCalledLikeAnImageIsListedSoThatItIsReported() throws IOException {
		file("a.tif");
		file("x.tif/inner.tif");
		file("plain/b.tif");
		assertEquals("a.tif>a x.tif>x", names(images()));
		assertEquals("a.tif>a plain/b.tif>plain/b x.tif>x x.tif/inner.tif>x.tif/inner", names(images("recursive", "yes")));
	}

	@Test
	void aLinkThatLeadsBackDoesNotGoRoundForEver() throws IOException {
		file("s/a.tif");
		Files.createSymbolicLink(folder.resolve("in/s/back"), folder.resolve("in"));
		FolderImages images = images("recursive", "yes");
		assertEquals("s/a.tif>s/a", names(images));
		assertEquals("[s/back]", images.listing().skipped().keySet().toString());
	}

	@Test
	void shardsAreEqualPartsThatAreTogetherTheWhole() {
		List<Integer> all = IntStream.range(0, 11).boxed().toList();
		List<Integer> joined = new ArrayList<>();
		for (int i = 1; i <= 3; i++) {
			List<Integer> part = Shard.of(i + "/3").of(all);
			assertTrue(part.size() == 3 || part.size() == 4);
			joined.addAll(part);
		}
		joined.sort(null);
		assertEquals(all, joined);
		for (String wrong : List.of("0/3", "4/3", "1", "a/b", "-1/3"))
			assertTrue(assertThrows(TriptychException.class, () -> Shard.of(wrong)).getMessage().contains("such as 2/3"));
	}

	@Test
	void foldersThatCannotBeUsedAreTold() throws IOException {
		file("a.tif");
		String in = folder.resolve("in").toString();
		assertTrue(problem("save", in).contains("name the same folder"));
		assertTrue(problem("save", in + "/../in/").contains("name the same folder"));
		assertTrue(problem("input", folder.resolve("nowhere").toString()).contains("is not there"));
		assertTrue(problem("input", "").contains("needs the key input"));
		assertTrue(problem("task", "").contains("classification, detection, semantic"));
		assertTrue(problem("task", "guess").contains("guess"));
		assertTrue(problem("smallest", "3").contains("Unknown key \"smallest\"; the keys of Process Folder... with task=detection"));
	}

	@Test
	void theFirstDialogLooksAtTheFolders() throws IOException {
		Path file = file("a.tif"), in = file.getParent();
		Map<String, String> values = new TreeMap<>(Map.of("task", "instance", "input", in.toString(), "save", folder.resolve("out")
			.toString()));
		assertEquals("", FolderJob.problem(values));
		values.put("save", file + "/results");
		assertTrue(FolderJob.problem(values).contains("a.tif is a file; choose another"), FolderJob.problem(values));
		values.put("save", in.toString());
		assertTrue(FolderJob.problem(values).contains("name the same folder"));
		values.put("input", in + "/no");
		assertTrue(FolderJob.problem(values).contains("/no\" of the key input is not there"));
	}

	private String problem(String... keys) {
		return assertThrows(TriptychException.class, () -> images(keys)).getMessage();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void namesThatJavaCannotShowCountEachForItself() throws Exception {
		file("a.tif");
		String in = folder.resolve("in").toString();
		String touch = "touch \"$0/Zelle_$(printf '\\344').tif\" \"$0/Zelle_$(printf '\\366').tif\"";
		assertEquals(0, new ProcessBuilder("bash", "-c", touch, in).start().waitFor());
		List<FolderImage> images = images().named();
		assertEquals(3, images.stream().map(FolderImage::path).distinct().count(), images.toString());
		String told = assertThrows(TriptychException.class, images.get(1)::checkName).getMessage();
		assertTrue(told.endsWith("rename it.") || told.endsWith("or rename the file."), told);
	}
}
