package triptych.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.ij.convert.Position;
import triptych.model.InputSpec;
import triptych.options.Key;
import triptych.options.ObjectsOptions;
import triptych.options.RegionsOptions;
import triptych.options.RunOptions;
import triptych.options.Within;
import triptych.pipeline.prepare.PixelValues;

/**
 * Is it the model or the image? Watches the decoder of a run and, as long as it has found nothing, keeps what came closest
 * and the pixel values behind it. Once something was found it costs nothing.
 */
final class NearMissWatcher implements Decoder {

	private final Decoder decoder;
	private boolean found, closer;
	private Optional<NearMiss> closest = Optional.empty();
	private String place = "", values = "";

	NearMissWatcher(Decoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		Prediction prediction = decoder.decode(outputs, placement);
		found |= !prediction.isEmpty();
		if (!found) decoder.closest(outputs, placement).filter(n -> closest.isEmpty() || n.isCloserThan(closest.get()))
			.ifPresent(n -> {
				closest = Optional.of(n);
				closer = true;
			});
		return prediction;
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
	 * @param many whether there were several planes
	 */
	String note(RunOptions options, boolean many) {
		if (found) return leftOut(options);
		String near = closest.map(NearMiss::sentence).orElse("");
		if (near.isEmpty()) return values.isEmpty() ? "" : Character.toUpperCase(values.charAt(0)) + values.substring(1);
		return near + (many ? ", on " + place + "; there " : "; ") + values;
	}

	private static String leftOut(RunOptions options) {
		List<String> keys = new ArrayList<>();
		if (options instanceof ObjectsOptions o && o.smallest() > 0) keys.add("smallest=" + Key.plain(o.smallest()));
		if (options instanceof RegionsOptions o && o.smallest() > 0) keys.add("smallest=" + Key.plain(o.smallest()));
		if (options instanceof ObjectsOptions o && o.border() == ObjectsOptions.Border.EXCLUDE) keys.add("border=exclude");
		if (options.within() == Within.SELECTION) keys.add("within=selection");
		return keys.isEmpty() ? "" : "All that the model found was left out by " + String.join(" and ", keys);
	}
}
