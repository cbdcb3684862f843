package triptych.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import triptych.core.TriptychException;
import triptych.options.CommandSpec;
import triptych.result.Result;
import triptych.result.ResultFiles;

/**
 * The results of an image after its review, beside those of the run, which stay: {@code
 * <name>-reviewed-objects.csv} and so on. All are written under other names first; then the journal
 * says so, and they are renamed. A process that is killed in between leaves files that the next one
 * only has to rename.
 */
public final class ReviewedFiles {

	private final Path place;
	private final ResultFiles files;

	/** @param name of the image's results, without their ends */
	public ReviewedFiles(Path results, String name, CommandSpec command) {
		place = results.resolve(name + ResultFiles.REVIEWED);
		files = new ResultFiles(place, command);
	}

	/** The same names as those of a run, each with the mark. */
	public ResultFiles files() {
		return files;
	}

	void write(Result result, ReviewJournal journal, String image) {
		List<Path> written = files.write(result, ready -> journal.state(image,
			ReviewJournal.State.SWAPPING, names(ready)));
		journal.state(image, ReviewJournal.State.REVIEWED, names(written));
	}

	private static List<String> names(List<Path> files) {
		return files.stream().map(f -> f.getFileName().toString()).toList();
	}

	/**
	 * Ends what a process was killed in the middle of. Where nothing waits for its name, nobody knows
	 * whether all have theirs: the next save makes the files anew.
	 */
	public void goOn(ReviewJournal journal, String image) {
		ReviewJournal.Image state = journal.image(image);
		if (state.state() != ReviewJournal.State.SWAPPING || state.files().isEmpty()) return;
		String last = state.files().get(state.files().size() - 1);
		if (!Files.exists(place.resolveSibling(last + ResultFiles.UNFINISHED))) return;
		try {
			// In the order in which they were to get their names, behind those that are to go.
			List<Path> ordered = new ArrayList<>(files.mayWrite());
			ordered.sort(Comparator.comparing(f -> state.files().indexOf(f.getFileName().toString())));
			for (Path file : ordered) {
				Path part = file.resolveSibling(file.getFileName() + ResultFiles.UNFINISHED);
				boolean wanted = state.files().contains(file.getFileName().toString());
				if (wanted && Files.exists(part))
					Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
				else if (!wanted) Files.deleteIfExists(file);
			}
		}
		catch (IOException e) {
			throw new TriptychException("The reviewed results \"" + place + "\" cannot be written: "
				+ TriptychException.why(e) + ".", e);
		}
		journal.state(image, ReviewJournal.State.REVIEWED, state.files());
	}
}
