package triptych.decode;

import java.util.List;
import java.util.Set;

import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** A class for each pixel. */
final class Semantic implements ModelFamily {

	@Override
	public String name() {
		return "semantic";
	}

	@Override
	public String help() {
		return "A map of scores for each class, [1, classes, height, width]: the class of each pixel.";
	}

	@Override
	public List<Parameter> parameters() {
		return SemanticDecoder.PARAMETERS;
	}

	@Override
	public Class<? extends Prediction> gives(ModelSpec model) {
		return LabelMap.class;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Activation.exclusive(model.decoder()) ? Set.of() : Set.of("thresholds");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.5, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.REGIONS;
	}

	@Override
	public boolean givesScores() {
		return true;
	}

	@Override
	public boolean limitsOnlyLeaveOut() {
		return false;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new SemanticDecoder(model, thresholds, scores);
	}
}
