package triptych.doors;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.ImageJ;
import net.imagej.patcher.LegacyEnvironment;

/** ImageJ as a headless Fiji patches it, in a child JVM, with the jars that a Fiji user installs. */
final class HeadlessFiji {

	/** What Fiji brings itself. */
	private static final String[] FIJIS_OWN = { "gson-", "jna-", "commons-", "slf4j-" };

	private static final String MARK = "======== ";

	private HeadlessFiji() {}

	/** Runs a macro file with its argument. */
	static ChildJvm.Ended macro(Path macro, String argument) {
		return run(List.of(macro.toAbsolutePath().toString(), argument));
	}

	/** What a macro file writes to stderr alone. */
	static ChildJvm.Ended errorsOf(Path macro, String argument) {
		List<String> command = new ArrayList<>(List.of("-Djava.awt.headless=true"));
		command.addAll(child(HeadlessFiji.class));
		command.addAll(List.of(macro.toAbsolutePath().toString(), argument));
		return ChildJvm.run(command, false);
	}

	/** The same with other jars than those of the folder for Fiji. */
	static ChildJvm.Ended macro(Path macro, String argument, List<String> pluginJars) {
		List<String> command = new ArrayList<>(List.of("-Djava.awt.headless=true"));
		command.addAll(child(HeadlessFiji.class, pluginJars));
		command.addAll(List.of(macro.toAbsolutePath().toString(), argument));
		return ChildJvm.run(command);
	}

	/** Runs macros one after the other in one session; gives what each of them printed, by name. */
	static Map<String, String> macros(Map<String, String> texts) {
		Path folder = ChildJvm.fresh("macros");
		List<String> arguments = new ArrayList<>();
		try {
			for (Map.Entry<String, String> e : texts.entrySet()) {
				arguments.add(Files.writeString(folder.resolve(e.getKey() + ".ijm"), e.getValue()).toString());
				arguments.add(e.getKey());
			}
		}
		catch (IOException e) {
			throw new AssertionError(e);
		}
		Map<String, String> printed = new HashMap<>();
		for (String part : run(arguments).output().split(MARK)) {
			int end = part.indexOf('\n');
			if (end > 0) printed.put(part.substring(0, end).strip(), part.substring(end + 1).replace("\r", ""));
		}
		return printed;
	}

	private static ChildJvm.Ended run(List<String> filesAndArguments) {
		List<String> command = new ArrayList<>(List.of("-Djava.awt.headless=true"));
		command.addAll(child(HeadlessFiji.class));
		command.addAll(filesAndArguments);
		return ChildJvm.run(command);
	}

	/** The command for a main class in a child JVM, with the jars of the plugins of a Fiji as its first argument. */
	static List<String> child(Class<?> main) {
		return child(main, ChildJvm.jarsBelow("Triptych-fiji"));
	}

	private static List<String> child(Class<?> main, List<String> pluginJars) {
		List<String> plugins = new ArrayList<>(pluginJars);
		plugins.addAll(ChildJvm.jars(FIJIS_OWN));
		List<String> own = new ArrayList<>(List.of(ChildJvm.homeOf(ImageJ.class), ChildJvm.homeOf(LegacyEnvironment.class),
			ChildJvm.homeOf(main)));
		own.addAll(ChildJvm.jars("javassist", "classgraph"));
		return List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", ChildJvm.path(own), main.getName(), ChildJvm.path(
			plugins));
	}

	/** In the child: the plugin jars, then macro files, each with its argument. */
	public static void main(String... arguments) throws Exception {
		LegacyEnvironment fiji = new LegacyEnvironment(null, true);
		for (String jar : arguments[0].split(File.pathSeparator))
			fiji.addPluginClasspath(new File(jar));
		for (int i = 1; i < arguments.length; i += 2) {
			System.out.println(MARK + arguments[i + 1]);
			try {
				fiji.runMacro(Files.readString(Path.of(arguments[i])), arguments[i + 1]);
			}
			catch (RuntimeException e) {
				// An aborted macro ends in an exception here; the next one runs all the same.
				System.out.println(e);
			}
		}
		System.exit(0);
	}
}
