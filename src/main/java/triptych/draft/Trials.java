package triptych.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.AnswerCheck;
import triptych.decode.Decoder;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.InferenceModel;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Tries descriptions of one model on an image. */
final class Trials {

	/** Pixels of the input a value stands for, where maps are hardly meant for pixels. */
	private static final int COARSE = 12;

	private final Runs runs;

	Trials(InferenceModel model) {
		runs = new Runs(model);
	}

	/** @throws TriptychException where the values cannot be read as the model says */
	synchronized Trial of(ModelSpec spec, Plane plane) {
		Runs.Run run = runs.of(spec.input(), plane);
		Decoder decoder = ModelFamilies.decoder(spec, Thresholds.of(spec));
		Optional<ValueRange> values = run.read((outputs, at) -> ValueRange.of(spec, outputs));
		Prediction found = run.read(decoder::decode);
		AnswerCheck check = new AnswerCheck();
		check.add(found, Runs.part(spec.input(), plane));
		List<String> hints = new ArrayList<>(List.of(check.note(), run.read(decoder::doubt)));
		if (found.isEmpty()) hints.add(new NothingFound(runs, spec, plane).why());
		hints.removeIf(String::isEmpty);
		String hint = hints.isEmpty() ? "" : String.join(". ", hints) + ".";
		Map<String, String> told = spec.decoder().parameters(), proposed = new LinkedHashMap<>();
		proposed(spec, run).decoder().parameters().forEach((key, value) -> {
			if (!value.equals(told.get(key))) proposed.put("decoder " + key, value);
		});
		return new Trial(values.map(ValueRange::sentence).orElse(""), hint, proposed);
	}

	/** With what the values of a run tell: that they are scores, and whether these compete. */
	private static ModelSpec proposed(ModelSpec told, Runs.Run run) {
		Optional<ValueRange> values = run.read((outputs, at) -> ValueRange.of(told, outputs));
		if (values.isEmpty() || !values.get().scores()) return told;
		ModelSpec spec = Readings.scored(told);
		Decoder decoder = ModelFamilies.decoder(spec, Thresholds.of(spec));
		boolean compete = run.read(decoder::doubt).isEmpty();
		return compete ? spec : Readings.with(spec, Readings.EXCLUSIVE, "no");
	}

	/** How far what the model gives can be a result; its scores are taken for such. */
	synchronized Sense sense(ModelSpec told, Plane plane) {
		Runs.Run run = runs.of(told.input(), plane);
		ModelSpec spec = proposed(told, run);
		Thresholds limits = Thresholds.of(spec);
		Decoder decoder = ModelFamilies.decoder(spec, limits);
		Prediction found = run.read(decoder::decode);
		Plane part = Runs.part(spec.input(), plane);
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
	private static String noMaps(ModelSpec spec, Runs.Run run) {
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
}
