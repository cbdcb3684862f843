package triptych.run;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import ij.ImagePlus;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.UnfitPrediction;
import triptych.decode.Thresholds;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.Position;
import triptych.measure.RegionStatistics;
import triptych.options.MenuNames;
import triptych.options.RunOptions;

/**
 * One plane of one run: what the model predicts on it, what the keys keep of that, and what the
 * command makes of it.
 *
 * @param predict a plane to the prediction in its pixels
 */
public record PlaneRun<O extends RunOptions>(ModelCommand<O> command, PlaneContext<O> context,
	Function<Plane, Prediction> predict)
{

	PlaneResult run(Place place, Progress progress) {
		ModelCommand.Kept kept = kept(place.image(), place.position(), place.crop());
		progress.check();
		return command.result(kept, context, place, progress);
	}

	/** What the keys keep of the model's prediction, in pixels of the whole plane. */
	public ModelCommand.Kept kept(ImagePlus image, Position position, Crop crop) {
		try {
			return command.kept(predict.apply(input(image, position, crop)), context, crop);
		}
		catch (UnfitPrediction e) {
			throw new TriptychException(e.getMessage() + "; use " + MenuNames.of(e.task()), e);
		}
	}

	/** What the model gets to see: the wanted channels of a part of a plane. */
	public Plane input(ImagePlus image, Position position, Crop crop) {
		ImagePlane all = ImagePlane.of(image, position);
		boolean auto = context.options().channels().isAuto();
		return crop.of(auto ? all : all.picked(context.options().channels().toArray()));
	}

	/** See {@link ModelCommand#keeps}. */
	public Optional<Predicate<Segment>> keeps(RegionStatistics regions, Crop crop) {
		return command.keeps(regions, context, crop);
	}

	public Thresholds thresholds() {
		return context.thresholds();
	}
}
