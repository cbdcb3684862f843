package triptych.doors;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImageJ;
import org.junit.jupiter.api.Assumptions;
import triptych.needs.NeedsDisplay;

/** Plain ImageJ with the folder that the package phase lays out, in a child JVM. It needs a display. */
final class PlainImageJ {

	private PlainImageJ() {}

	/** Skips the test where there is no display, and says so in words that a build can look for. */
	static void needsDisplay() {
		boolean none = GraphicsEnvironment.isHeadless();
		if (none) System.out.println(NeedsDisplay.MISSING);
		Assumptions.assumeFalse(none, NeedsDisplay.MISSING);
	}

	/** Runs a macro file as {@code ij.jar -batch} does. */
	static ChildJvm.Ended batch(Path macro, String argument) {
		return ChildJvm.run(batchLine(macro, argument));
	}

	/** What it writes to stderr alone. */
	static ChildJvm.Ended errorsOfBatch(Path macro, String argument) {
		return ChildJvm.run(batchLine(macro, argument), false);
	}

	private static List<String> batchLine(Path macro, String argument) {
		return List.of("-cp", ChildJvm.homeOf(ImageJ.class), "ij.ImageJ", "-ijpath", Path.of("target",
			"Triptych-imagej").toAbsolutePath().toString(), "-batch", macro.toAbsolutePath().toString(), argument);
	}

	/** The same of a driver of the tests. */
	static ChildJvm.Ended errorsOf(Class<?> driver, String... arguments) {
		return ChildJvm.run(drivenLine(driver, arguments), false);
	}

	/** Runs a driver of the tests beside an ImageJ window; Triptych is found as in any ImageJ, in its plugins folder. */
	static ChildJvm.Ended driven(Class<?> driver, String... arguments) {
		return ChildJvm.run(drivenLine(driver, arguments));
	}

	private static List<String> drivenLine(Class<?> driver, String... arguments) {
		List<String> command = new ArrayList<>(List.of("-Dplugins.dir=" + Path.of("target", "Triptych-imagej")
			.toAbsolutePath(), "-cp", ChildJvm.path(List.of(ChildJvm.homeOf(ImageJ.class), ChildJvm.homeOf(driver))), driver
				.getName()));
		command.addAll(List.of(arguments));
		return command;
	}
}
