package triptych.run;

import java.util.List;
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
import triptych.ij.convert.LutUse;
import triptych.ij.convert.Position;
import triptych.ij.convert.ShownPlane;
import triptych.measure.RegionStatistics;
import triptych.model.InputSpec;
import triptych.options.MenuNames;
import triptych.options.RunOptions;
import triptych.pipeline.join.PlaneLink;
import triptych.pipeline.prepare.ObjectPlane;
import triptych.session.ObjectClassifier;

/**
 * One plane of one run: what the model predicts on it, what the keys keep of that, and what the
 * command makes of it.
 *
 * @param predict a plane to the prediction in its pixels
 * @param classifier gives the objects that are kept their classes, where the keys name one
 */
public record PlaneRun<O extends RunOptions>(ModelCommand<O> command, PlaneContext<O> context,
	Function<Plane, Prediction> predict, Optional<ObjectClassifier> classifier)
{

	/** @param link to the plane before, where objects have ids over all planes */
	PlaneResult run(Place place, Optional<PlaneLink> link, Progress progress) {
		ModelCommand.Kept named = named(place.image(), place.position(), place.crop(), progress);
		ModelCommand.Kept kept = link.map(named::linked).orElse(named);
		progress.check();
		return command.result(kept, context, place, progress);
	}

	/** What the keys keep, with the classes of the model that classifies where there is one. */
	public ModelCommand.Kept named(ImagePlus image, Position position, Crop crop,
		Progress progress)
	{
		ModelCommand.Kept here = kept(image, position, crop);
		progress.check();
		return classifier.map(c -> here.with(
			c.classified(here.prediction(), all(image, position, c.inColour()), progress)))
			.orElse(here);
	}

	/** All channels of a plane, as the model that classifies gets to see them. */
	private Plane all(ImagePlus image, Position position, boolean colours) {
		ImagePlane all = ImagePlane.of(image, position);
		if (context.fullBrightness() > 0) all = all.scaledTo(context.fullBrightness());
		return ShownPlane.of(all, image, LutUse.of(image, colours));
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
		ImagePlane wanted = auto ? all : all.picked(context.options().channels().toArray());
		if (context.fullBrightness() > 0) wanted = wanted.scaledTo(context.fullBrightness());
		Plane shown = ShownPlane.of(wanted, image, lutUse(image));
		InputSpec input = context.model().input();
		return input.wantsObject() ? ObjectPlane.of(shown, crop.object(), input.halo())
			: crop.of(shown);
	}

	/** What the image's lookup table means for the model. */
	LutUse lutUse(ImagePlus image) {
		boolean colours = context.model().input().channels() == 3;
		return LutUse.of(image, colours && context.options().channels().isAuto());
	}

	/**
	 * The same with one full brightness for all 32-bit planes, so that one plane is not brighter than
	 * another because of what else it holds; each is read once for it, up to its end.
	 */
	PlaneRun<O> scaledAlike(ImagePlus image, List<Position> planes, Progress progress) {
		boolean own = image.getBitDepth() != 32 || planes.size() == 1
			|| context.model().input().percentiles().length > 0;
		if (own) return this;
		double most = 0;
		for (Position position : planes) {
			progress.check();
			most = Math.max(most, full(image, position));
		}
		PlaneContext<O> scaled = new PlaneContext<>(context.options(), context.model(),
			context.thresholds(), context.calibration(), most, context.classes());
		return new PlaneRun<>(command, scaled, predict, classifier);
	}

	private double full(ImagePlus image, Position position) {
		try {
			return input(image, position, Crop.whole(image.getWidth(), image.getHeight())).maxValue();
		}
		catch (TriptychException e) {
			throw new TriptychException("Plane " + position.label() + ": " + e.getMessage(), e);
		}
	}

	/** See {@link ModelCommand#keeps}. */
	public Optional<Predicate<Segment>> keeps(RegionStatistics regions, Crop crop) {
		return command.keeps(regions, context, crop);
	}

	public Thresholds thresholds() {
		return context.thresholds();
	}
}
