package triptych.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.options.Options;
import triptych.result.Result;
import triptych.run.ImageCommand;
import triptych.workflow.Triptych;

/**
 * Runs a command over files, one after the other, and prints each table with the names of the files
 * written.
 */
final class FileRuns {

	private FileRuns() {}

	/**
	 * Tells what went wrong with a file and goes on with the next.
	 *
	 * @return the number of such files
	 */
	static int run(ImageCommand action, List<Path> images, Map<String, String> keys, boolean show) {
		boolean window = show && Desktop.available();
		if (!window) System.setProperty("java.awt.headless", "true");
		// A wrong key is one mistake, however many files there are.
		Options.of(action.spec().options(), keys);
		int failures = 0;
		for (Path file : images)
			try {
				Result result = window ? Desktop.show(action, file, keys)
					: Triptych.run(action, Triptych.open(file), keys);
				if (!action.spec().table().isEmpty()) System.out.print(text(result.table()));
				System.out.println(file + ": " + result.summary());
				result.files().forEach(f -> System.out.println("wrote " + f));
			}
			catch (TriptychException e) {
				System.err.println((images.size() > 1 ? file + ": " : "") + e.getMessage());
				failures++;
			}
		if (show && !window) System.out.println("There is no display, so ImageJ was not opened.");
		return failures;
	}

	/** Columns separated by tabs, numbers rounded for reading. */
	private static String text(Table table) {
		StringBuilder text = new StringBuilder(String.join("\t", table.columns())).append('\n');
		for (List<Object> row : table.rows()) {
			String line = row.stream()
				.map(FileRuns::cell)
				.collect(Collectors.joining("\t"));
			text.append(line).append('\n');
		}
		return text.toString();
	}

	private static String cell(Object value) {
		return value instanceof Double d ? String.format(Locale.ROOT, "%.3f", d) : String.valueOf(value);
	}
}
