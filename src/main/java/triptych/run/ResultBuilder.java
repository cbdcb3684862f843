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
import triptych.core.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.LabelImages;
import triptych.ij.draw.ScoreImages;
import triptych.options.ImageOptions;
import triptych.options.Output;
import triptych.options.RunOptions;
import triptych.options.Within;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.SummaryTable;
import triptych.session.Provenance;

/** Gathers what a run found, plane by plane, into one {@link Result}: one table, one label image, all ROIs. */
final class ResultBuilder {

	private final Action action;
	private final ImageOptions options;
	private final ImagePlus image;
	private final int asked;
	private final List<Position> positions = new ArrayList<>();
	private final List<Prediction> predictions = new ArrayList<>();
	private final List<List<Classification>> classified = new ArrayList<>();
	private final List<Table> tables = new ArrayList<>();
	private final List<Roi> rois = new ArrayList<>();
	private final LabelImages labels = new LabelImages();
	private final ScoreImages scores = new ScoreImages();
	private final SummaryTable summed;
	private int count, parts;
	private String answer = "";

	/**
	 * @param asked how many planes are wanted
	 * @param classes all classes that there may be, empty where only the image tells
	 */
	ResultBuilder(Action action, ImageOptions options, ImagePlus image, int asked, List<String> classes) {
		this.action = action;
		summed = new SummaryTable(classes, Position.calibration(image));
		this.options = options;
		this.image = image;
		this.asked = asked;
	}

	/** @param found what the parts of this plane gave; only a classification by ROIs has other than one */
	void add(Position position, List<PlaneRun.Found> found) {
		positions.add(position);
		if (action == Verb.CLASSIFY) classified.add(found.stream().map(f -> f.prediction().as(Classification.class)).toList());
		for (PlaneRun.Found f : found) {
			if (asked == 1 || !(f.prediction() instanceof LabelMap)) predictions.add(f.prediction());
			tables.add(f.table());
			rois.addAll(f.rois());
			if (wants(Output.LABELS)) f.labels().ifPresent(map -> labels.add(map, position));
			f.labels().flatMap(LabelMap::scores).ifPresent(s -> scores.add(s, position));
			if (action.summed()) summed.add(position, f.table(), f.pixels());
			count += f.count();
			parts++;
			answer = f.answer();
		}
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

	Result result(Map<String, String> keys, Map<String, String> provenance) {
		if (asked > 1) provenance.put("planes", positions.size() + (positions.size() < asked ? " of " + asked : ""));
		String title = ResultFiles.stem(image.getTitle());
		Optional<ImagePlus> labelImage = wants(Output.LABELS) ? Optional.of(labels.image(title + "-" + action.labels(), image))
			: Optional.empty();
		Optional<ImagePlus> probabilities = !wants(Output.PROBABILITIES) ? Optional.empty() : Optional.of(
			action == Verb.CLASSIFY ? ScoreImages.of(classified, title + "-probabilities") : scores.probabilities(title
				+ "-probabilities", image));
		Optional<ImagePlus> uncertainty = wants(Output.UNCERTAINTY) ? Optional.of(scores.uncertainty(title + "-uncertainty",
			image)) : Optional.empty();
		String note = provenance.getOrDefault("note", "");
		Result result = new Result(action.spec(), positions, predictions, Table.joined(tables), summed.table(), rois, labelImage,
			probabilities, uncertainty, List.of(), keys, provenance, summary() + otherPlanes() + (note.isEmpty() ? "" : ". "
				+ note), positions.size() < asked, List.of());
		String info = Provenance.info(action.spec(), keys, provenance);
		result.images().forEach(made -> made.setProperty("Info", info));
		return result;
	}

	private String summary() {
		boolean ofRois = options instanceof RunOptions run && run.within() == Within.ROIS;
		boolean regions = action == Verb.SEGMENT_REGIONS;
		String found = regions && asked > 1 ? "regions found" : count(count, regions ? "class" : "object");
		if (action == Verb.CLASSIFY) found = parts == 1 ? answer : parts + (ofRois ? " ROIs" : " planes") + " classified";
		if (positions.size() < asked) return found + " on " + positions.size() + " of " + asked + " planes; stopped by Esc";
		return found + (asked > 1 && action != Verb.CLASSIFY ? " on " + asked + " planes" : "");
	}

	/** A stack of which only the plane that is shown was worked on, for nobody said otherwise. */
	private String otherPlanes() {
		int slices = image.getNSlices(), frames = image.getNFrames();
		if (slices * frames == 1 || !options.slices().equals("current") || !options.frames().equals("current")) return "";
		return " on this plane only; " + (slices > 1 ? "slices=all" : "") + (slices > 1 && frames > 1 ? " " : "") + (frames > 1
			? "frames=all" : "") + " takes all " + slices * frames;
	}

	private static String count(int n, String what) {
		if (n == 0) return "no " + what + " found";
		return n + " " + (n == 1 ? what : what + (what.endsWith("s") ? "es" : "s")) + " found";
	}

	private boolean wants(Output output) {
		return options.outputs().contains(output);
	}
}
