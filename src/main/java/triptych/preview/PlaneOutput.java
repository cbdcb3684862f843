package triptych.preview;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.decode.Decoder;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.InferenceModel;
import triptych.model.ModelSpec;
import triptych.options.Augment;
import triptych.options.RunOptions;
import triptych.pipeline.join.Mirror;
import triptych.pipeline.join.Mirrored;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.RawOutputs;
import triptych.pipeline.tiles.TileSize;
import triptych.pipeline.tiles.Tiling;
import triptych.session.EndOnStop;
import triptych.session.ModelCache;

/**
 * What one model gave for a plane, kept raw: it runs once, and is decoded again for other limits.
 * The plane must stay the same.
 */
final class PlaneOutput {

	private final ModelCache.Opened opened;
	private final ModelSpec spec;
	private final Supplier<Progress> progress;
	private final boolean augmented;
	private final Map<Mirror, RawOutputs> raw = new EnumMap<>(Mirror.class);
	private final InferenceModel counted;
	private TileSize tile;
	private boolean tiled;
	private int runs;
	/** What was decoded last, and with which limits. */
	private Prediction decoded;
	private Thresholds decodedWith;

	/** @param progress of the next run of the model */
	PlaneOutput(ModelCache.Opened opened, RunOptions options, Supplier<Progress> progress) {
		this.opened = opened;
		this.progress = progress;
		tile = options.tile();
		augmented = options.augment() == Augment.FLIPS;
		spec = opened.own();
		for (Mirror mirror : Mirror.values())
			raw.put(mirror, new RawOutputs());
		counted = inputs -> {
			runs++;
			return opened.runner().run(inputs);
		};
	}

	/** How often the model has run: once, or once for each tile and mirror image. */
	int runs() {
		return runs;
	}

	boolean isTiled() {
		return tiled;
	}

	boolean isAugmented() {
		return augmented;
	}

	/** @param view the limits of each single look where there are several */
	Prediction predict(Plane plane, Thresholds thresholds, Thresholds view) {
		if (augmented) return joined(plane, thresholds, view);
		if (!ModelFamilies.of(spec).limitsOnlyLeaveOut() || tiled) return decode(plane, thresholds);
		Prediction all = ofAnyScore(plane, thresholds);
		// Objects that a seam cuts are joined after their limits, so with tiles these come first.
		if (tiled) return decode(plane, thresholds);
		float[] limits = limits(thresholds);
		return all.as(LabelMap.class).renumbered((Segment s) -> isSure(s, limits));
	}

	/** For each class the lowest score kept. */
	float[] limits(Thresholds thresholds) {
		return thresholds.forClasses(Math.max(1, spec.classes().size()));
	}

	static boolean isSure(Segment s, float[] limits) {
		return s.best().score() >= limits[s.best().classId()];
	}

	Prediction ofAnyScore(Plane plane, Thresholds thresholds) {
		return decode(plane, thresholds.ofAnyScore());
	}

	private Prediction joined(Plane plane, Thresholds thresholds, Thresholds view) {
		if (thresholds.equals(decodedWith)) return decoded;
		boolean scores = spec.task() == Task.SEMANTIC_SEGMENTATION
			&& ModelFamilies.of(spec).givesScores(spec);
		Decoder decoder = ModelFamilies.decoder(spec, view, scores);
		decoded = Mirrored.predict(plane, thresholds, decoder,
			(mirror, seen) -> decode(seen, decoder, view, raw.get(mirror)));
		decodedWith = thresholds;
		return decoded;
	}

	private Prediction decode(Plane plane, Thresholds thresholds) {
		if (thresholds.equals(decodedWith)) return decoded;
		decoded = decode(plane, ModelFamilies.decoder(spec, thresholds), thresholds,
			raw.get(Mirror.NONE));
		decodedWith = thresholds;
		return decoded;
	}

	private Prediction decode(Plane plane, Decoder decoder, Thresholds thresholds,
		RawOutputs outputs)
	{
		if (!outputs.complete()) plane.maxValue();
		synchronized (opened.runner()) {
			PredictionPipeline pipeline = new PredictionPipeline(opened.preprocessor(), counted, decoder,
				Optional.of(outputs));
			Tiling.Outcome outcome = outcome(pipeline, plane, new Tiling(spec, tile, thresholds));
			tiled = outcome.used().isTiled();
			tile = outcome.used().again(tile);
			return outcome.prediction();
		}
	}

	private Tiling.Outcome outcome(PredictionPipeline pipeline, Plane plane, Tiling tiling) {
		Progress shown = progress.get();
		try (EndOnStop end = new EndOnStop(opened.runner(), shown::stopped)) {
			return tiling.predict(pipeline, plane, shown);
		}
	}
}
