package triptych.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.core.Table;
import triptych.decode.Thresholds;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.MeasuredPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.Rois;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;
import triptych.measure.RegionStatistics;
import triptych.model.ModelSpec;
import triptych.options.ClassifyOptions;
import triptych.options.DetectOptions;
import triptych.options.ObjectsOptions;
import triptych.options.Output;
import triptych.options.RegionsOptions;
import triptych.options.RunOptions;
import triptych.result.Tables;

/**
 * What a command does with one plane, or one part of it: predict, keep what the keys keep, measure. All lengths and
 * places are those of the whole plane.
 *
 * @param channels 1-based numbers of the channels that the model gets, empty for channels=auto
 * @param predict the pipeline: a plane to a prediction in its pixels
 */
record PlaneRun(Verb verb, RunOptions options, ModelSpec spec, Thresholds thresholds, Calibration calibration,
	int[] channels, Function<Plane, Prediction> predict)
{

	/** A ROI that is classified for itself; {@code number} counts from 1 on each plane. */
	record Numbered(Roi roi, int number) {

		String name() {
			return roi.getName() == null || roi.getName().isBlank() ? String.valueOf(number) : roi.getName();
		}
	}

	/**
	 * What one part gave.
	 *
	 * @param labels the final label map, where the command makes one
	 * @param pixels of the plane or of its part
	 */
	record Found(Prediction prediction, Table table, List<Roi> rois, Optional<LabelMap> labels, int count, long pixels,
		String answer)
	{}

	Found run(ImagePlus image, Position position, Crop part, Optional<Numbered> roi, Progress progress) {
		Prediction p = kept(image, position, part);
		progress.check();
		return switch (verb) {
			case CLASSIFY -> classified(p.as(Classification.class), position, roi);
			case DETECT -> detected(p.as(Detections.class), position, part);
			case SEGMENT_REGIONS -> regions(p.as(LabelMap.class), position, part, progress);
			case SEGMENT_OBJECTS -> objects(p.as(LabelMap.class), position, part, MeasuredPlane.of(ImagePlane.of(image, position),
				image), progress);
		};
	}

	/** What the keys keep of the model's prediction, in pixels of the whole plane; nothing is measured yet. */
	Prediction kept(ImagePlus image, Position position, Crop part) {
		ImagePlane all = ImagePlane.of(image, position);
		Prediction p = predict.apply(part.of(channels.length == 0 ? all : all.picked(channels)));
		return switch (verb) {
			case CLASSIFY -> p.as(Classification.class);
			case DETECT -> strongest(part.placed(p.as(Detections.class)));
			case SEGMENT_REGIONS -> part.placed(withoutSmallParts(part.inside(p.as(LabelMap.class)), ((RegionsOptions) options)
				.smallest()));
			case SEGMENT_OBJECTS -> keptObjects(p instanceof Detections d ? d.toLabelMap(part.width(), part.height()) : p.as(
				LabelMap.class), part);
		};
	}

	private Found classified(Classification c, Position position, Optional<Numbered> roi) {
		ClassifyOptions o = (ClassifyOptions) options;
		boolean multi = o.mode() == ClassifyOptions.Mode.MULTI || o.mode() == ClassifyOptions.Mode.AUTO && c.multiLabel();
		ClassScore best = Tables.ranked(c).get(0);
		boolean[] accepted = new boolean[c.scores().size()];
		for (ClassScore s : c.scores()) {
			double limit = thresholds.byClass().getOrDefault(s.classId(), multi && o.accept() == 0 ? spec
				.confidence() : o.accept());
			accepted[s.classId()] = (multi || s == best) && s.score() >= limit;
		}
		Rois rois = new Rois(spec.name(), position);
		List<Roi> shown = !wants(Output.OVERLAY) ? List.of() : List.of(roi.isPresent() ? rois.classified(roi.get()
			.roi(), roi.get().number(), best) : rois.caption(best));
		return new Found(c, new Tables(position, calibration).of(c, roi.map(Numbered::name).orElse(""), roi.isPresent(), o.top(), accepted), shown,
			Optional.empty(), 1, 0, String.format(Locale.ROOT, "%s (score %.2f%s)", best.className(), best.score(),
				accepted[best.classId()] ? "" : ", not accepted"));
	}

	private Detections strongest(Detections all) {
		DetectOptions o = (DetectOptions) options;
		int most = o.find() == DetectOptions.Find.BEST ? 1 : o.max() == 0 ? Integer.MAX_VALUE : o.max();
		return all.items().size() <= most ? all : new Detections(all.items().subList(0, most));
	}

	private Found detected(Detections d, Position position, Crop part) {
		Optional<LabelMap> labels = wants(Output.LABELS) ? Optional.of(d.toLabelMap(part.planeWidth(), part.planeHeight()))
			: Optional.empty();
		return new Found(d, new Tables(position, calibration).of(d), wantsRois() ? new Rois(spec.name(), position).of(d)
			: List.of(), labels, d.items().size(), part.pixels(), "");
	}

	private Found regions(LabelMap map, Position position, Crop part, Progress progress) {
		Table table = new Tables(position, calibration).ofRegions(map, part.pixels());
		return new Found(map, table, rois(map, position, Colouring.BY_ID, progress), Optional.of(map), table.rows()
			.size(), part.pixels(), "");
	}

	/** Connected parts below the area become background; the others keep their ids, which name classes. */
	private LabelMap withoutSmallParts(LabelMap map, double smallest) {
		if (smallest <= 0) return map;
		ConnectedComponents parts = ConnectedComponents.of(map.ids(), map.width(), map.height(), true);
		int[] sizes = parts.sizes(), cleaned = map.ids().clone();
		LabelRuns runs = parts.runs();
		for (int r = 0; r < runs.count(); r++)
			if (sizes[runs.value(r)] * calibration.pixelArea() < smallest) Arrays.fill(cleaned, runs.start(r), runs.end(r), 0);
		return map.withIds(cleaned);
	}

	private LabelMap keptObjects(LabelMap found, Crop part) {
		return part.placed(found.renumbered(keeps(RegionStatistics.of(found.ids(), found.width(), found.height(), found
			.maxId()), part)));
	}

	/** @param regions of a label map of the part */
	Predicate<Segment> keeps(RegionStatistics regions, Crop part) {
		ObjectsOptions o = (ObjectsOptions) options;
		boolean keepAtBorder = o.border() == ObjectsOptions.Border.KEEP;
		return s -> {
			int id = s.id(), pixels = regions.pixels(id);
			return pixels > 0 && pixels * calibration.pixelArea() >= o.smallest() && (keepAtBorder || !regions.touchesBorder(id))
				&& part.holds(regions.centroidX(id), regions.centroidY(id));
		};
	}

	private Found objects(LabelMap map, Position position, Crop part, Plane measured, Progress progress) {
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics statistics = RegionStatistics.of(runs, measured, map.maxId());
		progress.check();
		Table table = new Tables(position, calibration).ofObjects(map, runs, statistics, null);
		return new Found(map, table, rois(map, position, Colouring.ofObjects(spec.classes().size()), progress), Optional.of(
			map), map.segments().size(), part.pixels(), "");
	}

	private List<Roi> rois(LabelMap map, Position position, Colouring colouring, Progress progress) {
		return wantsRois() ? new Rois(spec.name(), position, colouring).of(map, progress) : List.of();
	}

	private boolean wants(Output output) {
		return options.outputs().contains(output);
	}

	private boolean wantsRois() {
		return Output.draws(options.outputs()) || wants(Output.ROIS);
	}
}
