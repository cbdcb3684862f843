package triptych.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import triptych.core.TriptychException;
import triptych.result.JournalFile;

/**
 * What a folder run has done so far, in a file of the save folder that only grows: a line when an
 * image's results begin to be written and one when they are all there. Whatever moment a process is
 * killed at, the next start knows from it which results are whole and which files are leftovers of
 * its own. A last line that was torn is no line.
 */
final class FolderJournal implements AutoCloseable {

	/** How far an image is; one that is gone was taken out of the folder. */
	enum State {
		BEGUN, DONE, FAILED, GONE
	}

	/**
	 * @param text the summary of an image that is done, the sentence of one that failed
	 * @param note the part of the summary that the user should know; null in journals of before
	 */
	record Entry(State state, String path, String name, long size, long modified, String text,
		String note)
	{

		static Entry of(State state, FolderImage image, String text) {
			return of(state, image, text, "");
		}

		static Entry of(State state, FolderImage image, String text, String note) {
			return new Entry(state, image.path(), image.name(), image.size(), image.modified(), text,
				note);
		}

		boolean isDone(FolderImage image) {
			return state == State.DONE && size == image.size() && modified == image.modified();
		}
	}

	/**
	 * What a start found and was asked for.
	 *
	 * @param settings all that the results depend on, beside the images
	 * @param folder the keys of the folder run itself
	 * @param images how many images this shard has
	 * @param list tells apart two lists of images of the whole folder
	 * @param classes that the model has; null in journals of before
	 */
	record Start(Map<String, String> settings, Map<String, String> folder,
		Map<String, String> skipped, String shard, int images, String list,
		List<String> classes)
	{}

	private record Line(Start start, Entry image) {}

	private static final String BEGINNING = "folder-run", ENDING = ".journal";
	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

	private final Path file;
	private JournalFile lines;
	private Start lastStart;
	private final Map<String, Entry> entries = new LinkedHashMap<>();
	private final Set<String> names = new HashSet<>();

	private FolderJournal(Path file) {
		this.file = file;
	}

	/**
	 * The journal of a shard, locked where there is one already; nothing is made before {@link
	 * #start}.
	 */
	static FolderJournal of(Path save, Shard shard) {
		FolderJournal journal = new FolderJournal(save.resolve(BEGINNING + shard.ending() + ENDING));
		for (Path other : all(save))
			if (!other.equals(journal.file) && (shard.whole()
				|| !other.getFileName().toString().endsWith("-of-" + shard.of() + ENDING)))
				throw new TriptychException(
					"The folder \"" + save + "\" holds the run " + other.getFileName()
						+ ", which is split in another way; choose another folder for save=.");
		if (Files.exists(journal.file)) {
			journal.open();
			journal.read();
		}
		return journal;
	}

	/** A journal as it stands, of a run that may be over or not. */
	static FolderJournal read(Path file) {
		FolderJournal journal = new FolderJournal(file);
		journal.read();
		return journal;
	}

	/** The journals that lie in a folder, in the order of their names. */
	static List<Path> all(Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> f.getFileName().toString().startsWith(BEGINNING)
				&& f.getFileName().toString().endsWith(ENDING)).sorted().toList();
		}
		catch (IOException | UncheckedIOException e) {
			throw new TriptychException(
				"The folder \"" + folder + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	static boolean holdsOne(Path folder) {
		return Files.isReadable(folder) && !all(folder).isEmpty();
	}

	/** True where an earlier start has left something. */
	boolean isOld() {
		return lastStart != null;
	}

	Start lastStart() {
		return lastStart;
	}

	/** By the path of the image, the last line that tells of it. */
	Map<String, Entry> entries() {
		return entries;
	}

	/** Notes which images are no longer among those of the run; their results stay where they are. */
	void keepOnly(Set<String> paths) {
		for (Entry e : List.copyOf(entries.values()))
			if (!paths.contains(e.path()) && e.state() != State.GONE)
				add(new Entry(State.GONE, e.path(), e.name(), e.size(), e.modified(), "", ""));
	}

	/** True for names under which this run has written or begun to. */
	synchronized boolean owns(String name) {
		return names.contains(name);
	}

	/** Begins, or goes on after what earlier starts have left. */
	void start(Start start) {
		try {
			if (lines == null) {
				Files.createDirectories(file.toAbsolutePath().getParent());
				open();
				if (!lines.isEmpty()) throw inUse();
			}
			append(new Line(start, null));
			lastStart = start;
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	/** Forgets all earlier starts. */
	void clear() {
		try {
			if (lines != null) lines.clear();
			entries.clear();
			names.clear();
			lastStart = null;
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	synchronized void add(Entry entry) {
		entries.put(entry.path(), entry);
		names.add(entry.name());
		append(new Line(null, entry));
	}

	private synchronized void append(Line line) {
		try {
			lines.append(GSON.toJson(line), false);
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	private void open() {
		try {
			lines = JournalFile.open(file).orElseThrow(this::inUse);
		}
		catch (IOException e) {
			throw failed(e);
		}
	}

	private TriptychException inUse() {
		return new TriptychException("Another Process Folder... or Review Folder... is writing into \""
			+ file.getParent() + "\"; wait until it has ended, or choose another folder.");
	}

	private TriptychException failed(IOException e) {
		return new TriptychException("The journal \"" + file + "\" cannot be written: "
			+ TriptychException.why(e) + "; start again when it can, to do the rest.", e);
	}

	private void read() {
		try {
			JournalFile.text(file).lines().forEach(this::read);
		}
		catch (IOException e) {
			throw new TriptychException(
				"The journal \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	private void read(String text) {
		Line line;
		try {
			line = GSON.fromJson(text, Line.class);
		}
		catch (JsonSyntaxException e) {
			return;
		}
		if (line == null) return;
		if (line.start() != null) lastStart = line.start();
		if (line.image() != null && line.image().path() != null && line.image().state() != null) {
			checkName(line.image().name());
			entries.put(line.image().path(), line.image());
			names.add(line.image().name());
		}
	}

	/** Files are removed by these names, so none may lead out of the folder. */
	private void checkName(String name) {
		boolean inside = name != null && !name.isBlank() && name.indexOf('\0') < 0
			&& !Path.of(name).isAbsolute();
		if (inside) {
			Path folder = file.toAbsolutePath().getParent().normalize();
			Path place = folder.resolve(name).normalize();
			inside = place.startsWith(folder) && !place.equals(folder);
		}
		if (!inside) throw new TriptychException("The journal \"" + file + "\" is damaged: the results"
			+ " of an image would lie at \"" + name + "\", outside of the folder; choose another folder"
			+ " for save=.");
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
