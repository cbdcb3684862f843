package triptych.bench.same;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.imagej.patcher.LegacyEnvironment;

/**
 * The user of {@code triptych.doors.RecordedRuns}, who works through the dialogs and replays what
 * was recorded.
 */
final class RecorderDoor implements CaseRunner.Door {

	private final LegacyEnvironment fiji;

	RecorderDoor(List<String> plugins) throws ClassNotFoundException {
		fiji = new LegacyEnvironment(null, false);
		List<String> all = new ArrayList<>(plugins);
		all.add(RecorderDoor.class.getProtectionDomain().getCodeSource().getLocation().getPath());
		for (String jar : all)
			fiji.addPluginClasspath(new File(jar));
		fiji.applyPatches();
	}

	/** Ends Java. */
	@Override
	public int code(String text, Path saved) throws Exception {
		ClassLoader plugins = (ClassLoader) fiji.getClassLoader()
			.loadClass("ij.IJ")
			.getMethod("getClassLoader")
			.invoke(null);
		Method main = plugins.loadClass(text).getDeclaredMethod("main", String[].class);
		main.setAccessible(true);
		String work = Path.of("").toAbsolutePath().toString();
		main.invoke(null, (Object) new String[] { work + "/images", work + "/models" });
		return 0;
	}
}
