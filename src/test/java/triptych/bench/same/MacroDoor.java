package triptych.bench.same;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imagej.patcher.LegacyEnvironment;

/**
 * Macros in a Fiji without windows; after each, its table, its images and their overlays are saved.
 */
final class MacroDoor implements CaseRunner.Door {

	private static final String BEFORE = """
		run("Clear Results");
		close("*");
		""";

	/** Also after a macro that stopped: what it left is part of what it did. */
	private static final String AFTER = """
		print("images " + nImages + ", rows " + nResults);
		if (nResults > 0) saveAs("Results", "$OUT/Results.csv");
		for (i = 1; i <= nImages; i++) {
			selectImage(i);
			print(getTitle + ": overlay " + Overlay.size + ", selection " + selectionType);
			saveAs("Tiff", "$OUT/image-" + i + ".tif");
		}
		""";

	private final LegacyEnvironment fiji;

	MacroDoor(List<String> plugins) throws ClassNotFoundException {
		fiji = new LegacyEnvironment(null, true);
		for (String jar : plugins)
			fiji.addPluginClasspath(new File(jar));
	}

	@Override
	public int code(String text, Path saved) throws IOException {
		Path folder = Files.createDirectories(saved.toAbsolutePath().normalize());
		int code = run(BEFORE + text, folder);
		return Math.max(code, run(AFTER, folder));
	}

	/**
	 * The folders are variables: ImageJ quotes the line of an error up to a length that a path must
	 * not change.
	 */
	private int run(String macro, Path folder) {
		String in = Path.of("").toAbsolutePath().toString();
		String folders = "IN = \"" + in + "\"; OUT = \"" + folder + "\";\n";
		String text = macro.replace("$OUT", "\" + OUT + \"").replace("$IN", "\" + IN + \"");
		try {
			fiji.runMacro(folders.replace('\\', '/') + text, "");
			return 0;
		}
		catch (RuntimeException e) {
			// An aborted macro ends in an exception here.
			System.out.println(e);
			return 1;
		}
	}
}
