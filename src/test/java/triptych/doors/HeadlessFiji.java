package triptych.doors;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImageJ;
import net.imagej.patcher.LegacyEnvironment;

/** ImageJ as a headless Fiji patches it, in a child JVM, with the jars that a Fiji user installs. */
final class HeadlessFiji {

	/** What Fiji brings itself. */
	private static final String[] FIJIS_OWN = { "gson-", "jna-", "commons-", "slf4j-" };

	private HeadlessFiji() {}

	/** Runs a macro file with its argument. */
	static ChildJvm.Ended macro(Path macro, String argument) {
		List<String> plugins = new ArrayList<>(ChildJvm.jarsBelow("Triptych-fiji"));
		plugins.addAll(ChildJvm.jars(FIJIS_OWN));
		List<String> own = new ArrayList<>(List.of(ChildJvm.homeOf(ImageJ.class), ChildJvm.homeOf(LegacyEnvironment.class),
			ChildJvm.homeOf(HeadlessFiji.class)));
		own.addAll(ChildJvm.jars("javassist", "classgraph"));
		return ChildJvm.run(List.of("-Djava.awt.headless=true", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", ChildJvm
			.path(own), HeadlessFiji.class.getName(), ChildJvm.path(plugins), macro.toAbsolutePath().toString(), argument));
	}

	/** In the child: the plugin jars, the macro file and its argument. */
	public static void main(String... arguments) throws Exception {
		LegacyEnvironment fiji = new LegacyEnvironment(null, true);
		for (String jar : arguments[0].split(File.pathSeparator))
			fiji.addPluginClasspath(new File(jar));
		fiji.runMacro(Files.readString(Path.of(arguments[1])), arguments[2]);
		System.exit(0);
	}
}
