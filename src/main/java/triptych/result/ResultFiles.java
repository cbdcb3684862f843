package triptych.result;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import triptych.core.TriptychException;
import triptych.ij.files.RoiFile;
import triptych.ij.files.TiffFile;
import triptych.options.CommandSpec;
import triptych.options.ImageOptions;
import triptych.options.YesNo;

/**
 * The files of {@code save=DIR}. They are all written under other names first and renamed together
 * at the end, so that a full disk leaves either all of them or none.
 */
public final class ResultFiles {

	public static final String UNFINISHED = ".triptych-part";

	/** What stands behind an image's name in the names of its files after a review. */
	public static final String REVIEWED = "-reviewed";

	/** What {@code -run.json} calls the classes of a model that has many, in their order. */
	public static final String CLASSES = "classes";

	/** The ends of the files of a picture: of one plane, and of several. */
	public static final List<String> PICTURES = List.of("-picture.png", "-picture.tif");

	private final Path folder;
	private final String name;
	private final CommandSpec command;
	/** Whether the folder is made where it is missing. */
	private final boolean made;

	/**
	 * Where the key save names a folder.
	 *
	 * @throws TriptychException where it cannot be written, or a file is there that must not be
	 *           replaced
	 */
	public static Optional<ResultFiles> of(ImageOptions options, String imageTitle,
		CommandSpec command)
	{
		if (options.save().isEmpty()) return Optional.empty();
		return Optional.of(new ResultFiles(options.save(), imageTitle, command, options.overwrite()));
	}

	/**
	 * Checks the folder before anything runs.
	 *
	 * @throws TriptychException where it cannot be written, or a file is there that must not be
	 * replaced
	 */
	private ResultFiles(String folder, String imageTitle, CommandSpec command, YesNo overwrite) {
		this.name = safe(stem(imageTitle));
		this.command = command;
		made = true;
		this.folder = writable(folder);
		for (Path file : mayWrite()) {
			if (Files.isDirectory(file))
				throw new TriptychException("In place of the result file \"" + file
					+ "\" there is a folder; choose another folder for save=.");
			if (overwrite == YesNo.NO && Files.exists(file))
				throw new TriptychException("The file \"" + file
					+ "\" is there already; use overwrite=yes to replace it, or another folder for save=.");
		}
	}

	/**
	 * Under a path without ending that is chosen already, in a folder that is there; what is in it is
	 * replaced. A folder that somebody takes away meanwhile is not made again, since what belongs to
	 * its files is gone with it.
	 */
	public ResultFiles(Path path, CommandSpec command) {
		made = false;
		this.folder = path.getParent();
		this.name = path.getFileName().toString();
		this.command = command;
	}

	/** Gives a file that is written to its end the name it is for. */
	public static void finish(Path unfinished, Path file) throws IOException {
		Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Removes all that a run of this command may have left under this name, finished or not. */
	public void discard() throws IOException {
		for (Path file : mayWrite()) {
			Files.deleteIfExists(file.resolveSibling(file.getFileName() + UNFINISHED));
			Files.deleteIfExists(file);
		}
	}

	/** The table; a run that makes one always leaves it. */
	public Path table() {
		return path("-" + command.table() + ".csv");
	}

	/** A row for each plane of what the table holds, left where the command finds objects. */
	public Path summaryTable() {
		return path("-summary.csv");
	}

	/** True where no table of a finished run is missing, empty or cut off. */
	public boolean complete() {
		return isWhole(table()) && (!command.summed() || isWhole(summaryTable()));
	}

	/** A table ends with the end of a line; one cut by a full disk or a lost power rarely does. */
	private static boolean isWhole(Path table) {
		if (!Files.isRegularFile(table)) return false;
		try (FileChannel channel = FileChannel.open(table)) {
			ByteBuffer last = ByteBuffer.allocate(1);
			return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1
				&& last.get(0) == '\n';
		}
		catch (IOException e) {
			return false;
		}
	}

	/** The folder, or the next one above it that is there: on the same disk, as a rule. */
	public static Path existing(String name) {
		Path there = folder(name).toAbsolutePath();
		while (there != null && !Files.exists(there)) there = there.getParent();
		return there;
	}

	/** The folder, which need not be there yet. */
	public static Path writable(String name) {
		Path folder = folder(name), there = existing(name);
		if (there == null)
			throw new TriptychException("The folder \"" + name
				+ "\" cannot be written, because its drive is not there; choose another one for save=.");
		if (Files.isDirectory(there) && Files.isWritable(there)) return folder;
		String because = Files.isDirectory(there) ? "" : ", because " + there + " is a file";
		throw new TriptychException("The folder \"" + name + "\" cannot be written" + because
			+ "; choose another one for save=.");
	}

	private static Path folder(String folder) {
		try {
			return Path.of(folder);
		}
		catch (InvalidPathException e) {
			throw new TriptychException(
				"The folder \"" + folder + "\" cannot be written; choose another one for save=.", e);
		}
	}

	/** Every file that a run of this command can leave. */
	public List<Path> mayWrite() {
		List<Path> files = new ArrayList<>(List.of(path("-rois.zip"), path(RunJson.END)));
		if (!command.table().isEmpty()) files.add(table());
		if (command.summed()) files.add(summaryTable());
		if (!command.labels().isEmpty()) files.add(path("-" + command.labels() + ".tif"));
		Stream.concat(command.pictures().stream(), PICTURES.stream())
			.forEach(ending -> files.add(path(ending)));
		return files;
	}

	/**
	 * A title without its last extension: a letter and up to three more, so that "Fig. 2b" and "0.5"
	 * keep their ends; so does "plate1.A01", which ends in a well.
	 */
	public static String stem(String title) {
		return title.replaceFirst("(?<=.)\\.(?![A-P]\\d{1,2}$)[A-Za-z]\\w{0,3}$", "");
	}

	/**
	 * Letters, digits, blank, dot, underscore and hyphen are kept, the rest becomes an underscore.
	 */
	public static String safe(String name) {
		String safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", "_").strip();
		return safe.isEmpty() ? "image" : safe;
	}

	private Path path(String ending) {
		return folder.resolve(name + ending);
	}

	/** Writes itself into a file. */
	private interface Content {

		void write(OutputStream out) throws IOException;
	}

	public List<Path> write(Result result) {
		return write(result, files -> {});
	}

	/**
	 * @param ready told all files once each lies in the folder in full under another name, before the
	 *          first gets its own
	 */
	public List<Path> write(Result result, Consumer<List<Path>> ready) {
		Map<Path, Content> contents = new LinkedHashMap<>();
		if (!command.table().isEmpty()) contents.put(table(), text(Csv.write(result.table())));
		if (command.summed()) contents.put(summaryTable(), text(Csv.write(result.summaryTable())));
		if (!result.rois().isEmpty())
			contents.put(path("-rois.zip"), out -> RoiFile.write(result.rois(), out));
		result.labels()
			.ifPresent(
				image -> contents.put(path("-" + command.labels() + ".tif"), tiff(image)));
		result.probabilities()
			.ifPresent(image -> contents.put(path("-probabilities.tif"), tiff(image)));
		result.uncertainty()
			.ifPresent(image -> contents.put(path("-uncertainty.tif"), tiff(image)));
		for (ImagePlus plot : result.plots()) {
			String end = plot.getTitle().substring(plot.getTitle().lastIndexOf('-'));
			if (plot.getStackSize() > 1) contents.put(path(end + ".tif"), tiff(plot));
			else contents.put(path(end + ".png"), out -> png(plot, out));
		}
		contents.put(path(RunJson.END),
			text(RunJson.text(result,
				Stream.concat(contents.keySet().stream(), Stream.of(path(RunJson.END)))
					.map(f -> f.getFileName().toString())
					.toList())));
		Set<Path> replaced = new LinkedHashSet<>();
		try {
			return replaceAll(contents, ready, replaced);
		}
		catch (IOException e) {
			String left = replaced.isEmpty() ? "; nothing was left there."
				: "; some are of before and do not belong to " + replaced.iterator().next().getFileName()
					+ ". Close them in other programs and do this again.";
			throw new TriptychException("The results cannot be written into \"" + folder + "\": "
				+ TriptychException.why(e) + left, e);
		}
	}

	/** @param replaced is told each file that has its name */
	private List<Path> replaceAll(Map<Path, Content> contents, Consumer<List<Path>> ready,
		Set<Path> replaced) throws IOException
	{
		List<Path> parts = new ArrayList<>();
		boolean folderIsNew = !Files.exists(folder);
		List<Path> before = leftBySameCommand();
		if (made) Files.createDirectories(folder);
		try {
			for (Map.Entry<Path, Content> e : contents.entrySet()) {
				Path part = e.getKey().resolveSibling(e.getKey().getFileName() + UNFINISHED);
				parts.add(part);
				write(part, e.getValue());
			}
			ready.accept(List.copyOf(contents.keySet()));
			int i = 0;
			for (Path file : contents.keySet()) {
				finish(parts.get(i++), file);
				replaced.add(file);
			}
			// ROIs of the run before would belong to nothing in this table; another command's stay.
			for (Path file : before)
				if (!contents.containsKey(file)) Files.deleteIfExists(file);
			return List.copyOf(contents.keySet());
		}
		finally {
			// The last one first: where that is there, all that have no name yet are.
			Collections.reverse(parts);
			parts.forEach(ResultFiles::remove);
			if (made && folderIsNew && !Files.exists(path(RunJson.END))) Files.deleteIfExists(folder);
		}
	}

	/** One that cannot be removed does not keep the others. */
	private static void remove(Path part) {
		try {
			Files.deleteIfExists(part);
		}
		catch (IOException e) {
			// It is why the results could not be written.
			return;
		}
	}

	/** On the disk when it returns, so that a name never belongs to a file that is still to come. */
	private static void write(Path part, Content content) throws IOException {
		try (FileChannel channel = fresh(part)) {
			OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
			content.write(out);
			out.flush();
			channel.force(false);
		}
	}

	/**
	 * Writes a text whole or not at all: a full disk leaves what was there.
	 *
	 * @param file replaced where it is there already
	 */
	public static void replace(Path file, String text) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
		try {
			write(part, text(text));
			finish(part, file);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** A new file under this name; a link that lies there is removed and not followed. */
	public static FileChannel fresh(Path part) throws IOException {
		Files.deleteIfExists(part);
		return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
	}

	/**
	 * What the last run under this name has written, if it was of the same command; of that before
	 * nobody knows.
	 */
	private List<Path> leftBySameCommand() throws IOException {
		RunJson run = RunJson.of(path(RunJson.END));
		if (run.files() == null || !command.name().equals(run.command())) return List.of();
		return mayWrite().stream()
			.filter(f -> run.files().contains(f.getFileName().toString()))
			.toList();
	}

	/** The order of the columns of classes that these files tell of, blank where of none. */
	public String classes() {
		return told().classes();
	}

	/** How many planes these files are of; 1 where nobody knows. */
	public int planes() {
		return told().planesOrOne();
	}

	private RunJson told() {
		try {
			return RunJson.of(path(RunJson.END));
		}
		catch (IOException e) {
			// Of a file that cannot be read any more the tables are made all the same.
			return RunJson.NONE;
		}
	}

	private static Content text(String text) {
		return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Content tiff(ImagePlus image) {
		return out -> TiffFile.write(image, out);
	}

	private static void png(ImagePlus plot, OutputStream out) throws IOException {
		ImageIO.write(plot.getProcessor().getBufferedImage(), "png", out);
	}
}
