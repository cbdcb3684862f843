package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.ImageJ;
import org.junit.jupiter.api.Test;

/**
 * What a stranger gets: the zip for ImageJ, the zip for Fiji, and the site of the ImageJ Updater.
 */
class InstallIT {

	/** The image and the menu entries that the installed copy brings, and a first number. */
	private static final String MACRO = """
		arguments = split(getArgument(), ",");
		run("Open Triptych Sample");
		run("Segment Objects...", "model=nuclei outputs=table,labels save=[" + arguments[0] + "]");
		text = "";
		if (arguments.length > 1) {
			run("Triptych Time Series");
			run("Time Series Counts");
			List.setCommands;
			text += "" + nResults + " " + List.get("Axon G Ratio") + "\\n";
		}
		File.saveString(text, arguments[0] + "/end.txt");
		""";

	@Test
	void zipAndUpdateSiteGiveTheSamePluginAndTheSameNumbers() throws Exception {
		Path folder = ChildJvm.fresh("install"), imagej = folder.resolve("ImageJ"),
			fiji = folder.resolve("Fiji");
		unzip(Path.of("target/Triptych-imagej.zip"), imagej);
		List<UpdaterRules.Listed> site = UpdaterRules.read(Path.of("target/update-site"));
		for (UpdaterRules.Listed file : site)
			UpdaterRules.install(Path.of("target/update-site"), file, fiji);

		Map<String, Path> inZip = byName(imagej), fromSite = byName(fiji);
		for (Map.Entry<String, Path> file : fromSite.entrySet())
			assertArrayEquals(Files.readAllBytes(inZip.get(file.getKey())),
				Files.readAllBytes(file.getValue()), file.getKey());
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			for (Path macro : macros.toList())
				assertTrue(fromSite.containsKey(macro.getFileName().toString()), macro.toString());
		}
		System.out.printf(
			"Sizes in bytes: zip for ImageJ %d, zip for Fiji %d, update site %d in %d files%n",
			Files.size(Path.of("target/Triptych-imagej.zip")),
			Files.size(Path.of("target/Triptych-fiji.zip")),
			site.stream().mapToLong(UpdaterRules.Listed::size).sum(), site.size());

		Path headless = Files.createDirectories(folder.resolve("headless"));
		Path macro = Files.writeString(folder.resolve("first.ijm"), MACRO);
		ChildJvm.Ended ended = HeadlessFiji.macro(macro, slashes(headless), jars(fiji));
		assertTrue(Files.exists(headless.resolve("end.txt")), ended.output());

		PlainImageJ.needsDisplay();
		Path plain = Files.createDirectories(folder.resolve("plain"));
		ended = ChildJvm.run(List.of("-cp", ChildJvm.homeOf(ImageJ.class), "ij.ImageJ", "-ijpath",
			imagej.toString(), "-batch", macro.toString(), slashes(plain) + ",menu"));
		assertTrue(Files.exists(plain.resolve("end.txt")), ended.output());
		assertEquals(SavedResults.of(headless).get("nuclei-objects.csv"),
			SavedResults.of(plain).get("nuclei-objects.csv"));
		assertTrue(Files.readAllLines(plain.resolve("nuclei-objects.csv")).size() > 30, "nuclei");
		String seen = Files.readString(plain.resolve("end.txt")).replace('\\', '/');
		assertTrue(seen.contains("Macro_Runner(\"Triptych/Workflows/Axon_G_Ratio.ijm\")"), seen);
		assertFalse(seen.startsWith("0 "), seen);
	}

	/** A file of the zip for Fiji is one that the updater knows: both ways may be mixed. */
	@Test
	void zipForFijiHoldsTheFilesOfTheSite() throws Exception {
		Set<String> names = new HashSet<>();
		try (ZipInputStream zip = new ZipInputStream(
			Files.newInputStream(Path.of("target/Triptych-fiji.zip"))))
		{
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
				if (entry.getName().matches("(jars|plugins)/.*[^/]")) names.add(entry.getName());
		}
		List<UpdaterRules.Listed> site = UpdaterRules.read(Path.of("target/update-site"));
		assertEquals(names, new HashSet<>(site.stream().map(UpdaterRules.Listed::name).toList()));
		UpdaterRules.Listed plugin = site.stream()
			.filter(f -> f.name().contains("Triptych_-"))
			.findFirst()
			.orElseThrow();
		for (UpdaterRules.Listed file : site)
			if (file.name().startsWith("jars/"))
				assertTrue(plugin.needs().contains(file.name().replaceFirst("-[0-9][0-9.]*\\.jar", ".jar")),
					file.name() + " in " + plugin.needs());
	}

	@Test
	void theNextReleaseIsAnUpdateToWhoeverHasTheLastOne() throws Exception {
		Path folder = ChildJvm.fresh("releases"), content = folder.resolve("content"),
			first = folder.resolve("first");
		Path macros = Files.createDirectories(content.resolve("plugins/Triptych/Workflows"));
		Files.writeString(macros.resolve("Same.ijm"), "same");
		Files.writeString(macros.resolve("Changed.ijm"), "old");
		Files.writeString(macros.resolve("Gone.ijm"), "gone");
		assertEquals(0, site(content, first, "none").code());
		Files.writeString(macros.resolve("Changed.ijm"), "new");
		Files.delete(macros.resolve("Gone.ijm"));
		Thread.sleep(1100);
		Path second = folder.resolve("second");
		ChildJvm.Ended ended = site(content, second, first.resolve("db.xml.gz").toString());
		assertEquals(0, ended.code(), ended.output());

		Map<String, UpdaterRules.Listed> before = listed(first), after = listed(second);
		assertEquals(before.get("Same.ijm").timestamp(), after.get("Same.ijm").timestamp());
		assertEquals(List.of(), after.get("Same.ijm").earlier());
		assertNotEquals(before.get("Changed.ijm").timestamp(), after.get("Changed.ijm").timestamp());
		assertEquals(List.of(before.get("Changed.ijm").checksum()), after.get("Changed.ijm").earlier());
		assertEquals(null, after.get("Gone.ijm").checksum());
		assertEquals(List.of(before.get("Gone.ijm").checksum()), after.get("Gone.ijm").earlier());

		Path own = Files.createDirectories(folder.resolve("own"));
		Files.writeString(own.resolve("thesis.txt"), "mine");
		assertNotEquals(0, site(content, own, "none").code());
		assertTrue(Files.exists(own.resolve("thesis.txt")), "only a site is replaced");
	}

	private static ChildJvm.Ended site(Path content, Path site, String before) {
		return ChildJvm
			.run(List.of(Path.of("src/main/assembly/UpdateSite.java").toAbsolutePath().toString(),
				content.toString(), site.toString(), before));
	}

	private static Map<String, UpdaterRules.Listed> listed(Path site) throws Exception {
		Map<String, UpdaterRules.Listed> files = new TreeMap<>();
		for (UpdaterRules.Listed file : UpdaterRules.read(site))
			files.put(file.name().substring(file.name().lastIndexOf('/') + 1), file);
		return files;
	}

	private static void unzip(Path file, Path folder) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path place = folder.resolve(entry.getName());
				if (entry.isDirectory()) continue;
				Files.createDirectories(place.getParent());
				Files.copy((InputStream) zip, place);
			}
		}
	}

	private static Map<String, Path> byName(Path folder) throws IOException {
		Map<String, Path> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			all.filter(Files::isRegularFile)
				.forEach(file -> files.put(file.getFileName().toString(), file));
		}
		return files;
	}

	private static List<String> jars(Path folder) throws IOException {
		List<String> jars = new ArrayList<>();
		for (Path file : byName(folder).values())
			if (file.toString().endsWith(".jar")) jars.add(file.toString());
		return jars;
	}

	private static String slashes(Path path) {
		return path.toString().replace('\\', '/');
	}
}
