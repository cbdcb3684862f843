package triptych.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Calibration;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.decode.Thresholds;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.Rois;
import triptych.measure.RegionStatistics;
import triptych.model.ModelSpec;
import triptych.options.Output;
import triptych.options.RunOptions;
import triptych.result.Tables;

/**
 * One plane of one run: what the model predicts on it, what the keys keep of that, and what the
 * command makes of it.
 *
 * @param thresholds the limits of this run, those of the model where the keys leave them open
 * @param predict a plane to the prediction in its pixels
 */
record PlaneRun<O extends RunOptions>(ModelCommand<O> command, O options, ModelSpec model,
	Thresholds thresholds, Calibration calibration, Function<Plane, Prediction> predict)
{

	PlaneResult run(Place place, Progress progress) {
		ModelCommand.Kept kept = kept(place.image(), place.position(), place.crop());
		progress.check();
		return command.result(kept, this, place, progress);
	}

	/** What the keys keep of the model's prediction, in pixels of the whole plane. */
	ModelCommand.Kept kept(ImagePlus image, Position position, Crop crop) {
		return command.kept(predict.apply(input(image, position, crop)), this, crop);
	}

	/** What the model gets to see: the wanted channels of a part of a plane. */
	Plane input(ImagePlus image, Position position, Crop crop) {
		ImagePlane all = ImagePlane.of(image, position);
		boolean auto = options.channels().isAuto();
		return crop.of(auto ? all : all.picked(options.channels().toArray()));
	}

	/** See {@link ModelCommand#keeps}. */
	Optional<Predicate<Segment>> keeps(RegionStatistics regions, Crop crop) {
		return command.keeps(regions, this, crop);
	}

	Tables tables(Place place) {
		return new Tables(place.position(), calibration);
	}

	boolean wants(Output output) {
		return options.outputs().contains(output);
	}

	boolean wantsRois() {
		return Output.draws(options.outputs()) || wants(Output.ROIS);
	}

	/** The outlines of a label map, where they are wanted. */
	List<Roi> outlines(LabelMap map, Place place, Colouring colouring, Progress progress) {
		if (!wantsRois()) return List.of();
		return new Rois(model.name(), place.position(), colouring).of(map, progress);
	}
}
