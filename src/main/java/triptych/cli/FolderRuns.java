package triptych.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import triptych.core.TriptychException;
import triptych.folder.FolderJob;
import triptych.folder.FolderOptions;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.options.Key;
import triptych.options.Options;
import triptych.workflow.Triptych;

/**
 * {@code process-folder} and {@code merge}. How far a run is goes to stderr; Ctrl-C and a cluster's
 * time limit stop it after the images in work, a second Ctrl-C at once.
 */
final class FolderRuns {

	static final String VERB = "process-folder", MERGE = "merge";

	private static final String SHARD = "--shard", WORKERS = "--workers", SAVE = "--save";

	private static final long BETWEEN_LINES = 5_000_000_000L;

	private FolderRuns() {}

	static Usage usage() {
		return new Usage("Process Folder... on the images of a folder."
			+ " A second start does the rest of the first.")
			.flag(Flag.of(SHARD, "I/N",
				"does part I of N of the images, such as 2/3; merge joins the parts"))
			.flag(Flag.number(WORKERS,
				"images in work at the same time; left out, as many as keep all cores busy"))
			.keys(keys())
			.footer("The flags after --overwrite are those of the task's own command; --help there tells"
				+ " more.");
	}

	/** Those of the folder, then those of the tasks. */
	private static List<Key> keys() {
		List<Key> keys = new ArrayList<>(Options.keys(FolderOptions.class));
		keys.addAll(FolderJob.keysOfAnyTask());
		return keys;
	}

	static Usage mergeUsage() {
		return new Usage("Joins the parts that process-folder --shard has done into one table.")
			.words("DIR", "the folders that were given as --save", true)
			.flag(Flag.of(SAVE, "DIR", "where the table goes; left out, into the only folder"));
	}

	/** Gives the number of images that failed, or 1 where the run was stopped. */
	static int run(Line line) {
		System.setProperty("java.awt.headless", "true");
		Map<String, String> keys = line.keys(keys());
		int workers = workers(line.value(WORKERS, ""));
		String shard = line.value(SHARD, "1/1");
		Lines lines = new Lines();
		Interrupts.first(lines::end);
		FolderResult result = Triptych.processFolder(keys, shard, workers, lines);
		System.out.println(result.summary());
		result.files().forEach(f -> System.out.println("wrote " + f));
		if (result.files().isEmpty()) {
			System.out.println("When all shards are done: " + MERGE + " " + result.save());
		}
		return result.failed().size() + (result.stopped() ? 1 : 0);
	}

	private static int workers(String given) {
		if (given.isEmpty()) return 0;
		if (given.matches("0*[1-9]\\d{0,5}")) return Integer.parseInt(given);
		throw new TriptychException("--workers is " + given
			+ "; it must be a whole number from 1 up.");
	}

	static int merge(Line line) {
		List<Path> paths = line.words()
			.stream()
			.map(Path::of)
			.toList();
		FolderResult result = Triptych.merge(paths, line.value(SAVE, ""));
		result.failed()
			.forEach((image, problem) -> System.err.println(image + ": " + problem));
		System.out.println(result.summary());
		result.files().forEach(f -> System.out.println("wrote " + f));
		return result.failed().size();
	}

	/** A line every few seconds, and one for each image that failed. */
	private static final class Lines implements FolderProgress {

		private volatile boolean stop;
		private long last = System.nanoTime();

		private void end() {
			stop = true;
			System.err.println("Stopping once the images in work are done, so that no result is half"
				+ " written. Ctrl-C once more ends at once.");
		}

		@Override
		public synchronized void finished(String image, String problem, State state) {
			if (!problem.isEmpty()) System.err.println(image + ": " + problem);
			long now = System.nanoTime();
			if (now - last < BETWEEN_LINES && state.finished() < state.images()) return;
			last = now;
			System.err.println(state.text());
		}

		@Override
		public boolean stop() {
			return stop;
		}
	}
}
