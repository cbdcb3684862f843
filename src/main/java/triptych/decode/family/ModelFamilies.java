package triptych.decode.family;

import java.util.List;
import java.util.TreeSet;

import triptych.core.TriptychException;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.anchor.FastestDet;
import triptych.decode.anchor.Pyramid;
import triptych.decode.anchor.Ssd;
import triptych.decode.objects.Flows;
import triptych.decode.objects.StarDist;
import triptych.decode.objects.Watershed;
import triptych.decode.query.Detr;
import triptych.decode.query.MaskFormer;
import triptych.decode.yolo.Yolo;
import triptych.decode.yolo.YoloMasks;
import triptych.decode.yolo.YoloObb;
import triptych.model.DecoderSpec;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** All families by their name in a description. A new one is one class and one line here. */
public final class ModelFamilies {

	/** In the order in which sentences and documents name them. */
	private static final List<ModelFamily> ALL = List.of(
		new ClassScores(),
		new Yolo(),
		new Semantic(),
		new YoloMasks(),
		new YoloObb(),
		new Watershed(),
		new Detr(),
		new Boxes(),
		new MaskRcnn(),
		new StarDist(),
		new Flows(),
		new MaskFormer(),
		new Labels(),
		new Ssd(),
		new Pyramid(),
		new FastestDet(),
		new BoxRows());

	private ModelFamilies() {}

	public static List<ModelFamily> all() {
		return ALL;
	}

	/** @throws TriptychException where the model's description names a family that there is not */
	public static ModelFamily of(ModelSpec model) {
		return of(model.decoder(), model.name());
	}

	private static ModelFamily of(DecoderSpec decoder, String model) {
		for (ModelFamily family : ALL)
			if (family.name().equals(decoder.name())) return family;
		throw new TriptychException("The description of " + model + " names the decoder \""
			+ decoder.name() + "\"; known are " + Parameter.listed(names(), "and") + ".");
	}

	public static List<String> names() {
		return ALL.stream().map(ModelFamily::name).toList();
	}

	/**
	 * What counts where a model of the family tells no limits; see
	 * {@link triptych.model.UsualLimits}.
	 */
	public static Limits usualLimits(DecoderSpec decoder, String model) {
		return of(decoder, model).usualLimits();
	}

	/** Without score maps. */
	public static Decoder decoder(ModelSpec model, Thresholds thresholds) {
		return decoder(model, thresholds, false);
	}

	/**
	 * @param scores whether label maps come with the scores behind them, where the model has such
	 * @throws TriptychException where a parameter of the description is unknown, missing or wrong
	 */
	public static Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		ModelFamily family = of(model);
		checkKeys(family, model);
		for (Parameter parameter : family.parameters())
			parameter.check(model.decoder());
		return family.decoder(model, thresholds, scores);
	}

	private static void checkKeys(ModelFamily family, ModelSpec model) {
		TreeSet<String> known = new TreeSet<>();
		for (Parameter parameter : family.parameters())
			known.add(parameter.name());
		for (String key : model.decoder().parameters().keySet())
			if (!known.contains(key)) throw new TriptychException("The description of " + model.name()
				+ " gives the decoder " + family.name() + " the unknown key " + key + "; known are "
				+ String.join(", ", known) + ".");
	}
}
