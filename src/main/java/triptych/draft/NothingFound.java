package triptych.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import triptych.core.NearMiss;
import triptych.core.Plane;
import triptych.core.TriptychException;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;

/** Why nothing is found: what came closest, and which other line would have found something. */
final class NothingFound {

	/** A way to prepare pixel values that many models were trained with. */
	private record Range(String lines, double scale, double mean) {}

	private static final List<Range> RANGES = List.of(new Range("scale: 1", 1, 0),
		new Range("scale: 1/255", 1 / 255.0, 0),
		new Range("scale: 1/127.5 and mean 1 for each channel", 1 / 127.5, 1));

	/** Another line must raise the best score by so much; a lower one is none of an object. */
	private static final double CLEARLY = 0.2, LEAST = 0.05;

	private final Runs runs;
	private final ModelSpec spec;
	private final Plane plane;

	NothingFound(Runs runs, ModelSpec spec, Plane plane) {
		this.runs = runs;
		this.spec = spec;
		this.plane = plane;
	}

	/** Without the full stop. */
	String why() {
		Optional<NearMiss> near = closest(spec);
		double best = near.map(NearMiss::score).orElse(0.0);
		StringBuilder told = new StringBuilder("Nothing is found on this image");
		near.ifPresent(n -> told.append(": ").append(inside(n.sentence())));
		Map<String, Double> better = others();
		better.values().removeIf(score -> score < best + CLEARLY);
		better.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(e -> told.append(
			String.format(Locale.ROOT, ". With %s the strongest scores %.2f", e.getKey(),
				e.getValue())));
		if (!better.isEmpty() || near.isEmpty()) return told.toString();
		String doubt = best < LEAST ? ". So low a score means that colours, scale, mean, std or the"
			+ " reading do not fit, or that the image shows none of the classes"
			: ". A lower confidence would keep it; where that is no object, colours, scale, mean or std"
				+ " may not be those of the training";
		return told + doubt;
	}

	private static String inside(String sentence) {
		return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
	}

	/** The best score by the line that is changed. */
	private Map<String, Double> others() {
		Map<String, Double> scores = new LinkedHashMap<>();
		boolean active = !spec.decoder().text(Readings.ACTIVATION, "none").equals("none");
		if (active) closest(Readings.scored(spec))
			.ifPresent(n -> scores.put("activation: none", n.score()));
		InputSpec in = spec.input();
		for (Range range : RANGES)
			if (in.percentiles().length == 0 && in.scale() != range.scale)
				closest(spec.with(in.scaled(range.scale, range.mean)))
					.ifPresent(n -> scores.put(range.lines, n.score()));
		return scores;
	}

	private Optional<NearMiss> closest(ModelSpec with) {
		try {
			return runs.of(with.input(), plane)
				.read(ModelFamilies.decoder(with, Thresholds.of(with))::closest);
		}
		catch (TriptychException e) {
			// Such as scores that are none: this is not it.
			return Optional.empty();
		}
	}
}
