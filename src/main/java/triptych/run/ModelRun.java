package triptych.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Stopped;
import triptych.core.TriptychException;
import triptych.decode.Decoders;
import triptych.decode.Thresholds;
import triptych.engine.Device;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;
import triptych.model.ModelLibrary;
import triptych.model.ModelSpec;
import triptych.options.Key;
import triptych.options.Options;
import triptych.options.Output;
import triptych.options.RunOptions;
import triptych.options.Within;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.tiles.TileSize;
import triptych.pipeline.tiles.Tiling;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.StatusBar;
import triptych.session.ModelCache;
import triptych.session.Provenance;

/**
 * One run of one command on the wanted planes of one image. Everything that can be wrong with the options, the model,
 * the image and the folder is found before the model runs; the image is never written to.
 */
public final class ModelRun {

	/** Keys whose use depends on the model's decoder. */
	private static final Set<String> MODEL_KEYS = Set.of("confidence", "overlap", "suppression", "thresholds", "cutoff");

	private final Verb verb;
	private final ImagePlus image;
	private final RunOptions options;
	private final ModelCache.Opened opened;
	private final ModelSpec spec;
	/** What is told about how the run went. */
	private final Map<String, String> facts = new LinkedHashMap<>();
	private Progress progress = Progress.NONE;
	private Position current;
	private long nanoseconds;

	private ModelRun(Verb verb, ImagePlus image, RunOptions options, ModelCache.Opened opened) {
		this.verb = verb;
		this.image = image;
		this.options = options;
		this.opened = opened;
		spec = opened.spec();
		if (spec.task() != verb.task()) throw new TriptychException("The model " + spec.name() + " " + spec.task().verb()
			+ "; use " + spec.task().command());
	}

	/** @param options the record that belongs to the verb */
	public static Result run(Verb verb, ImagePlus image, Record options) {
		if (image == null) throw new TriptychException("There is no image open; open one first (File > Open...).");
		RunOptions o = (RunOptions) options;
		return new ModelRun(verb, image, o, ModelCache.open(modelName(verb, o), verb.task(), Device.of(o.device()))).result(true, 1);
	}

	/**
	 * With a model that the caller has opened and uses from this thread only; the caller shows the progress.
	 *
	 * @param sharers how many such runs go on at once and share the memory
	 */
	public static Result run(Verb verb, ImagePlus image, Record options, ModelCache.Opened opened, int sharers) {
		return new ModelRun(verb, image, (RunOptions) options, opened).result(false, sharers);
	}

	/** For a preview, which uses its checks only. */
	static ModelRun of(Verb verb, ImagePlus image, RunOptions options, ModelCache.Opened opened) {
		ModelRun run = new ModelRun(verb, image, options, opened);
		checkIsImage(image);
		return run;
	}

	/** Finds what is wrong with options and model before there is an image; gives the effective keys. */
	public static Map<String, String> check(Verb verb, Record options, ModelCache.Opened opened) {
		ModelRun run = new ModelRun(verb, new ImagePlus("", new ByteProcessor(1, 1)), (RunOptions) options, opened);
		run.checkUsableKeys();
		PlaneSelection.channels(run.options.channels());
		PlaneSelection.check("slices", run.options.slices());
		PlaneSelection.check("frames", run.options.frames());
		new Tiling(run.spec, TileSize.of(run.options.tile()), run.thresholds());
		return run.effectiveKeys();
	}

	public static String modelName(Verb verb, RunOptions options) {
		if (!options.model().isEmpty()) return options.model();
		return ModelLibrary.bundledFor(verb.task()).orElseThrow(() -> new TriptychException(verb.command()
			+ " has no bundled model yet; name one with model=, such as the path of an .onnx file."));
	}

	/** The label image of the last run is in front after it, and what a model finds in numbers looks like a result. */
	static void checkIsImage(ImagePlus image) {
		if (LabelPlane.isOurs(image)) throw new TriptychException("\"" + image.getTitle() + "\" is a label image that Triptych "
			+ "made of another image; click that image first (in a macro: selectImage).");
	}

	private Result result(boolean shown, int sharers) {
		checkIsImage(image);
		checkUsableKeys();
		List<Position> asked = PlaneSelection.of(image, options.slices(), options.frames(), "current");
		Optional<Crop> selection = selection();
		List<Roi> rois = options.within() == Within.ROIS ? areas(asked) : List.of();
		Optional<ResultFiles> files = options.save().isEmpty() ? Optional.empty() : Optional.of(new ResultFiles(options
			.save(), image.getTitle(), verb.spec(), options.overwrite()));
		Thresholds thresholds = thresholds();
		NearMissWatcher watched = new NearMissWatcher(Decoders.of(spec, thresholds, wantsScores()));
		PlaneRun planeRun = planeRun(thresholds, watched, sharers);

		StatusBar bar = new StatusBar(verb.spec(), asked.size(), shown);
		progress = bar;
		bar.check();
		ResultBuilder gathered = new ResultBuilder(verb, options, image, asked.size(), spec.classes());
		for (Position position : asked)
			try {
				bar.plane(gathered.planes());
				current = position;
				gathered.add(position, plane(planeRun, position, selection, rois, asked.size() > 1));
			}
			catch (Stopped e) {
				// A run of many planes gives what is done when the user presses Esc.
				if (gathered.planes() == 0) throw e;
				break;
			}
		String why = gathered.count() == 0 ? watched.note(options, asked.size() > 1) : "";
		if (!why.isEmpty()) facts.merge("note", why, (note, nothing) -> nothing + ". " + note);
		facts.putAll(Provenance.of(opened, nanoseconds / 1_000_000));
		Result result = gathered.result(effectiveKeys(), facts);
		return files.isEmpty() ? result : result.withFiles(files.get().write(result));
	}

	private PlaneRun planeRun(Thresholds thresholds, NearMissWatcher decoder, int sharers) {
		Tiling tiling = new Tiling(spec, TileSize.of(options.tile()), thresholds, sharers);
		return new PlaneRun(verb, options, spec, thresholds, Position.calibration(image), PlaneSelection.channels(options.channels()),
			plane -> predict(plane, decoder, tiling));
	}

	private List<PlaneRun.Found> plane(PlaneRun run, Position position, Optional<Crop> selection, List<Roi> rois,
		boolean many)
	{
		int width = image.getWidth(), height = image.getHeight();
		try {
			if (options.within() != Within.ROIS) return List.of(run.run(image, position, selection.orElse(Crop.whole(width,
				height)), Optional.empty(), progress));
			List<PlaneRun.Found> found = new ArrayList<>();
			for (Roi roi : Rois.once(rois.stream().filter(position::holds).toList(), false))
				found.add(run.run(image, position, Crop.of(roi, width, height).orElseThrow(), Optional.of(new PlaneRun.Numbered(roi,
					found.size() + 1)), progress));
			return found;
		}
		catch (Stopped e) {
			throw e;
		}
		catch (TriptychException e) {
			throw many ? new TriptychException("Plane " + position.label() + ": " + e.getMessage(), e) : e;
		}
	}

	private Prediction predict(Plane plane, NearMissWatcher decoder, Tiling tiling) {
		// A plane with pixels that no model can use is told before anything runs.
		plane.maxValue();
		long start = System.nanoTime();
		synchronized (opened.preprocessor()) {
			Tiling.Outcome outcome = tiling.predict(new PredictionPipeline(opened.preprocessor(), opened.runner(), decoder),
				plane, progress);
			nanoseconds += System.nanoTime() - start;
			facts.put("tile", outcome.tile());
			if (!outcome.note().isEmpty()) facts.put("note", outcome.note());
			decoder.ran(plane, spec.input(), current);
			return outcome.prediction();
		}
	}

	Optional<Crop> selection() {
		if (options.within() != Within.SELECTION) return Optional.empty();
		Optional<Crop> part = Crop.of(image.getRoi(), image.getWidth(), image.getHeight());
		if (part.isEmpty()) throw new TriptychException(
			"within=selection needs an area selection on the image, such as a rectangle or an outline; draw one first.");
		return part;
	}

	/** The ROIs to classify: those of the overlay, or else of the ROI Manager, that lie on the planes. */
	private List<Roi> areas(List<Position> asked) {
		List<Roi> areas = ObjectSource.areas(image).stream().filter(roi -> Crop.of(roi, image.getWidth(), image.getHeight())
			.isPresent()).toList();
		if (!areas.isEmpty() && areas.stream().noneMatch(roi -> asked.stream().anyMatch(p -> p.holds(roi))))
			throw new TriptychException("within=rois finds no ROI on " + asked.get(0).label() + (asked.size() > 1 ? " and the other"
				+ " planes" : "") + ", only elsewhere in the stack; choose the planes with slices= and frames=.");
		if (areas.isEmpty()) throw new TriptychException(
			"within=rois needs area ROIs on the image, in its overlay or in the ROI Manager; there are none.");
		return areas;
	}

	private boolean wantsScores() {
		return options.outputs().contains(Output.PROBABILITIES) || options.outputs().contains(Output.UNCERTAINTY);
	}

	/** A key that was set and that this model cannot use is an error, not a silent nothing. */
	void checkUsableKeys() {
		if (wantsScores() && !Decoders.givesScores(spec)) throw new TriptychException("outputs=probabilities cannot be used "
			+ "with the model " + spec.name() + ", whose output (" + spec.decoder().name()
			+ ") has no score for each pixel; leave it out.");
		Set<String> usable = Decoders.usableKeys(spec);
		Map<String, String> given = Options.values((Record) options);
		for (Key key : Options.keys(verb.options()))
			if (MODEL_KEYS.contains(key.name()) && !usable.contains(key.name()) && !given.get(key.name()).equals(key
				.fallback())) throw new TriptychException("The key " + key.name() + " cannot be used with the model " + spec
					.name() + ", whose output (" + spec.decoder().name() + ") has no such setting; leave " + key.name() + "="
					+ given.get(key.name()) + " out.");
	}

	/** Keys of some models that this one has no use for. */
	static Set<String> unusableKeys(ModelSpec spec) {
		Set<String> keys = new HashSet<>(MODEL_KEYS);
		keys.removeAll(Decoders.usableKeys(spec));
		return keys;
	}

	/** What really counted: defaults filled in, keys that this model cannot use left out. */
	private Map<String, String> effectiveKeys() {
		Map<String, String> keys = Options.values((Record) options);
		Set<String> usable = Decoders.usableKeys(spec);
		keys.keySet().removeIf(k -> MODEL_KEYS.contains(k) && !usable.contains(k));
		keys.put("model", modelName(verb, options));
		keys.computeIfPresent("confidence", (k, v) -> Key.plain(options.confidence().orElse(spec.confidence())));
		keys.computeIfPresent("overlap", (k, v) -> Key.plain(options.overlap().orElse(spec.overlap())));
		return keys;
	}

	Thresholds thresholds() {
		Map<Integer, Double> byClass = new HashMap<>();
		for (String entry : options.thresholds().split(",")) {
			if (entry.isBlank()) continue;
			int colon = entry.lastIndexOf(':');
			double limit = Double.NaN;
			try {
				if (colon > 0) limit = Double.parseDouble(entry.substring(colon + 1).strip());
			}
			catch (NumberFormatException e) {
				limit = Double.NaN;
			}
			if (!(limit >= 0 && limit <= 1)) throw new TriptychException("The key thresholds holds \"" + entry.strip()
				+ "\"; an entry is a class, a colon and a score from 0 to 1, such as cell:0.4.");
			byClass.put(spec.classId(entry.substring(0, colon).strip()), limit);
		}
		return new Thresholds(options.confidence().orElse(spec.confidence()), byClass, options.overlap().orElse(spec
			.overlap()), options.suppression(), options.cutoff());
	}
}
