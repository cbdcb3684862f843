package triptych.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.decode.Thresholds;
import triptych.ij.convert.Position;
import triptych.decode.AnswerCheck;
import triptych.decode.family.ModelFamilies;
import triptych.model.InputSpec;
import triptych.pipeline.join.Mirrored;
import triptych.pipeline.join.Scene;
import triptych.pipeline.prepare.PixelValues;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.tiles.Tiling;
import triptych.session.EndOnStop;
import triptych.session.ModelCache;

/** Runs the model on plane after plane, times it, and remembers how it went. */
final class PlanePredictor {

	private final ModelCache.Opened opened;
	private final NearMissWatcher decoder;
	private final Tiling tiling;
	private final Progress progress;
	private final TrainedSizes sizes;
	private final AnswerCheck answers = new AnswerCheck();
	private final Map<String, String> facts = new LinkedHashMap<>();
	private Position current;
	private String dark = "", leftOut = "";
	private long nanoseconds;
	/** Of the regions around the objects; null where the model answers alone. */
	private PlanePredictor stuff;
	/** What the joined views must keep to; null where only the plane itself is looked at. */
	private Thresholds joined;
	private double share;

	/** @param decoder of this run's limits */
	PlanePredictor(ModelCache.Opened opened, NearMissWatcher decoder, Tiling tiling,
		Progress progress)
	{
		this.opened = opened;
		sizes = new TrainedSizes(opened.spec());
		this.decoder = decoder;
		this.tiling = tiling;
		this.progress = progress;
	}

	/**
	 * With a second model, of the regions around the objects of this one.
	 *
	 * @param least the share of its own pixels that an object must keep
	 */
	PlanePredictor over(PlanePredictor regions, double least) {
		stuff = regions;
		share = least;
		return this;
	}

	/** The next planes belong to this position. */
	void at(Position position) {
		current = position;
		if (stuff != null) stuff.at(position);
	}

	Prediction predict(Plane plane) {
		Prediction found = alone(plane);
		if (stuff == null) return found;
		LabelMap around = stuff.alone(plane).as(LabelMap.class);
		return Scene.of(found, around, stuff.opened.spec(), opened.spec(), share);
	}

	/** Also looks at the mirror images of each plane. */
	PlanePredictor augmented(Thresholds kept) {
		joined = kept;
		return this;
	}

	private Prediction alone(Plane plane) {
		Prediction found = joined == null ? once(plane)
			: Mirrored.predict(plane, joined, decoder, (mirror, seen) -> once(seen));
		sizes.add(found);
		return ModelFamilies.of(opened.own()).ofPlane(opened.own(), found);
	}

	private Prediction once(Plane plane) {
		// A plane with pixels that no model can use is told before anything runs.
		plane.maxValue();
		long start = System.nanoTime();
		synchronized (opened.runner()) {
			PredictionPipeline pipeline = new PredictionPipeline(opened.preprocessor(), opened.runner(),
				decoder);
			Tiling.Outcome outcome = outcome(pipeline, plane);
			nanoseconds += System.nanoTime() - start;
			facts.put("tile", outcome.tile());
			if (!outcome.note().isEmpty()) facts.put("note", outcome.note());
			InputSpec input = opened.spec().input();
			if (dark.isEmpty()) dark = here(PixelValues.dark(input, plane));
			if (leftOut.isEmpty()) leftOut = here(PixelValues.leftOut(input, plane));
			decoder.ran(plane, input, current);
			answers.add(outcome.prediction(), plane);
			return outcome.prediction();
		}
	}

	private Tiling.Outcome outcome(PredictionPipeline pipeline, Plane plane) {
		try (EndOnStop end = new EndOnStop(opened.runner(), progress::stopped)) {
			return tiling.predict(pipeline, plane, progress);
		}
	}

	/** The edge of the tiles, and what the user should know about the run. */
	Map<String, String> facts() {
		return facts;
	}

	private String here(String words) {
		return words.isEmpty() ? "" : words + " (seen first on " + current.label() + ")";
	}

	/** That the values of a plane are dark, of the first such plane; blank where none is. */
	String dark() {
		return dark;
	}

	/** Which values of a plane did not count, of the first such plane; blank where there is none. */
	String leftOut() {
		return leftOut;
	}

	/** How large the objects were that the model found. */
	TrainedSizes sizes() {
		return sizes;
	}

	/** What looks as if the model were described wrongly; blank where nothing does. */
	String doubts() {
		List<String> doubts = new ArrayList<>(List.of(decoder.doubt(), answers.note()));
		if (stuff != null) doubts.add(stuff.decoder.doubt());
		doubts.removeIf(String::isEmpty);
		return String.join(". ", doubts);
	}

	/** Time of the model, with preparing and decoding. */
	long milliseconds() {
		long both = nanoseconds + (stuff == null ? 0 : stuff.nanoseconds);
		return both / 1_000_000;
	}
}
