package triptych.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import triptych.core.Calibration;
import triptych.core.Detections;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.ModelFamily;
import triptych.decode.family.ModelFamilies;
import triptych.decode.Thresholds;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;
import triptych.options.Augment;
import triptych.options.Key;
import triptych.options.MenuNames;
import triptych.options.Options;
import triptych.options.Output;
import triptych.options.RunOptions;
import triptych.pipeline.join.Mirrored;
import triptych.pipeline.tiles.Tiling;
import triptych.session.ObjectClassifier;
import triptych.session.RunModels;

/**
 * The keys of a run joined with the model they are for: limits that the keys leave open are the
 * model's, and a key that the model cannot use is an error, not a silent nothing.
 */
public record RunSettings<O extends RunOptions>(ModelCommand<O> command, O options,
	ModelSpec model)
{

	/** Keys whose use depends on the model's decoder. */
	private static final Set<String> MODEL_KEYS = Set.of("confidence", "overlap", "suppression",
		"thresholds", "cutoff");

	public RunSettings {
		String problem = otherTask(command.task(), model);
		if (!problem.isEmpty()) throw new TriptychException(problem);
	}

	/** A sentence where the model is of another task, or nothing. */
	public static String otherTask(Task task, ModelSpec model) {
		if (model.task() == task) return "";
		return "The model " + model.name() + " " + model.task().verb() + "; use "
			+ MenuNames.of(model.task());
	}

	private static final String REGIONS = "stuff";

	/** That all segments of a scene count as objects, since the model does not tell which are not. */
	String regionsNote() {
		boolean untold = ModelFamilies.of(model)
			.parameters()
			.stream()
			.anyMatch(p -> p.name().equals(REGIONS))
			&& !model.decoder().parameters().containsKey(REGIONS);
		return model.task() == Task.PANOPTIC_SEGMENTATION && untold ? "The model " + model.name()
			+ " does not tell which classes are regions, so every segment counts as a thing; " + REGIONS
			+ ": [...] under decoder: in its description tells" : "";
	}

	/**
	 * @param options the record that belongs to the command
	 * @throws TriptychException where the model is of another task
	 */
	public static <O extends RunOptions> RunSettings<O> of(ModelCommand<O> command,
		RunOptions options, ModelSpec model)
	{
		return new RunSettings<>(command, command.own(options), model);
	}

	/** Keys of some models that this one has no use for. */
	public static Set<String> unusableKeys(ModelSpec model) {
		Set<String> keys = new HashSet<>(MODEL_KEYS);
		keys.removeAll(ModelFamilies.of(model).usableKeys(model));
		if (!model.takesDiameter()) keys.add("diameter");
		return keys;
	}

	/**
	 * The same for images of a calibration: where the keys tell how large the objects are, the model
	 * gets to see them as large as those that it was trained at.
	 *
	 * @throws TriptychException where that cannot be
	 */
	public RunSettings<O> on(Calibration calibration) {
		if (options.diameter() == 0 || !model.takesDiameter()) return this;
		double pixels = options.diameter() / Math.sqrt(calibration.pixelArea());
		double factor = model.diameter() / pixels;
		if (factor >= 0.5 / InputSpec.STEPS && factor <= InputSpec.STEPS)
			return new RunSettings<>(command, options, model.magnified(factor));
		throw new TriptychException("diameter=" + Key.plain(options.diameter()) + " ("
			+ calibration.unit() + ") is " + Key.plain(pixels) + " pixels in this image, and the model "
			+ model.name() + " was trained at " + Key.plain(model.diameter())
			+ " pixels: too far apart to rescale. Check the image's calibration (Image >"
			+ " Properties...) and the value.");
	}

	/**
	 * Finds what is wrong with keys and model before there is an image.
	 *
	 * @param own the model that looks; one of two where they make a scene together
	 */
	public void check(ModelSpec own) {
		checkUsableKeys();
		tiling(own, 1);
	}

	/** @throws TriptychException where a key was set that this model cannot use */
	public void checkUsableKeys() {
		String decoder = ", whose output (" + model.decoder().name() + ")";
		if (wantsScores() && !ModelFamilies.of(model).givesScores(model)) throw new TriptychException(
			"outputs=probabilities cannot be used with the model " + model.name() + decoder
				+ " has no score for each pixel; leave it out.");
		Set<String> unusable = unusableKeys(model);
		Map<String, String> given = Options.values((Record) options);
		for (Key key : Options.keys(command.spec().options())) {
			String value = given.get(key.name());
			if (!unusable.contains(key.name()) || value.equals(key.fallback())) continue;
			throw new TriptychException("The key " + key.name() + " cannot be used with the model "
				+ model.name() + decoder + " has no such setting; leave " + key.name() + "=" + value
				+ " out.");
		}
	}

	/** True where the model's scores themselves are wanted. */
	boolean wantsScores() {
		return options.outputs().contains(Output.PROBABILITIES)
			|| options.outputs().contains(Output.UNCERTAINTY);
	}

	/** True where mirror images of each plane are looked at too. */
	public boolean isAugmented() {
		return options.augment() == Augment.FLIPS;
	}

	/** True where they are wanted, or needed to average them. */
	public boolean needsScores() {
		boolean averaged = isAugmented() && model.task() == Task.SEMANTIC_SEGMENTATION;
		return wantsScores() || averaged && ModelFamilies.of(model).givesScores(model);
	}

	/**
	 * The limits of a single look at a plane, of which there are several where it is augmented.
	 *
	 * @param own the model that looks; one of two where they make a scene together
	 */
	public Thresholds limitsOfAView(ModelSpec own) {
		ModelFamily family = ModelFamilies.of(own);
		boolean objects = family.gives(own) == Detections.class || family.limitsOnlyLeaveOut();
		return isAugmented() && objects ? Mirrored.limits(thresholds()) : thresholds();
	}

	/** The limits of this run; here, and only here, the model's own fill what the keys leave open. */
	public Thresholds thresholds() {
		return new Thresholds(options.confidence().orElse(model.confidence()),
			options.thresholds().byClass(model::classId), options.overlap().orElse(model.overlap()),
			options.suppression(), options.cutoff(), options.share());
	}

	/** Of its own pixels, what an object of a scene must keep. */
	public double share() {
		return options.share();
	}

	/**
	 * @param own the model that looks; one of two where they make a scene together
	 * @param sharers how many runs go on at once and share the memory
	 * @throws TriptychException where the tile size is nothing for this model
	 */
	Tiling tiling(ModelSpec own, int sharers) {
		return new Tiling(own, options.tile(), thresholds(), sharers);
	}

	/**
	 * @param fullBrightness of the 32-bit planes of a run; 0 leaves each plane its own
	 * @param classifier gives the objects their classes, where the keys name one
	 * @param predict a plane to the prediction in its pixels
	 */
	public PlaneRun<O> planeRun(Thresholds thresholds, Calibration calibration,
		double fullBrightness, Optional<ObjectClassifier> classifier,
		Function<Plane, Prediction> predict)
	{
		List<String> classes = classifier.map(ObjectClassifier::classes).orElse(model.classes());
		PlaneContext<O> context = new PlaneContext<>(options, model, thresholds, calibration,
			fullBrightness, classes);
		return new PlaneRun<>(command, context, predict, classifier);
	}

	/** What really counts: defaults filled in, keys that this model cannot use left out. */
	public Map<String, String> effectiveKeys() {
		Thresholds limits = thresholds();
		Map<String, String> keys = Options.values((Record) options);
		keys.keySet().removeAll(unusableKeys(model));
		keys.putAll(RunModels.names(command.task(), options));
		keys.computeIfPresent("confidence", (k, v) -> Key.plain(limits.confidence()));
		keys.computeIfPresent("overlap", (k, v) -> Key.plain(limits.overlap()));
		return keys;
	}
}
