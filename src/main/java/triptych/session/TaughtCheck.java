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

	/** Which only the file of a model that was taught here tells of itself. */
	private static final String TAUGHT = "triptych";

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
		String own = note(opened, micrometres, fed);
		String other = opened.classifier()
			.map(c -> note(c, micrometres, channels))
			.orElse("");
		return own.isEmpty() ? other : own;
	}

	private static String note(ModelCache.Opened opened, double micrometres, int channels) {
		ModelSpec model = opened.spec();
		boolean objects = model.input().wantsObject();
		boolean taught = opened.model().graph().metadata().containsKey(TAUGHT);
		if (!objects && !taught) return "";
		String known = "The model " + model.name() + " was taught on images of ";
		int own = model.input().channels();
		if (own != channels) return known + Plural.of(own, "channel") + ", this one has " + channels
			+ ": its classes may be wrong";
		double ratio = micrometres / model.pixelSize();
		boolean comparable = micrometres > 0 && model.pixelSize() > 0;
		if (!objects || !comparable || ratio < FACTOR && ratio > 1 / FACTOR)
			return version(opened);
		return known + String.format(Locale.ROOT, "%.3g µm a pixel, this one has %.3g µm",
			model.pixelSize(), micrometres) + ": its classes may be wrong";
	}

	/** Another version may prepare pixels or objects otherwise. */
	private static String version(ModelCache.Opened opened) {
		String taught = opened.model().graph().metadata().getOrDefault(TAUGHT, "");
		if (taught.isBlank() || taught.equals(Provenance.version())) return "";
		return "The model " + opened.spec().name() + " was taught with Triptych " + taught
			+ ", this is " + Provenance.version() + ": look at its classes on images that you know";
	}
}
