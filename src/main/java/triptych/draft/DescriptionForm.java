package triptych.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.core.Plane;
import triptych.core.TriptychException;

/** The form of Describe Model... as a text, where there is no window. */
public final class DescriptionForm {

	private DescriptionForm() {}

	/**
	 * The lines of the first reading, and which others the shapes allow.
	 *
	 * @param image on which the readings are tried, so that the first one is the one that makes most
	 *          sense of it
	 */
	public static String of(String model, Optional<Plane> image) {
		ModelDraft draft = ModelDraft.of(model);
		List<Reading> readings = draft.readings();
		StringBuilder form = new StringBuilder("# " + draft.shapes() + "\n");
		if (readings.isEmpty()) return form + "# " + ModelDraft.NONE + "\n";
		List<Tried> tried = image.map(draft::readings).orElse(List.of());
		for (Tried one : tried)
			form.append("# fits the shapes: ").append(one).append('\n');
		if (tried.isEmpty()) for (Reading one : readings)
			form.append("# fits the shapes: ").append(one).append('\n');
		Reading first = tried.isEmpty() ? readings.get(0) : tried.get(0).reading();
		List<Line> lines = new ArrayList<>(draft.lines(first));
		image.ifPresent(plane -> {
			Trial trial = trial(draft, lines, plane);
			lines.replaceAll(line -> line.with(trial.proposed().getOrDefault(line.place(),
				line.value())));
			form.append(told(trial(draft, lines, plane)));
		});
		draft.classes(first).ifPresent(n -> KnownClasses.of(n).forEach(known -> form.append(
			"# classes may be " + known + ":\n# classes: " + known.listed() + "\n")));
		return form + draft.form(lines);
	}

	private static Trial trial(ModelDraft draft, List<Line> lines, Plane plane) {
		try {
			return draft.trial(draft.text(lines), plane);
		}
		catch (TriptychException e) {
			return Trial.without(e.getMessage());
		}
	}

	private static String told(Trial trial) {
		String all = (trial.seen() + "\n" + trial.hint()).strip();
		return all.isEmpty() ? "" : all.replaceAll("(?m)^", "# ") + "\n";
	}
}
