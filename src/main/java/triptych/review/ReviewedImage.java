package triptych.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Plural;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.options.CommandSpec;
import triptych.result.LinkColumns;
import triptych.result.Picture;
import triptych.result.Result;
import triptych.result.ResultFiles;

/**
 * One image of a folder with what a run has found in it, and what is made of that. The edits are in
 * the journal; what is shown and written is the run's result with the edits done again.
 */
public abstract class ReviewedImage {

	/**
	 * Where it comes from.
	 *
	 * @param path in the folder of images, its name in journal and tables
	 * @param results the folder
	 * @param name of the image's files in it, without their ends
	 * @param keys of the run, with which the results are labelled
	 * @param model the name that the outlines tell
	 * @param classes all that there may be, in the order of the model; empty where nobody knows
	 */
	public record Origin(String path, Path results, String name, CommandSpec command,
		Map<String, String> keys, String model, List<String> classes)
	{

		/** The files of the run. */
		ResultFiles files() {
			return new ResultFiles(results.resolve(name), command);
		}

		Path file(String end) {
			return results.resolve(name + end);
		}
	}

	final ImagePlus image;
	final Origin origin;
	final SavedResults saved;
	final List<Position> positions;
	private final ReviewJournal journal;
	private final ReviewedFiles files;
	private final List<ReviewedPlane> planes = new ArrayList<>();
	private final Set<String> classes = new LinkedHashSet<>();
	private int largest;

	/** @param image opened; its pixels are read and not changed */
	ReviewedImage(ImagePlus image, Origin origin, SavedResults saved, List<Position> positions,
		ReviewJournal journal)
	{
		this.image = image;
		this.origin = origin;
		this.journal = journal;
		this.saved = saved;
		this.positions = positions;
		files = new ReviewedFiles(origin.results(), origin.name(), origin.command());
	}

	/**
	 * @param found in the order of the positions
	 * @param occurring classes, those that the model has before them
	 */
	final void begin(List<? extends ReviewedPlane> found, List<String> occurring) {
		planes.addAll(found);
		classes.addAll(origin.classes());
		classes.addAll(occurring);
		replay();
	}

	private void replay() {
		for (int p = 0; p < planes.size(); p++)
			planes.set(p, planes.get(p).untouched());
		largest = planes.stream().mapToInt(ReviewedPlane::largest).max().orElse(0);
		edits().forEach(this::apply);
	}

	private void apply(Edit edit) {
		planes.get(edit.plane()).apply(edit);
		for (Edit.Added added : edit.added())
			largest = Math.max(largest, added.id());
	}

	/** The corrections so far. */
	public List<Edit> edits() {
		return journal.image(origin.path()).edits();
	}

	public ImagePlus image() {
		return image;
	}

	public List<Position> positions() {
		return positions;
	}

	/** What a plane holds now. */
	public ReviewedPlane plane(int at) {
		return planes.get(at);
	}

	/** What can be done with a plane. */
	public Corrections corrections(int at) {
		return corrections(planes.get(at), at, largest + 1);
	}

	abstract Corrections corrections(ReviewedPlane found, int at, int nextId);

	/** Does a correction; it is in the journal when this returns. */
	public void correct(Edit edit) {
		journal.add(origin.path(), edit);
		apply(edit);
	}

	/** Takes back the last correction; false where there is none. */
	public boolean undo() {
		if (edits().isEmpty()) return false;
		journal.undo(origin.path());
		replay();
		return true;
	}

	/** The classes that there may be, in the order of the model where that is known. */
	public List<String> classes() {
		return classes.isEmpty() ? List.of("object") : List.copyOf(classes);
	}

	/** A class that somebody names; it has no score. */
	public ClassScore named(String className) {
		for (ReviewedPlane plane : planes)
			for (int id : plane.all())
				if (plane.best(id).className().equals(className))
					return new ClassScore(plane.best(id).classId(), className, Double.NaN);
		return new ClassScore(Math.max(0, classes().indexOf(className)), className, Double.NaN);
	}

	/** What is drawn of a plane, each with the property id. */
	public abstract List<Roi> outlines(int plane);

	/** The ids of objects of a plane that probably are several. */
	public Set<Integer> merged(int plane) {
		return Set.of();
	}

	/** Measures all as the run did, and writes the results beside those of the run. */
	public final void save() {
		files.write(result(), journal, origin.path());
	}

	/** What the corrections have made of the run's result. */
	abstract Result result();

	/** @param tables of the planes */
	final Result result(List<Table> tables, Table summary, List<Roi> rois,
		Optional<ImagePlus> labels)
	{
		Table all = Table.joined(tables);
		boolean slices = saved.hasColumn("FirstSlice");
		if (slices || saved.hasColumn("FirstFrame"))
			all = LinkColumns.on(all, slices,
				LinkColumns.step(positions, slices) * image.getCalibration().pixelDepth);
		Result result = new Result(origin.command(), positions, List.of(), all, summary, rois, labels,
			Optional.empty(), Optional.empty(), List.of(), origin.keys(),
			Map.of("reviewer", journal.reviewer(), "corrections", inWords()), inWords(), false,
			List.of());
		boolean picture = ResultFiles.PICTURES.stream()
			.anyMatch(end -> origin.file(end).toFile().exists());
		return picture ? result.withPlots(List.of(Picture.of(image, result))) : result;
	}

	final Calibration calibration() {
		return Position.calibration(image);
	}

	final String labelsTitle() {
		return ResultFiles.stem(image.getTitle()) + "-" + origin.command().labels();
	}

	/** Such as "3 corrections: 1 deleted, 2 split". */
	public String inWords() {
		List<Edit> edits = edits();
		if (edits.isEmpty()) return "nothing corrected";
		Map<String, Long> kinds = edits.stream()
			.collect(
				Collectors.groupingBy(this::kind, LinkedHashMap::new, Collectors.counting()));
		return Plural.of(edits.size(), "correction", "corrections") + ": "
			+ kinds.entrySet()
				.stream()
				.map(e -> e.getValue() + " " + e.getKey())
				.collect(Collectors.joining(", "));
	}

	/** In one word, what a correction did. */
	String kind(Edit edit) {
		return edit.added().isEmpty() ? "deleted" : edit.added().get(0).state();
	}
}
