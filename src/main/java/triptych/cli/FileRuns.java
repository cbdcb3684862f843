package triptych.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.core.Numbers;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.options.Options;
import triptych.options.RunOptions;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;
import triptych.session.OpeningAhead;
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
	static int run(ImageCommand action, List<String> images, Map<String, String> keys,
		boolean show)
	{
		boolean window = show && Desktop.available();
		if (!window) System.setProperty("java.awt.headless", "true");
		// A wrong key is one mistake, however many files there are.
		Record options = Options.of(action.spec().options(), keys);
		if (!keys.getOrDefault("save", "").isEmpty()) checkNames(images);
		if (action instanceof ModelCommand<?> command) {
			OpeningAhead.model(command.task(), (RunOptions) options);
		}
		int failures = failures(action, images, keys, window);
		if (show && !window) System.out.println("There is no display, so ImageJ was not opened.");
		return failures;
	}

	private static int failures(ImageCommand action, List<String> images, Map<String, String> keys,
		boolean window)
	{
		int failures = 0;
		for (String file : images)
			try {
				Path path = path(file);
				Result result = window ? Desktop.show(action, path, keys)
					: Triptych.run(action, Triptych.open(path), keys);
				if (!action.spec().table().isEmpty()) System.out.print(text(result.table()));
				System.out.println(file + ": " + result.summary());
				result.files().forEach(f -> System.out.println("wrote " + f));
			}
			catch (TriptychException e) {
				String which = images.size() > 1 ? file + ": " : "";
				System.err.println(which + e.getMessage());
				failures++;
			}
			catch (RuntimeException | Error e) {
				// A mistake of ours that one file brings out should not cost the others.
				String which = images.size() > 1 ? file + ": " : "";
				System.err.println(which + Unforeseen.sentence(e));
				failures++;
			}
		return failures;
	}

	/** Two images of one name would write the same files, and the first would be lost. */
	private static void checkNames(List<String> images) {
		Map<String, String> byName = new HashMap<>();
		for (String file : images) {
			String title = file.replaceFirst(".*[/\\\\]", "");
			String name = ResultFiles.safe(ResultFiles.stem(title)).toLowerCase(Locale.ROOT);
			String other = byName.putIfAbsent(name, file);
			if (other != null) throw new TriptychException("The images \"" + other + "\" and \"" + file
				+ "\" would both write the result files " + name + "-...; give each a folder of its own"
				+ " with --save, or use process-folder --recursive=yes.");
		}
	}

	private static Path path(String file) {
		try {
			return Path.of(file);
		}
		catch (InvalidPathException e) {
			throw new TriptychException("The name \"" + file
				+ "\" cannot be the name of a file here. Where it holds letters such as ä, this computer's"
				+ " language setting cannot write them (LC_ALL"
				+ " or LANG, often C on clusters): start with LC_ALL=C.UTF-8, or rename the file.", e);
		}
	}

	/** Columns separated by tabs, numbers rounded for reading. */
	private static String text(Table table) {
		StringBuilder text = new StringBuilder(String.join("\t", table.columns())).append('\n');
		for (List<Object> row : table.rows()) {
			String line = row.stream().map(FileRuns::cell).collect(Collectors.joining("\t"));
			text.append(line).append('\n');
		}
		return text.toString();
	}

	/** Three decimals, or three digits of a number that would be 0.000: an area in square metres. */
	private static String cell(Object value) {
		if (!(value instanceof Double d)) return String.valueOf(value);
		boolean small = d != 0 && Math.abs(d) < 0.1;
		return small ? String.format(Locale.ROOT, "%.3g", d) : Numbers.fixed(d, 3);
	}
}
