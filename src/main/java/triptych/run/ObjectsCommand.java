package triptych.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import triptych.core.Calibration;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.table.Table;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.MeasuredPlane;
import triptych.ij.draw.Colouring;
import triptych.measure.LabelRuns;
import triptych.measure.RegionStatistics;
import triptych.options.CommandSpec;
import triptych.options.MenuNames;
import triptych.options.ObjectsOptions;
import triptych.options.ObjectsOptions.Border;

/**
 * Segment Objects...: every object with its own label and measurements. It always answers through a
 * label map, so that table, label image, ROIs and overlay count the same pixels.
 */
final class ObjectsCommand extends ModelCommand<ObjectsOptions> {

	ObjectsCommand() {
		super(Task.INSTANCE_SEGMENTATION,
			new CommandSpec("segment-objects", MenuNames.of(Task.INSTANCE_SEGMENTATION),
				ObjectsOptions.class, "objects", "labels", true, SCORE_MAPS));
	}

	@Override
	Kept kept(Prediction prediction, PlaneContext<ObjectsOptions> run, Crop crop) {
		boolean masks = prediction instanceof Detections;
		LabelMap found = masks ? prediction.as(Detections.class).toLabelMap(crop.width(), crop.height())
			: prediction.as(LabelMap.class);
		LabelRuns runs = LabelRuns.of(found.ids(), found.width(), found.height());
		RegionStatistics regions = RegionStatistics.of(runs, found.maxId());
		int[] newIds = found.newIds(keep(regions, run, crop));
		LabelMap kept = crop.placed(found.renumbered(newIds));
		boolean samePlane = kept.width() == found.width() && kept.height() == found.height();
		return new Kept(kept, samePlane ? Optional.of(runs.renumbered(newIds)) : Optional.empty());
	}

	@Override
	Optional<Predicate<Segment>> keeps(RegionStatistics regions, PlaneContext<ObjectsOptions> run,
		Crop crop)
	{
		return Optional.of(keep(regions, run, crop));
	}

	private static Predicate<Segment> keep(RegionStatistics regions, PlaneContext<ObjectsOptions> run,
		Crop crop)
	{
		double smallest = run.options().smallest(), pixel = run.calibration().pixelArea();
		boolean atBorder = run.options().border() == Border.KEEP;
		return s -> {
			int id = s.id(), pixels = regions.pixels(id);
			return pixels > 0 && pixels * pixel >= smallest && (atBorder || !regions.touchesBorder(id))
				&& crop.holds(regions.centroidX(id), regions.centroidY(id));
		};
	}

	@Override
	PlaneResult result(Kept kept, PlaneContext<ObjectsOptions> run, Place place, Progress progress) {
		LabelMap map = kept.prediction().as(LabelMap.class);
		LabelRuns runs = kept.runs()
			.orElseGet(() -> LabelRuns.of(map.ids(), map.width(), map.height()));
		Plane measured = MeasuredPlane.of(ImagePlane.of(place.image(), place.position()),
			place.image());
		RegionStatistics statistics = RegionStatistics.of(runs, measured, map.maxId());
		progress.check();
		Table table = run.tables(place).ofObjects(map, runs, statistics, null);
		Colouring colouring = Colouring.ofObjects(run.classes().size());
		return new PlaneResult(map, table, run.outlines(map, place, colouring, progress),
			Optional.of(map), map.segments().size(), place.crop().pixels(), "");
	}

	@Override
	List<String> leavesOut(ObjectsOptions options, Calibration calibration) {
		List<String> keys = new ArrayList<>();
		if (options.smallest() > 0) keys.add(area("smallest", options.smallest(), calibration));
		if (options.border() == Border.EXCLUDE) keys.add("border=exclude");
		return keys;
	}

	@Override
	public String found(Tally tally) {
		return tally.count("object", "objects");
	}

	@Override
	public boolean countsPlanes() {
		return true;
	}
}
