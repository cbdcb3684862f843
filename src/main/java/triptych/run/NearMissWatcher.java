package triptych.run;

import java.util.List;
import java.util.Optional;

import triptych.core.LabelMap;
import triptych.core.NearMiss;
import triptych.core.PixelScores;
import triptych.core.Placement;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.ij.convert.Position;
import triptych.model.InputSpec;
import triptych.pipeline.prepare.PixelValues;

/**
 * Is it the model or the image? Watches the decoder of a run and, as long as it has found nothing,
 * keeps what came closest and the pixel values behind it. Once something was found it costs
 * nothing.
 */
final class NearMissWatcher implements Decoder {

	private final Decoder decoder;
	private boolean found, closer, looked;
	private Optional<NearMiss> closest = Optional.empty();
	private String place = "", values = "", doubt = "";

	NearMissWatcher(Decoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		Prediction prediction = decoder.decode(outputs, placement);
		found |= !prediction.isEmpty();
		if (!looked) doubt = decoder.doubt(outputs, placement);
		looked = true;
		if (!found)
			decoder.closest(outputs, placement)
				.filter(n -> closest.isEmpty() || n.isCloserThan(closest.get()))
				.ifPresent(n -> {
					closest = Optional.of(n);
					closer = true;
				});
		return prediction;
	}

	@Override
	public Optional<LabelMap> ofScores(PixelScores scores, int width, int height) {
		return decoder.ofScores(scores, width, height);
	}

	/** Why the description may not fit the outputs of the first tile; blank where it may. */
	String doubt() {
		return doubt;
	}

	/** A plane was run. */
	void ran(Plane plane, InputSpec input, Position position) {
		if (!found && (closer || values.isEmpty())) {
			values = PixelValues.told(input, plane);
			place = position.label();
		}
		closer = false;
	}

	/**
	 * The sentence for a run without a result, without its full stop.
	 *
	 * @param leavingOut the keys that may have left out what was found, with their values
	 * @param many whether there were several planes
	 */
	String note(List<String> leavingOut, boolean many) {
		if (found) return leftOut(leavingOut);
		String near = closest.map(NearMiss::sentence).orElse("");
		if (near.isEmpty())
			return values.isEmpty() ? "" : Character.toUpperCase(values.charAt(0)) + values.substring(1);
		String where = many ? ", on " + place + "; there " : "; ";
		return near + where + values;
	}

	private static String leftOut(List<String> keys) {
		if (keys.isEmpty()) return "";
		return "All that the model found was left out by " + String.join(" and ", keys);
	}
}
