package triptych.plugin;

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
		keys.forEach((key, value) -> {
			if (!value.isEmpty()) Recorder.recordOption(key, recordable(value));
		});
	}

	private static String recordable(String value) {
		return value.replace('[', '(').replace(']', ')').replace('\\', '/');
	}
}
