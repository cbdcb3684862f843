package triptych.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import triptych.core.Calibration;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Task;
import triptych.core.table.Table;
import triptych.ij.draw.Colouring;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;
import triptych.options.CommandSpec;
import triptych.options.MenuNames;
import triptych.options.RegionsOptions;

/** Segment Regions...: how much of each class there is. */
final class RegionsCommand extends ModelCommand<RegionsOptions> {

	RegionsCommand() {
		super(Task.SEMANTIC_SEGMENTATION,
			new CommandSpec("segment-regions", MenuNames.of(Task.SEMANTIC_SEGMENTATION),
				RegionsOptions.class, "regions", "classes", false, SCORE_MAPS));
	}

	@Override
	Kept kept(Prediction prediction, PlaneContext<RegionsOptions> run, Crop crop) {
		LabelMap inside = crop.inside(prediction.as(LabelMap.class));
		return Kept.of(crop.placed(withoutSmallParts(inside, run)));
	}

	/** Connected parts below the area become background; the others keep their ids, the classes. */
	private static LabelMap withoutSmallParts(LabelMap map, PlaneContext<RegionsOptions> run) {
		double smallest = run.options().smallest(), pixel = run.calibration().pixelArea();
		if (smallest <= 0) return map;
		ConnectedComponents parts = ConnectedComponents.of(map.ids(), map.width(), map.height(), true);
		int[] sizes = parts.sizes(), cleaned = map.ids().clone();
		LabelRuns runs = parts.runs();
		for (int r = 0; r < runs.count(); r++) {
			if (sizes[runs.value(r)] * pixel >= smallest) continue;
			Arrays.fill(cleaned, runs.start(r), runs.end(r), 0);
		}
		return map.withIds(cleaned);
	}

	@Override
	PlaneResult result(Kept kept, PlaneContext<RegionsOptions> run, Place place, Progress progress) {
		LabelMap map = kept.prediction().as(LabelMap.class);
		Table table = run.tables(place).ofRegions(map, place.crop().pixels());
		return new PlaneResult(map, table, run.outlines(map, place, Colouring.BY_ID, progress),
			Optional.of(map), table.rows().size(), place.crop().pixels(), "");
	}

	@Override
	List<String> leavesOut(RegionsOptions options, Calibration calibration) {
		if (options.smallest() <= 0) return List.of();
		return List.of(area("smallest", options.smallest(), calibration));
	}

	@Override
	public String found(Tally tally) {
		if (tally.planes() > 1) return "regions found";
		return tally.count("class", "classes");
	}

	@Override
	public boolean countsPlanes() {
		return true;
	}
}
