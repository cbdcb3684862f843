package triptych.session;

import java.util.Locale;

import triptych.core.Plural;
import triptych.model.ModelSpec;

/**
 * Whether an image is like those that a model was taught by example on: its features are sizes in
 * pixels and values of channels, so with others it answers all the same, and wrongly.
 */
public final class TaughtCheck {

	private static final double FACTOR = 1.25;

	private TaughtCheck() {}

	/**
	 * A sentence without its full stop; blank where nothing is known to differ.
	 *
	 * @param micrometres of a pixel's edge, 0 where not known
	 * @param channels of the image, which a model that classifies what another found sees
	 * @param fed those of them that the model itself sees
	 */
	public static String note(ModelCache.Opened opened, double micrometres, int channels,
		int fed)
	{
		String own = note(opened.spec(), micrometres, fed);
		String other = opened.classifier()
			.map(c -> note(c.spec(), micrometres, channels))
			.orElse("");
		return own.isEmpty() ? other : own;
	}

	private static String note(ModelSpec model, double micrometres, int channels) {
		if (!model.input().wantsObject()) return "";
		String taught = "The model " + model.name() + " was taught on images of ";
		int own = model.input().channels();
		if (own != channels) return taught + Plural.of(own, "channel") + ", this one has " + channels
			+ ": its classes may be wrong";
		double ratio = micrometres / model.pixelSize();
		boolean known = micrometres > 0 && model.pixelSize() > 0;
		if (!known || ratio < FACTOR && ratio > 1 / FACTOR) return "";
		return taught + String.format(Locale.ROOT, "%.3g µm a pixel, this one has %.3g µm",
			model.pixelSize(), micrometres) + ": its classes may be wrong";
	}
}
