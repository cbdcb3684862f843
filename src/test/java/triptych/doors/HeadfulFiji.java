package triptych.doors;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.imagej.patcher.LegacyEnvironment;

/**
 * ImageJ with windows as Fiji patches it, in a child JVM, with the jars that a Fiji user installs. It
 * needs a display, except for {@link #drivenWithout}.
 */
final class HeadfulFiji {

	private HeadfulFiji() {}

	/** Runs a driver of the tests in the class loader of the plugins. */
	static ChildJvm.Ended driven(Class<?> driver, String... arguments) {
		return driven(List.of(), driver, arguments);
	}

	/** The same where there is no display. */
	static ChildJvm.Ended drivenWithout(Class<?> driver, String... arguments) {
		return driven(List.of("-Djava.awt.headless=true"), driver, arguments);
	}

	private static ChildJvm.Ended driven(List<String> flags, Class<?> driver, String... arguments) {
		List<String> command = new ArrayList<>(flags);
		command.addAll(HeadlessFiji.child(HeadfulFiji.class));
		command.addAll(List.of(ChildJvm.homeOf(driver), driver.getName()));
		command.addAll(List.of(arguments));
		return ChildJvm.run(command);
	}

	/** In the child: the plugin jars, where the driver lies, its name and its arguments. */
	public static void main(String... arguments) throws Exception {
		LegacyEnvironment fiji = new LegacyEnvironment(null, GraphicsEnvironment.isHeadless());
		for (String jar : (arguments[0] + File.pathSeparator + arguments[1]).split(File.pathSeparator))
			fiji.addPluginClasspath(new File(jar));
		fiji.applyPatches();
		ClassLoader plugins = (ClassLoader) fiji.getClassLoader().loadClass("ij.IJ").getMethod("getClassLoader").invoke(null);
		Method driver = plugins.loadClass(arguments[2]).getDeclaredMethod("main", String[].class);
		driver.setAccessible(true);
		driver.invoke(null, (Object) Arrays.copyOfRange(arguments, 3, arguments.length));
	}
}
