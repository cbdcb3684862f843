package triptych.run;

import java.util.List;
import java.util.Optional;

import ij.gui.Roi;
import triptych.core.Calibration;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Task;
import triptych.ij.draw.Rois;
import triptych.options.CommandSpec;
import triptych.options.DetectOptions;
import triptych.options.DetectOptions.Find;
import triptych.options.MenuNames;
import triptych.options.Output;

/** Detect Objects...: where objects are, as boxes or outlines. */
final class DetectCommand extends ModelCommand<DetectOptions> {

	DetectCommand() {
		super(Task.DETECTION, new CommandSpec("detect", MenuNames.of(Task.DETECTION),
			DetectOptions.class, "detections", "labels", true, SCORE_MAPS));
	}

	@Override
	Kept kept(Prediction prediction, PlaneContext<DetectOptions> run, Crop crop) {
		Detections all = crop.placed(prediction.as(Detections.class));
		int most = most(run.options());
		boolean few = all.items().size() <= most;
		return Kept.of(few ? all : new Detections(all.items().subList(0, most)));
	}

	private static int most(DetectOptions options) {
		if (options.find() == Find.BEST) return 1;
		return options.max() == 0 ? Integer.MAX_VALUE : options.max();
	}

	@Override
	PlaneResult result(Kept kept, PlaneContext<DetectOptions> run, Place place, Progress progress) {
		Detections found = kept.prediction().as(Detections.class);
		Crop crop = place.crop();
		Optional<LabelMap> labels = Optional.empty();
		if (run.wants(Output.LABELS)) {
			LabelMap map = found.toLabelMap(crop.planeWidth(), crop.planeHeight());
			labels = Optional.of(kept.ids().map(i -> map.underIds(behindBackground(i))).orElse(map));
		}
		List<Roi> rois = List.of();
		int[] ids = kept.ids().orElseGet(found::ids);
		if (run.wantsRois()) rois = new Rois(run.model().name(), place.position()).of(found, ids);
		return new PlaneResult(found, run.tables(place).of(found, ids), rois, labels,
			found.items().size(), crop.pixels(), "");
	}

	/** For the places of a label map, of which 0 is background. */
	private static int[] behindBackground(int[] ids) {
		int[] all = new int[ids.length + 1];
		System.arraycopy(ids, 0, all, 1, ids.length);
		return all;
	}

	@Override
	List<String> leavesOut(DetectOptions options, Calibration calibration) {
		return List.of();
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
