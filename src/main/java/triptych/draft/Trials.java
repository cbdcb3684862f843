package triptych.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import triptych.core.Detections;
import triptych.core.Placement;
import triptych.core.Plane;
import triptych.core.PlaneCrop;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.AnswerCheck;
import triptych.decode.Decoder;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.DecoderSpec;
import triptych.model.InferenceModel;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.Preprocessor;
import triptych.pipeline.prepare.RawOutputs;

/**
 * Tries descriptions of one model on an image. One that prepares the image as another did does not
 * ask the model again.
 */
final class Trials {

	/** Of a plane that is not scaled, so much is looked at. */
	private static final int EDGE = 1024;

	/** Pixels of the input a value stands for, where maps are hardly meant for pixels. */
	private static final int COARSE = 12;

	/** Readings differ in what they want of an image. */
	private static final int KEPT = 4;

	/**
	 * What the model gave.
	 *
	 * @param prepared by what: equal lists prepare alike
	 */
	record Run(List<Object> prepared, Plane plane, RawOutputs raw) {

		<T> T read(BiFunction<List<Tensor>, Placement, T> read) {
			raw.begin();
			return raw.next(read);
		}
	}

	private final InferenceModel model;
	private final Deque<Run> runs = new ArrayDeque<>();

	Trials(InferenceModel model) {
		this.model = model;
	}

	/** @throws TriptychException where the values cannot be read as the model says */
	synchronized Trial of(ModelSpec spec, Plane plane) {
		Run run = run(spec.input(), plane);
		Decoder decoder = ModelFamilies.decoder(spec, Thresholds.of(spec));
		Optional<ValueRange> values = run.read((outputs, at) -> ValueRange.of(spec, outputs));
		Prediction found = run.read(decoder::decode);
		AnswerCheck check = new AnswerCheck();
		check.add(found, part(spec.input(), plane));
		List<String> hints = new ArrayList<>(List.of(check.note(), run.read(decoder::doubt)));
		if (found.isEmpty()) hints.add(new NothingFound(this, spec, plane).why());
		hints.removeIf(String::isEmpty);
		String hint = hints.isEmpty() ? "" : String.join(". ", hints) + ".";
		Map<String, String> told = spec.decoder().parameters(), proposed = new LinkedHashMap<>();
		proposed(spec, run).decoder().parameters().forEach((key, value) -> {
			if (!value.equals(told.get(key))) proposed.put("decoder " + key, value);
		});
		return new Trial(values.map(ValueRange::sentence).orElse(""), hint, proposed);
	}

	/** With what the values of a run tell: that they are scores, and whether these compete. */
	private static ModelSpec proposed(ModelSpec told, Run run) {
		Optional<ValueRange> values = run.read((outputs, at) -> ValueRange.of(told, outputs));
		if (values.isEmpty() || !values.get().scores()) return told;
		ModelSpec spec = scored(told);
		Decoder decoder = ModelFamilies.decoder(spec, Thresholds.of(spec));
		boolean compete = run.read(decoder::doubt).isEmpty();
		return compete ? spec : with(spec, Readings.EXCLUSIVE, "no");
	}

	/** How far what the model gives can be a result; its scores are taken for such. */
	synchronized Sense sense(ModelSpec told, Plane plane) {
		Run run = run(told.input(), plane);
		ModelSpec spec = proposed(told, run);
		Thresholds limits = Thresholds.of(spec);
		Decoder decoder = ModelFamilies.decoder(spec, limits);
		Prediction found = run.read(decoder::decode);
		Plane part = part(spec.input(), plane);
		AnswerCheck check = new AnswerCheck();
		check.add(found, part);
		String strange = check.note();
		if (strange.isEmpty()) strange = run.read(decoder::doubt);
		boolean maps = spec.decoder().name().equals("semantic");
		if (maps && strange.isEmpty()) strange = noMaps(spec, run);
		Prediction any = run.read(ModelFamilies.decoder(spec, limits.ofAnyScore())::decode);
		return Plausibility.of(found, any, part, strange);
	}

	/** Why values are hardly those of classes of pixels; blank where they may be. */
	private static String noMaps(ModelSpec spec, Run run) {
		Optional<ValueRange> values = run.read((outputs, at) -> ValueRange.of(spec, outputs));
		if (values.isPresent() && values.get().alike())
			return values.get().runs() + ", too alike for those of classes";
		return run.read((outputs, at) -> {
			Tensor out = outputs.get(Parameter.OUTPUT.whole(spec.decoder()));
			long[] shape = out.shape();
			boolean last = spec.input().layout() == Layout.NHWC && shape.length == 4;
			long width = shape[shape.length - (last ? 2 : 1)];
			long step = at.inputWidth() / Math.max(1, width);
			return step <= COARSE ? "" : "its maps are coarse, a value for " + step + " x " + step
				+ " pixels";
		});
	}

	/** The same for values that are scores already. */
	static ModelSpec scored(ModelSpec spec) {
		boolean active = spec.decoder().parameters().containsKey(Readings.ACTIVATION);
		return active ? with(spec, Readings.ACTIVATION, "none") : spec;
	}

	private static ModelSpec with(ModelSpec spec, String key, String value) {
		Map<String, String> told = new LinkedHashMap<>(spec.decoder().parameters());
		told.put(key, value);
		return spec.with(new DecoderSpec(spec.decoder().name(), told));
	}

	/** The middle of a plane that the network takes as it is, as a tile of it would be. */
	private static Plane part(InputSpec in, Plane plane) {
		if (in.fit() != Fit.PAD) return plane;
		int mostX = in.anySize() ? EDGE : in.width() - 2 * in.crop();
		int mostY = in.anySize() ? EDGE : in.height() - 2 * in.crop();
		int w = Math.min(plane.width(), mostX), h = Math.min(plane.height(), mostY);
		if (w == plane.width() && h == plane.height()) return plane;
		return new PlaneCrop(plane, (plane.width() - w) / 2, (plane.height() - h) / 2, w, h);
	}

	Run run(InputSpec in, Plane plane) {
		List<Object> prepared = prepared(in);
		for (Run run : runs)
			if (run.plane == plane && run.prepared.equals(prepared)) return run;
		RawOutputs raw = new RawOutputs();
		raw.begin();
		Decoder none = (outputs, placement) -> new Detections(List.of());
		new PredictionPipeline(new Preprocessor(in), model, none, Optional.of(raw))
			.predict(part(in, plane));
		raw.end();
		Run run = new Run(prepared, plane, raw);
		runs.addFirst(run);
		if (runs.size() > KEPT) runs.removeLast();
		return run;
	}

	private static List<Object> prepared(InputSpec in) {
		return List.of(in.layout(), in.height(), in.width(), in.multiple(), in.fit(), in.shortSide(),
			in.longSide(), in.align(), in.fill(), in.resize(), in.bgr(), in.scale(),
			Arrays.toString(in.mean()), Arrays.toString(in.std()), Arrays.toString(in.percentiles()),
			in.values(), in.crop());
	}
}
