package triptych.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists of classes that many models were trained on, in the order of their data set's numbers. That
 * a model with as many classes has these is an assumption, and said as one.
 *
 * @param of what the list is of
 */
public record KnownClasses(String of, List<String> names) {

	private static final List<KnownClasses> ALL = List.of(
		// Lin et al. 2014, in the order of its category ids.
		list("COCO", "person, bicycle, car, motorcycle, airplane, bus, train, truck, boat,"
			+ " traffic light, fire hydrant, stop sign, parking meter, bench, bird, cat, dog, horse,"
			+ " sheep, cow, elephant, bear, zebra, giraffe, backpack, umbrella, handbag, tie, suitcase,"
			+ " frisbee, skis, snowboard, sports ball, kite, baseball bat, baseball glove, skateboard,"
			+ " surfboard, tennis racket, bottle, wine glass, cup, fork, knife, spoon, bowl, banana,"
			+ " apple, sandwich, orange, broccoli, carrot, hot dog, pizza, donut, cake, chair, couch,"
			+ " potted plant, bed, dining table, toilet, tv, laptop, mouse, remote, keyboard,"
			+ " cell phone, microwave, oven, toaster, sink, refrigerator, book, clock, vase, scissors,"
			+ " teddy bear, hair drier, toothbrush"),
		// Everingham et al. 2010; those of regions have the background before them.
		list("Pascal VOC", voc()),
		list("Pascal VOC with its background", "background, " + voc()),
		// Cordts et al. 2016, by their train ids.
		list("Cityscapes", "road, sidewalk, building, wall, fence, pole, traffic light, traffic sign,"
			+ " vegetation, terrain, sky, person, rider, car, truck, bus, train, motorcycle, bicycle"));

	private static final Set<String> RESERVED = Set.of("true", "false", "null", "yes", "no", "on",
		"off");

	private static KnownClasses list(String of, String names) {
		return new KnownClasses(of, Arrays.asList(names.split(", ")));
	}

	private static String voc() {
		return "aeroplane, bicycle, bird, boat, bottle, bus, car, cat, chair, cow, diningtable, dog,"
			+ " horse, motorbike, person, pottedplant, sheep, sofa, train, tvmonitor";
	}

	/** Those with as many classes. */
	public static List<KnownClasses> of(int classes) {
		List<KnownClasses> fitting = new ArrayList<>();
		for (KnownClasses known : ALL)
			if (known.names.size() == classes) fitting.add(known);
		return fitting;
	}

	/** As a description has them. */
	public String listed() {
		return listed(names);
	}

	/** The same for any names; blank ones are left out. */
	public static String listed(List<String> names) {
		return names.stream()
			.map(String::strip)
			.filter(name -> !name.isEmpty())
			.map(KnownClasses::written)
			.collect(Collectors.joining(", ", "[", "]"));
	}

	/** In quotes where YAML would read something else. */
	private static String written(String name) {
		boolean word = name.matches("[A-Za-z][\\w -]*")
			&& !RESERVED.contains(name.toLowerCase(Locale.ROOT));
		return word ? name : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	/** Such as {@code the 80 of COCO, which the number of classes suggests and nothing proves}. */
	@Override
	public String toString() {
		return "the " + names.size() + " of " + of
			+ ", which their number suggests and nothing proves";
	}
}
