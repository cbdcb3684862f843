package triptych.workflow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Table;
import triptych.core.TriptychException;
import triptych.decode.Decoder;
import triptych.decode.Decoders;
import triptych.decode.Thresholds;
import triptych.engine.Device;
import triptych.ij.ImagePlane;
import triptych.ij.LabelImages;
import triptych.ij.MeasuredPlane;
import triptych.ij.Position;
import triptych.ij.Rois;
import triptych.measure.ConnectedComponents;
import triptych.measure.RegionStatistics;
import triptych.model.ModelLibrary;
import triptych.model.ModelSpec;
import triptych.pipeline.PredictionPipeline;

/**
 * One run of one command on the current plane of one image. Everything that can be wrong with the options, the model,
 * the image and the folder is found before the model runs; the image is never written to.
 */
final class Run {

	/** Keys whose use depends on the model's decoder. */
	private static final Set<String> MODEL_KEYS = Set.of("confidence", "overlap", "suppression", "thresholds", "cutoff");

	private final Verb verb;
	private final ImagePlus image;
	private final RunOptions options;
	private final OpenModels.Opened opened;
	private final ModelSpec spec;
	private final Calibration calibration;
	private final Position position;

	private Run(Verb verb, ImagePlus image, RunOptions options, OpenModels.Opened opened) {
		this.verb = verb;
		this.image = image;
		this.options = options;
		this.opened = opened;
		spec = opened.spec();
		if (spec.task() != verb.task()) throw new TriptychException("The model " + spec.name() + " " + spec.task().verb()
			+ "; use " + spec.task().command());
		calibration = Position.calibration(image);
		position = Position.of(image);
	}

	/** @param options the record that belongs to the verb */
	static Result run(Verb verb, ImagePlus image, Record options) {
		if (image == null) throw new TriptychException("There is no image open; open one first (File > Open...).");
		RunOptions o = (RunOptions) options;
		return run(verb, image, options, OpenModels.open(modelName(verb, o), Device.of(o.device())));
	}

	/** With a model that the caller has opened and uses from this thread only. */
	static Result run(Verb verb, ImagePlus image, Record options, OpenModels.Opened opened) {
		return new Run(verb, image, (RunOptions) options, opened).result();
	}

	/** Finds what is wrong with options and model before there is an image; gives the effective keys. */
	static Map<String, String> check(Verb verb, Record options, OpenModels.Opened opened) {
		Run run = new Run(verb, new ImagePlus("", new ByteProcessor(1, 1)), (RunOptions) options, opened);
		run.checkUsableKeys();
		run.thresholds();
		return run.effectiveKeys();
	}

	static String modelName(Verb verb, RunOptions options) {
		if (!options.model().isEmpty()) return options.model();
		return ModelLibrary.bundledFor(verb.task()).orElseThrow(() -> new TriptychException(verb.command()
			+ " has no bundled model yet; name one with model=, such as the path of an .onnx file."));
	}

	private Result result() {
		checkUsableKeys();
		Thresholds thresholds = thresholds();
		Optional<ResultFiles> files = options.save().isEmpty() ? Optional.empty() : Optional.of(new ResultFiles(options
			.save(), image.getTitle(), verb, options.overwrite()));
		Decoder decoder = Decoders.of(spec, thresholds);
		Plane plane = ImagePlane.of(image);

		long start = System.nanoTime();
		Prediction prediction;
		synchronized (opened.preprocessor()) {
			prediction = new PredictionPipeline(opened.preprocessor(), opened.runner(), decoder).predict(plane);
		}
		long milliseconds = Math.round((System.nanoTime() - start) / 1e6);

		Result result = switch (verb) {
			case CLASSIFY -> classified(prediction.as(Classification.class), thresholds);
			case DETECT -> detected(prediction.as(Detections.class));
			case SEGMENT_REGIONS -> regions(prediction.as(LabelMap.class));
			case SEGMENT_OBJECTS -> objects(prediction instanceof Detections d ? d.toLabelMap(plane.width(), plane.height())
				: prediction.as(LabelMap.class), plane);
		};
		result.provenance().putAll(Provenance.of(opened, milliseconds));
		result.labels().ifPresent(labels -> labels.setProperty("Info", Provenance.info(result)));
		if (files.isEmpty()) return result;
		return new Result(verb, result.prediction(), result.table(), result.rois(), result.labels(), position, result.keys(),
			result.provenance(), result.summary(), files.get().write(result));
	}

	private Result classified(Classification c, Thresholds thresholds) {
		ClassifyOptions o = (ClassifyOptions) options;
		boolean multi = o.mode() == ClassifyOptions.Mode.MULTI || o.mode() == ClassifyOptions.Mode.AUTO && c.multiLabel();
		ClassScore best = Tables.ranked(c).get(0);
		boolean[] accepted = new boolean[c.scores().size()];
		for (ClassScore s : c.scores()) {
			double limit = thresholds.byClass().getOrDefault(s.classId(), multi && o.accept() == 0 ? spec
				.confidence() : o.accept());
			accepted[s.classId()] = (multi || s == best) && s.score() >= limit;
		}
		List<Roi> rois = wants(Output.OVERLAY) ? List.of(rois().caption(best)) : List.of();
		return made(c, new Tables(position, calibration).of(c, o.top(), accepted), rois, Optional.empty(), String.format(Locale.ROOT,
			"%s (score %.2f%s)", best.className(), best.score(), accepted[best.classId()] ? "" : ", not accepted"));
	}

	private Result detected(Detections all) {
		DetectOptions o = (DetectOptions) options;
		int most = o.find() == DetectOptions.Find.BEST ? 1 : o.max() == 0 ? Integer.MAX_VALUE : o.max();
		Detections d = all.items().size() <= most ? all : new Detections(all.items().subList(0, most));
		Optional<ImagePlus> labels = wants(Output.LABELS) ? Optional.of(labelImage(d.toLabelMap(image.getWidth(), image
			.getHeight()))) : Optional.empty();
		return made(d, new Tables(position, calibration).of(d), wantsRois() ? rois().of(d) : List.of(), labels, count(d
			.items().size(), "object"));
	}

	private Result regions(LabelMap found) {
		RegionsOptions o = (RegionsOptions) options;
		LabelMap map = withoutSmallParts(found, o.smallest());
		RegionStatistics statistics = RegionStatistics.of(map.ids(), map.width(), map.height(), map.maxId());
		Table table = new Tables(position, calibration).ofRegions(map, statistics);
		return made(map, table, wantsRois() ? rois().of(map) : List.of(), wants(Output.LABELS) ? Optional.of(labelImage(map))
			: Optional.empty(), count(table.rows().size(), "class"));
	}

	/** Connected parts below the area become background; the others keep their ids, which name classes. */
	private LabelMap withoutSmallParts(LabelMap map, double smallest) {
		if (smallest <= 0) return map;
		ConnectedComponents parts = ConnectedComponents.of(map.ids(), map.width(), map.height(), true);
		int[] sizes = parts.sizes(), cleaned = map.ids().clone();
		for (int i = 0; i < cleaned.length; i++)
			if (sizes[parts.labels()[i]] * calibration.pixelArea() < smallest) cleaned[i] = 0;
		return new LabelMap(map.width(), map.height(), cleaned, map.segments());
	}

	private Result objects(LabelMap found, Plane plane) {
		ObjectsOptions o = (ObjectsOptions) options;
		RegionStatistics all = RegionStatistics.of(found.ids(), found.width(), found.height(), found.maxId());
		LabelMap map = found.renumbered(s -> all.pixels(s.id()) > 0 && all.pixels(s.id()) * calibration.pixelArea() >= o
			.smallest() && (o.border() == ObjectsOptions.Border.KEEP || !all.touchesBorder(s.id())));
		RegionStatistics statistics = RegionStatistics.of(map.ids(), MeasuredPlane.of(plane, image), map.maxId());
		return made(map, new Tables(position, calibration).ofObjects(map, statistics), wantsRois() ? rois().of(map) : List
			.of(), wants(Output.LABELS) ? Optional.of(labelImage(map)) : Optional.empty(), count(map.segments().size(),
				"object"));
	}

	private Result made(Prediction prediction, Table table, List<Roi> rois, Optional<ImagePlus> labels, String summary) {
		return new Result(verb, prediction, table, rois, labels, position, effectiveKeys(), new LinkedHashMap<>(), summary,
			List.of());
	}

	private ImagePlus labelImage(LabelMap map) {
		return LabelImages.of(map, ResultFiles.stem(image.getTitle()) + "-" + verb.labels(), image);
	}

	private Rois rois() {
		return new Rois(spec.name(), position);
	}

	private boolean wants(Output output) {
		return options.outputs().contains(output);
	}

	private boolean wantsRois() {
		return wants(Output.OVERLAY) || wants(Output.ROIS);
	}

	private static String count(int n, String what) {
		if (n == 0) return "no " + what + " found";
		return n + " " + (n == 1 ? what : what + (what.endsWith("s") ? "es" : "s")) + " found";
	}

	/** A key that was set and that this model cannot use is an error, not a silent nothing. */
	private void checkUsableKeys() {
		Set<String> usable = Decoders.usableKeys(spec);
		Map<String, String> given = Options.values((Record) options);
		for (Key key : Options.keys(verb.options()))
			if (MODEL_KEYS.contains(key.name()) && !usable.contains(key.name()) && !given.get(key.name()).equals(key
				.fallback())) throw new TriptychException("The key " + key.name() + " cannot be used with the model " + spec
					.name() + ", whose output (" + spec.decoder().name() + ") has no such setting; leave " + key.name() + "="
					+ given.get(key.name()) + " out.");
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

	private Thresholds thresholds() {
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
