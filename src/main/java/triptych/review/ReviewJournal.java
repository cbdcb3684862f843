package triptych.review;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import triptych.core.TriptychException;
import triptych.result.JournalFile;

/**
 * What a review of a folder has done so far, in a file that only grows. A correction is on the disk
 * before it is seen; the results of an image are made of its corrections, so whatever moment a
 * process is killed at, the next one has them all. A last line that was torn is no line.
 */
public final class ReviewJournal implements AutoCloseable {

	/** Its name in the folder of the results. */
	public static final String FILE = "review.journal";

	/** How far the files of an image are; those being swapped lie there in full under other names. */
	public enum State {
		SWAPPING, REVIEWED
	}

	/**
	 * @param edits the corrections, those taken back left out
	 * @param state null where nobody has called the image reviewed
	 * @param files names that the results have, once it is reviewed
	 * @param saved how many corrections the files hold
	 */
	public record Image(List<Edit> edits, State state, List<String> files, int saved) {

		static final Image NEW = new Image(List.of(), null, List.of(), 0);

		/** True where the files hold all corrections. */
		public boolean isSaved() {
			return state == State.REVIEWED && saved == edits.size();
		}
	}

	/** One line: what it does not tell is null. */
	private record Line(String reviewer, String opened, String image, Edit edit, Boolean undo,
		State state, List<String> files)
	{}

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Path file;
	private final Map<String, Image> images = new LinkedHashMap<>();
	private JournalFile lines;
	private String reviewer = "", opened = "";

	private ReviewJournal(Path file) {
		this.file = file;
	}

	/** The journal of a folder as it stands; nothing has been reviewed where there is none. */
	public static ReviewJournal read(Path results) {
		ReviewJournal journal = new ReviewJournal(results.resolve(FILE));
		if (Files.exists(journal.file)) journal.read();
		return journal;
	}

	/**
	 * For corrections; nobody else can open it meanwhile.
	 *
	 * @throws TriptychException where somebody else has it open
	 */
	public static ReviewJournal open(Path results) {
		ReviewJournal journal = new ReviewJournal(results.resolve(FILE));
		try {
			journal.lines = JournalFile.open(journal.file).orElseThrow(journal::inUse);
			journal.read();
			journal.append(new Line(me(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), null,
				null, null, null, null));
			return journal;
		}
		catch (IOException e) {
			throw journal.failed(e);
		}
		catch (RuntimeException e) {
			journal.close();
			throw e;
		}
	}

	private TriptychException inUse() {
		read();
		return new TriptychException(reviewer + " has been reviewing the folder \"" + file.getParent()
			+ "\" since " + opened + "; wait until that window is closed. Nothing was changed.");
	}

	private static String me() {
		String host = "this computer";
		try {
			host = InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException e) {
			// A computer need not have a name.
		}
		return System.getProperty("user.name") + " on " + host;
	}

	/** Who has opened it last. */
	public String reviewer() {
		return reviewer;
	}

	/** How far an image is. */
	public Image image(String path) {
		return images.getOrDefault(path, Image.NEW);
	}

	/** All images that somebody has changed or called reviewed, by their path. */
	public Map<String, Image> images() {
		return images;
	}

	void add(String image, Edit edit) {
		append(new Line(null, null, image, edit, null, null, null));
	}

	void undo(String image) {
		append(new Line(null, null, image, null, true, null, null));
	}

	void state(String image, State state, List<String> files) {
		append(new Line(null, null, image, null, null, state, files));
	}

	private void append(Line line) {
		try {
			if (lines.isForeign()) throw new TriptychException("Somebody else is writing into \"" + file
				+ "\" at the same time; close this window and open the review again. What was corrected"
				+ " before is kept.");
			lines.append(GSON.toJson(line), true);
			take(line);
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	private TriptychException failed(IOException e) {
		return new TriptychException("The journal \"" + file + "\" cannot be written: "
			+ TriptychException.why(e) + "; the last correction is not kept.", e);
	}

	private void read() {
		try {
			images.clear();
			for (String line : JournalFile.text(file).split("\n"))
				read(line);
		}
		catch (IOException e) {
			throw new TriptychException(
				"The journal \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	private void read(String text) {
		try {
			Line line = GSON.fromJson(text, Line.class);
			if (line != null) take(line);
		}
		catch (JsonSyntaxException e) {
			// The line was torn.
			return;
		}
	}

	private void take(Line line) {
		if (line.reviewer() != null) {
			reviewer = line.reviewer();
			opened = line.opened();
		}
		if (line.image() == null) return;
		Image before = image(line.image());
		List<Edit> edits = new ArrayList<>(before.edits());
		Image after = before;
		if (line.edit() != null) {
			edits.add(line.edit());
			after = new Image(List.copyOf(edits), before.state(), before.files(), before.saved());
		}
		else if (line.undo() != null && !edits.isEmpty()) {
			edits.remove(edits.size() - 1);
			// The files hold what was taken back.
			int saved = before.saved() > edits.size() ? -1 : before.saved();
			after = new Image(List.copyOf(edits), before.state(), before.files(), saved);
		}
		else if (line.state() != null) {
			// Files that wait for their names hold what was corrected when they were written.
			boolean named = before.state() == State.SWAPPING && line.state() == State.REVIEWED;
			int saved = named ? before.saved() : edits.size();
			after = new Image(before.edits(), line.state(), line.files(), saved);
		}
		images.put(line.image(), after);
	}

	@Override
	public void close() {
		try {
			if (lines != null) lines.close();
		}
		catch (IOException e) {
			throw failed(e);
		}
	}
}
