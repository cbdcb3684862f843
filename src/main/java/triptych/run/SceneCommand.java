package triptych.run;

import java.util.List;
import java.util.Optional;

import triptych.core.Calibration;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Task;
import triptych.core.table.Table;
import triptych.ij.draw.Colouring;
import triptych.measure.RegionStatistics;
import triptych.options.CommandSpec;
import triptych.options.MenuNames;
import triptych.options.SceneOptions;

/** Segment Scene...: single objects and the regions around them, every pixel once. */
final class SceneCommand extends ModelCommand<SceneOptions> {

	SceneCommand() {
		super(Task.PANOPTIC_SEGMENTATION,
			new CommandSpec("segment-scene", MenuNames.of(Task.PANOPTIC_SEGMENTATION),
				SceneOptions.class, "scene", "scene", false, List.of()));
	}

	@Override
	Kept kept(Prediction prediction, PlaneContext<SceneOptions> run, Crop crop) {
		LabelMap map = crop.stuffInside(prediction.as(LabelMap.class));
		RegionStatistics regions = RegionStatistics.of(map.ids(), map.width(), map.height(),
			map.maxId());
		double smallest = run.options().smallest(), pixel = run.calibration().pixelArea();
		LabelMap kept = map.renumbered(s -> {
			int id = s.id(), pixels = regions.pixels(id);
			if (pixels == 0) return false;
			return s.thing() ? crop.holds(regions.centroidX(id), regions.centroidY(id))
				: pixels * pixel >= smallest;
		});
		return Kept.of(crop.placed(kept));
	}

	@Override
	PlaneResult result(Kept kept, PlaneContext<SceneOptions> run, Place place, Progress progress) {
		LabelMap map = kept.prediction().as(LabelMap.class);
		Table table = run.tables(place).ofScene(map);
		Colouring colouring = Colouring.ofObjects(run.model().classes().size());
		return new PlaneResult(map, table, run.outlines(map, place, colouring, progress),
			Optional.of(map), map.segments().size(), place.crop().pixels(), "");
	}

	@Override
	List<String> leavesOut(SceneOptions options, Calibration calibration) {
		if (options.smallest() <= 0) return List.of();
		return List.of(area("smallest", options.smallest(), calibration));
	}

	@Override
	public String found(Tally tally) {
		return tally.count("segment", "segments");
	}

	@Override
	public boolean countsPlanes() {
		return true;
	}
}
