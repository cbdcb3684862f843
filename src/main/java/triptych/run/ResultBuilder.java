package triptych.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Classification;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.LabelImages;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.draw.ScoreImages;
import triptych.options.ImageOptions;
import triptych.options.Output;
import triptych.options.RunOptions;
import triptych.options.Within;
import triptych.result.LinkColumns;
import triptych.result.Picture;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.SummaryTable;
import triptych.session.Provenance;

/** Makes one {@link Result} of what the planes gave: one table, one label image, all ROIs. */
final class ResultBuilder {

	private static final String TEMPORARY = System.getProperty("java.io.tmpdir");

	private final ImageCommand command;
	private final ImageOptions options;
	private final ImagePlus image;
	private final int asked;
	private final List<Position> positions = new ArrayList<>();
	private final List<Prediction> predictions = new ArrayList<>();
	/** Of each plane, one for each of its parts. */
	private final List<List<Classification>> classified = new ArrayList<>();
	private final List<Table> tables = new ArrayList<>();
	private final List<Roi> rois = new ArrayList<>();
	private final LabelImages labels;
	private final ScoreImages scores = new ScoreImages();
	private final SummaryTable summed;
	private final List<String> classes;
	private int count, parts;
	private String answer = "";

	/**
	 * @param asked how many planes are wanted
	 * @param classes all classes that there may be, empty where only the image tells
	 */
	ResultBuilder(ImageCommand command, ImageOptions options, ImagePlus image, int asked,
		List<String> classes)
	{
		this.command = command;
		this.classes = classes;
		summed = new SummaryTable(classes, Position.calibration(image));
		this.options = options;
		this.image = image;
		this.asked = asked;
		labels = labels();
	}

	/** A virtual stack need not fit into the memory, and no more need its label image. */
	private LabelImages labels() {
		boolean large = asked > 1 && image.getStack().isVirtual() && wants(Output.LABELS);
		if (!large) return new LabelImages();
		boolean saved = !options.save().isEmpty();
		// The file that is made of it has a byte a pixel or more, deflated a thousandth of it or more.
		long bytes = (long) asked * image.getWidth() * image.getHeight() / (saved ? 1 : 1000);
		return new LabelImages(ResultFiles.existing(saved ? options.save() : TEMPORARY), bytes);
	}

	/** @param found what the parts of this plane gave; only ROIs of a classification are several */
	void add(Position position, List<PlaneResult> found) {
		positions.add(position);
		classified.add(found.stream()
			.map(PlaneResult::prediction)
			.filter(Classification.class::isInstance)
			.map(Classification.class::cast)
			.toList());
		for (PlaneResult f : found) {
			if (asked == 1 || !(f.prediction() instanceof LabelMap)) predictions.add(f.prediction());
			tables.add(f.table());
			rois.addAll(f.rois());
			if (wants(Output.LABELS)) f.labels().ifPresent(map -> labels.add(map, position));
			f.labels()
				.flatMap(LabelMap::scores)
				.ifPresent(s -> scores.add(s, position));
			if (command.spec().summed()) summed.add(position, f.table(), f.pixels());
			count += f.count();
			parts++;
			answer = f.answer();
		}
	}

	/** ROIs that become pixels of the label image and nothing else. */
	void add(Position position, RoiRasterizer painted) {
		positions.add(position);
		classified.add(List.of());
		tables.add(Table.NONE);
		labels.add(painted, position);
		count += painted.segments().size();
		parts++;
	}

	/**
	 * @param slices true where objects have one id through slices, false where through frames
	 * @param step from plane to plane of the run
	 */
	void linked(boolean slices, int step) {
		double depth = step * image.getCalibration().pixelDepth;
		Table linked = LinkColumns.on(Table.joined(tables), slices, depth);
		tables.clear();
		tables.add(linked);
	}

	/** Objects or classes so far. */
	int count() {
		return count;
	}

	int planes() {
		return positions.size();
	}

	/** Those of all planes so far. */
	List<Roi> rois() {
		return rois;
	}

	/**
	 * @param keys every effective key with its value
	 * @param provenance what the result was made with; gets the number of planes too
	 */
	Result result(Map<String, String> keys, Map<String, String> provenance) {
		boolean stopped = positions.size() < asked;
		String wanted = stopped ? " of " + asked : "";
		if (asked > 1) provenance.put("planes", positions.size() + wanted);
		String note = note(provenance);
		String summary = summary(stopped) + otherPlanes();
		if (!note.isEmpty()) summary += ". " + note;
		Result result = new Result(command.spec(), positions, predictions, Table.joined(tables),
			summed.table(), rois, labelImage(), probabilities(), uncertainty(), List.of(), keys,
			provenance, summary, stopped, List.of());
		String info = Provenance.info(command.spec(), keys, provenance);
		if (command.spec().summed()) SummaryTable.order(classes)
			.ifPresent(order -> provenance.put(ResultFiles.CLASSES, order));
		if (wants(Output.PICTURE))
			result = result.withPlots(List.of(Picture.of(image, result)));
		result.images().forEach(made -> made.setProperty("Info", info));
		return result;
	}

	private String note(Map<String, String> provenance) {
		String note = provenance.getOrDefault("note", "");
		String picture = wants(Output.PICTURE) ? Picture.note(image) : "";
		if (picture.isEmpty()) return note;
		String both = note.isEmpty() ? picture : note + "; " + picture;
		provenance.put("note", both);
		return both;
	}

	private Optional<ImagePlus> labelImage() {
		if (!wants(Output.LABELS)) return Optional.empty();
		return Optional.of(labels.image(title("-" + command.spec().labels()), image));
	}

	private Optional<ImagePlus> probabilities() {
		if (!wants(Output.PROBABILITIES)) return Optional.empty();
		String title = title("-probabilities");
		boolean ofPlanes = classified.stream().allMatch(List::isEmpty);
		return Optional.of(ofPlanes ? scores.probabilities(title, image)
			: ScoreImages.of(classified, title));
	}

	private Optional<ImagePlus> uncertainty() {
		if (!wants(Output.UNCERTAINTY)) return Optional.empty();
		return Optional.of(scores.uncertainty(title("-uncertainty"), image));
	}

	private String title(String ending) {
		return ResultFiles.stem(image.getTitle()) + ending;
	}

	private String summary(boolean stopped) {
		boolean ofRois = options instanceof RunOptions run && run.within() == Within.ROIS;
		String found = command.found(new ImageCommand.Tally(count, parts, ofRois, asked, answer));
		if (stopped) {
			return found + " on " + positions.size() + " of " + asked + " planes; stopped by Esc";
		}
		return asked > 1 && command.countsPlanes() ? found + " on " + asked + " planes" : found;
	}

	/** A stack of which only the plane that is shown was worked on, for nobody said otherwise. */
	private String otherPlanes() {
		int slices = image.getNSlices(), frames = image.getNFrames();
		boolean said = !options.slices().isCurrent() || !options.frames().isCurrent();
		if (slices * frames == 1 || said) return "";
		List<String> keys = new ArrayList<>();
		if (slices > 1) keys.add("slices=all");
		if (frames > 1) keys.add("frames=all");
		return " on this plane only; " + String.join(" ", keys) + " takes all " + slices * frames;
	}

	private boolean wants(Output output) {
		return options.outputs().contains(output);
	}
}
