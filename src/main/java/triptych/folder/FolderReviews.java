package triptych.folder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import triptych.options.CommandSpec;
import triptych.result.ResultFiles;
import triptych.review.ReviewJournal;
import triptych.review.ReviewedFiles;

/** Which results of a run somebody has reviewed; these count in all tables. */
final class FolderReviews {

	private final CommandSpec command;
	private final Map<Path, ReviewJournal> journals = new HashMap<>();

	FolderReviews(CommandSpec command) {
		this.command = command;
	}

	private ReviewJournal journal(Path results) {
		return journals.computeIfAbsent(results, ReviewJournal::read);
	}

	/** True where an image is reviewed and the files of it are whole. */
	boolean holds(Path results, String path, String name) {
		return journal(results).image(path).state() != null && reviewed(results, name).complete();
	}

	/** How many images somebody has corrected or called reviewed. */
	int count(Path results) {
		return journal(results).images().size();
	}

	/** The files that count: those of the review, or else those of the run. */
	ResultFiles files(Path results, String path, String name) {
		return holds(results, path, name) ? reviewed(results, name)
			: new ResultFiles(results.resolve(name), command);
	}

	private ResultFiles reviewed(Path results, String name) {
		return new ReviewedFiles(results, name, command).files();
	}
}
