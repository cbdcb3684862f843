package triptych.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Plural;
import triptych.core.Segment;
import triptych.core.table.Table;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.MeasuredPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.LabelImages;
import triptych.ij.draw.Rois;
import triptych.measure.LabelRuns;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;
import triptych.options.CommandSpec;
import triptych.result.LinkColumns;
import triptych.result.Picture;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.SummaryTable;
import triptych.result.Tables;

/** One image of a folder with the objects that a run has found in it, and what is made of them. */
public final class ReviewedImage {

	/**
	 * Where it comes from.
	 *
	 * @param path in the folder of images, its name in journal and tables
	 * @param keys of the run, with which the results are labelled
	 * @param model the name that the outlines tell
	 */
	public record Origin(String path, CommandSpec command, Map<String, String> keys, String model) {}

	private final ImagePlus image;
	private final Origin origin;
	private final ReviewJournal journal;
	private final ReviewedFiles files;
	private final SavedObjects saved;
	private final List<Position> positions;
	private final List<String> classes;
	private final List<PlaneObjects> planes = new ArrayList<>();
	private final boolean picture;
	private int largest;

	/**
	 * @param image opened; its pixels are read and not changed
	 * @param results the folder
	 * @param name of the image's files in it, without their ends
	 */
	public ReviewedImage(ImagePlus image, Origin origin, Path results, String name,
		ReviewJournal journal)
	{
		this.image = image;
		this.origin = origin;
		this.journal = journal;
		ResultFiles run = new ResultFiles(results.resolve(name), origin.command());
		files = new ReviewedFiles(results, name, origin.command());
		saved = new SavedObjects(image, run.table(), run.summaryTable());
		positions = saved.positions();
		picture = ResultFiles.PICTURES.stream()
			.anyMatch(end -> results.resolve(name + end).toFile().exists());
		List<LabelMap> maps = saved.maps(
			results.resolve(name + "-" + origin.command().labels() + ".tif"),
			results.resolve(name + "-rois.zip"));
		maps.forEach(map -> planes.add(new PlaneObjects(map)));
		Map<Integer, String> known = new LinkedHashMap<>();
		maps.forEach(
			map -> map.segments().forEach(s -> known.put(s.best().classId(), s.best().className())));
		classes = Stream.concat(saved.classes().stream(), known.values().stream()).distinct().toList();
		replay();
	}

	private void replay() {
		for (int p = 0; p < planes.size(); p++)
			planes.set(p, planes.get(p).untouched());
		largest = planes.stream().mapToInt(PlaneObjects::largest).max().orElse(0);
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

	/** The objects of a plane as they are now. */
	public PlaneObjects plane(int at) {
		return planes.get(at);
	}

	/** What can be done with a plane. */
	public Corrections corrections(int at) {
		return new Corrections(planes.get(at), at, largest + 1);
	}

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

	/** The classes that an object can be of, in the order of the model where that is known. */
	public List<String> classes() {
		return classes.isEmpty() ? List.of("object") : classes;
	}

	/** A class for an object that is drawn; it has no score. */
	public ClassScore drawn(String className) {
		return planes.stream()
			.flatMap(p -> p.all().stream().map(p::object))
			.map(Segment::best)
			.filter(best -> best.className().equals(className))
			.findFirst()
			.map(best -> new ClassScore(best.classId(), className, Double.NaN))
			.orElse(new ClassScore(Math.max(0, classes.indexOf(className)), className, Double.NaN));
	}

	private Colouring colouring() {
		return Colouring.ofObjects(classes.size());
	}

	/** The outlines of a plane. */
	public List<Roi> outlines(int plane) {
		return new Rois(origin.model(), positions.get(plane), colouring()).of(planes.get(plane).map());
	}

	/** The ids of objects of a plane that probably are several. */
	public Set<Integer> merged(int plane) {
		LabelMap map = planes.get(plane).map();
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics regions = RegionStatistics.of(runs, map.maxId());
		return Tables.merged(map, regions, Shapes.of(runs, regions, 1, 1));
	}

	/** Measures all objects as the run did, and writes the results beside those of the run. */
	public void save() {
		files.write(result(), journal, origin.path());
	}

	/** What the corrections have made of the run's result. */
	Result result() {
		Calibration calibration = Position.calibration(image);
		List<Long> pixels = saved.pixels(calibration.pixelArea());
		List<Table> tables = new ArrayList<>();
		List<Roi> rois = new ArrayList<>();
		LabelImages labels = new LabelImages();
		SummaryTable summary = new SummaryTable(classes, calibration);
		for (int p = 0; p < planes.size(); p++) {
			LabelMap map = planes.get(p).map();
			Table table = table(map, p, calibration);
			tables.add(table);
			rois.addAll(new Rois(origin.model(), positions.get(p), colouring()).of(map));
			labels.add(map, positions.get(p));
			summary.add(positions.get(p), table, pixels.get(p));
		}
		Table all = Table.joined(tables);
		boolean slices = saved.hasColumn("FirstSlice");
		if (slices || saved.hasColumn("FirstFrame"))
			all = LinkColumns.on(all, slices, image.getCalibration().pixelDepth);
		ImagePlus map = labels
			.image(ResultFiles.stem(image.getTitle()) + "-" + origin.command().labels(), image);
		Result result = new Result(origin.command(), positions, List.of(), all, summary.table(), rois,
			Optional.of(map), Optional.empty(), Optional.empty(), List.of(), origin.keys(),
			Map.of("reviewer", journal.reviewer(), "corrections", inWords()), inWords(), false,
			List.of());
		return picture ? result.withPlots(List.of(Picture.of(image, result))) : result;
	}

	private Table table(LabelMap map, int plane, Calibration calibration) {
		Plane measured = MeasuredPlane.of(ImagePlane.of(image, positions.get(plane)), image);
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics regions = RegionStatistics.of(runs, measured, map.maxId());
		return new Tables(positions.get(plane), calibration, saved.hasColumn("Disagreement"))
			.ofObjects(map, runs, regions, null, planes.get(plane)::state);
	}

	/** Such as "3 corrections: 1 deleted, 2 split". */
	public String inWords() {
		List<Edit> edits = edits();
		if (edits.isEmpty()) return "nothing corrected";
		Map<String, Long> kinds = edits.stream()
			.collect(
				Collectors.groupingBy(ReviewedImage::kind, LinkedHashMap::new, Collectors.counting()));
		return Plural.of(edits.size(), "correction", "corrections") + ": "
			+ kinds.entrySet()
				.stream()
				.map(e -> e.getValue() + " " + e.getKey())
				.collect(Collectors.joining(", "));
	}

	private static String kind(Edit edit) {
		return edit.added().isEmpty() ? "deleted" : edit.added().get(0).state();
	}
}
