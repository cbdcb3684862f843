package triptych.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import ij.ImagePlus;
import triptych.core.Mask;
import triptych.core.TriptychException;
import triptych.ij.files.ImageFile;
import triptych.options.Options;
import triptych.options.RunOptions;
import triptych.result.CsvRows;
import triptych.result.ResultFiles;
import triptych.review.ReviewJournal;
import triptych.review.ReviewKind;
import triptych.review.ReviewedAnswers;
import triptych.review.ReviewedBoxes;
import triptych.review.ReviewedFiles;
import triptych.review.ReviewedImage;
import triptych.review.ReviewedObjects;
import triptych.review.ReviewedRegions;
import triptych.run.Crop;
import triptych.run.ModelCommand;
import triptych.run.PlaneSelection;

/**
 * Review Folder...: the images of a folder run one after the other, with what was found in them.
 * Nobody else can review the folder or run into it meanwhile. At the end the joined tables are made
 * anew.
 */
public final class FolderReview implements AutoCloseable {

	/**
	 * An image of the run.
	 *
	 * @param path in the folder of images
	 * @param name of its results
	 */
	public record Item(String path, String name) {}

	private final Path results, input;
	private final ModelCommand<?> command;
	private final Map<String, String> settings;
	private final List<FolderJournal> journals;
	private final Map<String, FolderJournal.Entry> entries = new TreeMap<>();
	private final List<Item> items = new ArrayList<>();
	private final ReviewJournal journal;
	private final ReviewKind kind;
	private final List<String> classes;

	private FolderReview(Path results, ReviewOptions.Order order) {
		this.results = results;
		journals = journals(results);
		FolderJournal.Start start = journals.get(0).lastStart();
		settings = start.settings();
		command = FolderJob.command(settings.getOrDefault("task", ""));
		try {
			kind = ReviewKind.of(command.task());
			for (FolderJournal each : journals)
				entries.putAll(each.entries());
			entries.values().removeIf(e -> e.state() != FolderJournal.State.DONE);
			entries.values().forEach(e -> items.add(new Item(e.path(), e.name())));
			if (items.isEmpty()) throw new TriptychException("No image of the folder \"" + results
				+ "\" is done; run Process Folder... first.");
			input = images(start.folder().getOrDefault("input", ""));
			if (order == ReviewOptions.Order.WORST) worstFirst();
			classes = classes(start);
			journal = goOn();
		}
		catch (RuntimeException e) {
			journals.forEach(FolderJournal::close);
			throw e;
		}
	}

	/** The journal of the review, after what a process was killed in the middle of. */
	private ReviewJournal goOn() {
		ReviewJournal opened = ReviewJournal.open(results);
		try {
			for (Item item : items)
				files(item).goOn(opened, item.path());
			return opened;
		}
		catch (RuntimeException e) {
			opened.close();
			throw e;
		}
	}

	/**
	 * @throws TriptychException where there are no results, they are scenes, or
	 *           somebody else has them open
	 */
	public static FolderReview open(ReviewOptions options) {
		if (options.results().isEmpty()) throw new TriptychException(ReviewOptions.COMMAND
			+ " needs the key results: the folder that Process Folder... has written into.");
		return new FolderReview(ResultFiles.writable(options.results()), options.order());
	}

	/** Locked, so that no run writes meanwhile; those of parts of a run are only read. */
	private static List<FolderJournal> journals(Path results) {
		List<Path> files = FolderJournal.all(results);
		if (files.isEmpty()) throw new TriptychException("The folder \"" + results
			+ "\" holds no results of Process Folder...; choose the folder that it was told to save"
			+ " into.");
		List<FolderJournal> journals = new ArrayList<>();
		if (files.size() == 1 && files.get(0).getFileName().toString().equals("folder-run.journal"))
			journals.add(FolderJournal.of(results, Shard.WHOLE));
		else files.forEach(file -> journals.add(FolderJournal.read(file)));
		if (!journals.get(0).isOld()) throw new TriptychException("The journal \"" + files.get(0)
			+ "\" is empty; run Process Folder... first.");
		return journals;
	}

	/**
	 * Where the images are: as the run was told, from where it was started or from beside the
	 * results; or beside the results under their name, where both were moved.
	 */
	private Path images(String told) {
		Path as = Path.of(told), beside = results.toAbsolutePath().normalize().getParent();
		List<Path> places = new ArrayList<>(List.of(as));
		for (Path up = beside; up != null; up = up.getParent())
			places.add(up.resolve(as));
		if (beside != null && as.getFileName() != null) places.add(beside.resolve(as.getFileName()));
		for (Path place : places)
			for (Item item : items)
				if (Files.exists(place.resolve(item.path()))) return place;
		throw new TriptychException("The images of these results are not in \"" + told
			+ "\", where they were; bring them back to that place or beside the results, or run"
			+ " Process Folder... again.");
	}

	/** All that the model has; of a run before it told them, those that the joined table has. */
	private List<String> classes(FolderJournal.Start start) {
		if (start.classes() != null) return start.classes();
		Path joined = FolderReport.table(results, command);
		return Files.exists(joined) ? List.copyOf(CsvRows.distinct(joined, "Class")) : List.of();
	}

	private ReviewedFiles files(Item item) {
		return new ReviewedFiles(results, item.name(), command.spec());
	}

	private void worstFirst() {
		Map<Item, Doubt> doubts = new LinkedHashMap<>();
		for (Item item : items)
			doubts.put(item, Doubt.of(new ResultFiles(results.resolve(item.name()), command.spec()),
				command.spec().summed()));
		items.sort(Comparator.comparing(doubts::get));
	}

	/** What can be corrected. */
	public ReviewKind kind() {
		return kind;
	}

	/** The images in the order of the review. */
	public List<Item> items() {
		return items;
	}

	/** True where somebody has looked an image through. */
	public boolean isReviewed(Item item) {
		return journal.image(item.path()).state() != null;
	}

	/** How many images are reviewed. */
	public int reviewed() {
		return (int) items.stream().filter(this::isReviewed).count();
	}

	/** Where the review goes on: the first image that is not reviewed, or else the first. */
	public int next() {
		for (int i = 0; i < items.size(); i++)
			if (!isReviewed(items.get(i))) return i;
		return 0;
	}

	/**
	 * Opens an image with its objects, as they are after all corrections.
	 *
	 * @throws TriptychException where the image or its results are gone or do not fit any more
	 */
	public ReviewedImage open(Item item) {
		ImagePlus image = ImageFile.open(input.resolve(item.path()));
		Map<String, String> keys = new LinkedHashMap<>(settings);
		keys.keySet().retainAll(FolderJob.keysOf(command).stream().map(k -> k.name()).toList());
		ReviewedImage.Origin origin = new ReviewedImage.Origin(item.path(), results, item.name(),
			command.spec(), keys, settings.getOrDefault("model", ""), classes);
		if (kind == ReviewKind.ANSWERS) return new ReviewedAnswers(image, origin, journal);
		RunOptions options = (RunOptions) Options.of(command.spec().options(), keys);
		Optional<Mask> looked = Crop.selected(image, options.within()).map(Crop::object);
		long pixels = looked.map(m -> (long) m.area()).orElse((long) image.getWidth() * image
			.getHeight());
		return switch (kind) {
			case OBJECTS -> new ReviewedObjects(image, origin, pixels, journal);
			case BOXES -> new ReviewedBoxes(image, origin, pixels, journal);
			// A plane without any region has no row, so the keys of the run tell the planes.
			default -> new ReviewedRegions(image, origin, PlaneSelection.of(image, options, false),
				looked, journal);
		};
	}

	/** Writes an image's results where the files do not hold all of its corrections yet. */
	public void save(Item item, ReviewedImage image) {
		boolean whole = files(item).files().complete();
		if (!journal.image(item.path()).isSaved() || !whole) image.save();
	}

	/**
	 * Makes the joined tables anew, after saving what a process that was killed has left in the
	 * journal only.
	 *
	 * @return where they are
	 */
	public List<Path> finish() {
		for (Item item : items) {
			ReviewJournal.Image state = journal.image(item.path());
			boolean open = state.state() != null || !state.edits().isEmpty();
			if (open && !(state.isSaved() && files(item).files().complete())) open(item).save();
		}
		FolderReport report = new FolderReport(results, command, Map.of(),
			Groups.of(journals.get(0).lastStart().folder().getOrDefault("group", "")));
		entries.values().forEach(entry -> report.add(entry, results));
		return report.tables();
	}

	@Override
	public void close() {
		journal.close();
		journals.forEach(FolderJournal::close);
	}
}
