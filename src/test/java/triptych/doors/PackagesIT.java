package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

import ij.ImageJ;
import org.junit.jupiter.api.Test;

/** What the package phase lays out for Fiji and for plain ImageJ. */
class PackagesIT {

	@Test
	void fijiFolderBringsNothingThatFijiHas() {
		for (String jar : names("Triptych-fiji"))
			assertTrue(!jar.matches("(ij|scijava-common|parsington|gson|jna|commons-compress|commons-codec|commons-io|"
				+ "commons-lang3|slf4j-.*)-[0-9].*"), jar);
	}

	@Test
	void imagejFolderBringsEverythingButImageJ() {
		List<String> names = names("Triptych-imagej");
		for (String start : List.of("Triptych_-", "djl-api-", "onnxruntime-engine-", "onnxruntime-1", "gson-", "jna-",
			"commons-compress-", "slf4j-api-", "snakeyaml-engine-", "scijava-common-"))
			assertEquals(1, names.stream().filter(n -> n.startsWith(start)).count(), start + " in " + names);
		assertTrue(names.stream().noneMatch(n -> n.startsWith("ij-")), names.toString());
	}

	/** The updater compares names without versions: another site's api.jar would replace this one. */
	@Test
	void noJarHasANameThatCouldBeAnybodys() {
		for (String folder : List.of("Triptych-fiji", "Triptych-imagej"))
			for (String jar : names(folder))
				assertTrue(!jar.matches("(api|core|engine|common|util|utils|model|base)-[0-9].*"), folder + " " + jar);
	}

	@Test
	void pluginJarLiesWhereImageJScansForIt() throws IOException {
		for (String folder : List.of("Triptych-fiji", "Triptych-imagej")) {
			Path jar = pluginJar(folder);
			// ImageJ also looks one folder down, and there each target has its own place.
			Path place = folder.equals("Triptych-fiji") ? jar.getParent() : jar.getParent().getParent();
			assertEquals("plugins", place.getFileName().toString());
			try (JarFile content = new JarFile(jar.toFile())) {
				for (String entry : List.of("plugins.config", "META-INF/json/org.scijava.plugin.Plugin",
					"triptych/models/nuclei.triptych.yaml", "triptych/models/nuclei.onnx"))
					assertNotNull(content.getEntry(entry), entry);
			}
		}
	}

	@Test
	void everyMenuEntryLoadsWhereSciJavaIsAbsent() throws Exception {
		List<URL> urls = new ArrayList<>();
		for (String jar : ChildJvm.jarsBelow("Triptych-imagej"))
			if (!jar.contains("scijava-common")) urls.add(Path.of(jar).toUri().toURL());
		urls.add(Path.of(ChildJvm.homeOf(ImageJ.class)).toUri().toURL());
		try (URLClassLoader alone = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
			String config = new String(alone.getResourceAsStream("plugins.config").readAllBytes(), StandardCharsets.UTF_8);
			int entries = 0;
			for (String line : config.split("\\R")) {
				if (line.isBlank() || line.startsWith("#") || line.contains("\"-\"")) continue;
				String type = line.substring(line.lastIndexOf(' ') + 1).replaceFirst("\\(.*", "");
				Class<?> plugin = Class.forName(type, true, alone);
				assertTrue(Class.forName("ij.plugin.PlugIn", true, alone).isInstance(plugin.getDeclaredConstructor()
					.newInstance()), type);
				entries++;
			}
			assertTrue(entries >= 7, config);
		}
	}

	private static Path pluginJar(String folder) {
		return ChildJvm.jarsBelow(folder).stream().map(Path::of).filter(p -> p.getFileName().toString().startsWith(
			"Triptych_-")).findFirst().orElseThrow();
	}

	private static List<String> names(String folder) {
		assertTrue(Files.isDirectory(Path.of("target", folder)), "Run the package phase first");
		return ChildJvm.jarsBelow(folder).stream().map(p -> Path.of(p).getFileName().toString()).toList();
	}
}
