package triptych.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import triptych.core.Plural;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Values;

/**
 * The lines of the form for a reading: what is proposed, and why. The package README.md of model
 * tells every key at length.
 */
final class FormLines {

	private static final List<String> YES_NO = List.of("yes", "no");

	/** Parameters that people ask for; the others are for few models. */
	private static final Set<String> ASKED = Set.of("background", "channels");

	private final GraphInfo graph;
	private final Slot image;
	private final Reading reading;
	private final OptionalInt classes;
	/** What most models of the family want. */
	private final Map<String, String> usual;
	private final Layout layout;
	private final List<Line> lines = new ArrayList<>();
	private String section = "";

	FormLines(GraphInfo graph, Slot image, Reading reading, OptionalInt classes) {
		this.graph = graph;
		this.image = image;
		this.reading = reading;
		this.classes = classes;
		usual = reading.told().usualInput(new DecoderSpec(reading.family(), reading.parameters()));
		layout = ImageInputs.layout(image).orElse(Layout.NCHW);
	}

	List<Line> all() {
		top();
		section = "input";
		size();
		fit();
		values();
		section = "decoder";
		decoder();
		section = "thresholds";
		limits();
		return lines;
	}

	private void add(String key, String value, String why, List<String> choices) {
		boolean told = section.equals("input") && usual.containsKey(key);
		String reason = told ? why + "; as most models of this reading want it" : why;
		lines.add(new Line(section, key, told ? usual.get(key) : value, reason, choices, true));
	}

	private void add(String key, String value, String why) {
		add(key, value, why, List.of());
	}

	private void seldom(String key, String why, List<String> choices) {
		lines.add(new Line(section, key, "", why, choices, false));
	}

	private void seldom(String key, String why) {
		seldom(key, why, List.of());
	}

	private void top() {
		add("task", reading.task().key(), "what " + reading.family() + " answers");
		String names = classes.isPresent() ? Plural.of(classes.getAsInt(), "name") : "names";
		String known = "";
		for (KnownClasses list : classes.isPresent() ? KnownClasses.of(classes.getAsInt())
			: List.<KnownClasses> of())
			known += "; they may be " + list;
		add("classes", "", names + " in the order of the outputs; none: class-0, ..." + known);
		add("classes-file", "",
			"instead of classes: a text file beside the description, a name a line");
		seldom("name", "what tables and messages call the model; none: its file's name");
		seldom("licence", "of the weights, such as MIT");
		seldom("pixel-size", "micrometres a pixel that it was trained at, for a note where an image"
			+ " has others");
		seldom("diameter", "pixels across of the objects that it was trained at, for fit: pad and a"
			+ " network of any size");
	}

	private void size() {
		if (ImageInputs.layout(image).isEmpty()) add("layout", "NCHW",
			"whether channels stand before the pixels or behind them, which the shape does not show",
			List.of("NCHW", "NHWC"));
		int[] size = ImageInputs.size(image, layout);
		if (size[0] > 0 && size[1] > 0) return;
		add("size", "[640, 640]",
			"height and width, which the file leaves open; those that it was trained at");
		seldom("multiple", "instead of size, with fit: pad, for a network that takes any size that is a"
			+ " multiple of this, such as 32");
	}

	private void fit() {
		add("fit", "stretch", "stretch squeezes, letterbox keeps the aspect, pad does not scale, crop"
			+ " cuts the centre", words(Fit.values()));
		add("align", "", "for letterbox: where the image lies in the input; none: center",
			words(Align.values()));
		seldom("fill", "what is around the image, 0..255; none: 114, for pad reflect");
		seldom("short-side", "for crop, squeeze-crop and scale: what the image's short side becomes");
		seldom("long-side", "for scale: the most that the long side may have");
		seldom("resize", "how pixels are made of others; none: bilinear", words(Resize.values()));
		seldom("crop", "pixels at each edge that the network gives no answer for; fit must be pad");
		seldom("halo", "how far around a pixel the network looks, for tiles");
		seldom("tile", "the longest edge that tile=auto gives the network at once");
	}

	private void values() {
		long channels = image.shape()[ImageInputs.channelAxis(layout)];
		if (channels == 3) add("colours", "RGB", "RGB; BGR where it was trained with OpenCV",
			List.of("RGB", "BGR"));
		add("scale", "1/255",
			"pixel values 0..255 times this: 1/255 gives 0..1, 1/127.5 with mean 1 gives -1..1, 1 leaves"
				+ " them");
		if (channels > 0 && channels < 5) {
			add("mean", repeated("0", channels), "subtracted after the scale");
			add("std", repeated("1", channels), "divided by after that");
		}
		seldom("percentiles", "[low, high] instead of scale: these percentiles become 0 and 1");
		seldom("values", "what scale is applied to; none: brightness, 0..255", words(Values.values()));
	}

	private static String repeated(String number, long times) {
		return "[" + String.join(", ", Collections.nCopies((int) times, number)) + "]";
	}

	private static List<String> words(Enum<?>[] constants) {
		return Arrays.stream(constants)
			.map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
	}

	private void decoder() {
		ModelFamily family = reading.told();
		add("name", family.name(), family.help());
		Map<String, String> scores = Readings.scores(reading, graph);
		for (Parameter p : family.parameters()) {
			String told = reading.parameters().get(p.name()), value = scores.get(p.name());
			List<String> choices = p.kind() == Kind.YES_NO ? YES_NO : p.choices();
			boolean activation = p.name().equals(Readings.ACTIVATION);
			if (told != null) add(p.name(), told, p.help(), choices);
			else if (activation && value != null) add(p.name(), value, p.help() + alone(value), choices);
			else if (value != null) add(p.name(), value, "a single map competes with none", choices);
			else if (ASKED.contains(p.name())) add(p.name(), "", otherwise(p), choices);
			else seldom(p.name(), otherwise(p), choices);
		}
	}

	private static String alone(String activation) {
		return activation.equals("sigmoid") ? ". Of a single value or map a softmax is 1 everywhere:"
			+ " class-0 with 100 %" : "";
	}

	private static String otherwise(Parameter p) {
		return p.help() + "; none: " + p.value();
	}

	private void limits() {
		ModelFamily family = reading.told();
		double confidence = family.usualLimits().confidence(), overlap = family.usualLimits().overlap();
		add("confidence", "", "lowest score kept; none: " + confidence);
		seldom("overlap", "of two objects that overlap by more the weaker one is dropped; none: "
			+ overlap);
	}
}
