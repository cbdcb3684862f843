package triptych.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.plugin.frame.Recorder;

/**
 * Writes the options of a command into the Recorder: what really counted, with the defaults of the
 * model filled in.
 */
public final class Recording {

	private Recording() {}

	/**
	 * Of a command that failed or was cancelled: the fields of its dialog may have recorded
	 * themselves already.
	 */
	public static void nothing() {
		if (Recorder.record) Recorder.disableCommandRecording();
	}

	/**
	 * Takes the place of what the fields of a dialog have recorded by themselves while they were
	 * read.
	 */
	public static void record(Map<String, String> keys) {
		if (!Recorder.record) return;
		Recorder.resetCommandOptions();
		repeatable(keys).forEach((key, value) -> {
			if (!value.isEmpty()) Recorder.recordOption(key, recordable(value));
		});
	}

	/** The line replaces the files that it has written itself, so that it can be run again. */
	private static Map<String, String> repeatable(Map<String, String> keys) {
		Map<String, String> again = new LinkedHashMap<>(keys);
		boolean saves = !keys.getOrDefault("save", "").isEmpty() && !keys.containsKey("resume");
		if (saves) again.computeIfPresent("overwrite", (key, value) -> "yes");
		return again;
	}

	private static String recordable(String value) {
		return value.replace('[', '(').replace(']', ')').replace('\\', '/');
	}
}
