package triptych.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.TriptychException;
import triptych.evaluation.Evaluated.PlaneName;
import triptych.evaluation.compare.Comparison;
import triptych.evaluation.source.Content;

/** Reads one pair of images after the other, plane by plane; nothing of them is kept. */
public final class PairReader {

	private static final String SLICE = "1\\..*", FRAME = ".*\\.1";

	private final List<String> unmatched;
	private final List<PlaneName> names = new ArrayList<>();
	private boolean stacks;

	/** @param unmatched where planes without a partner are noted */
	PairReader(List<String> unmatched) {
		this.unmatched = unmatched;
	}

	int planes() {
		return names.size();
	}

	boolean stacks() {
		return stacks;
	}

	List<PlaneName> names() {
		return List.copyOf(names);
	}

	/** @param comparisons one for each set of predictions of the pair */
	void read(NameMatching.Pair pair, List<Comparison> comparisons) {
		List<Map<String, Content>> sides = sides(pair);
		Map<String, Content> truth = sides.get(0);
		List<Map<String, Content>> found = sides.subList(1, sides.size());
		boolean single = truth.size() == 1 && found.stream().allMatch(f -> f.size() == 1);
		Set<String> planes = new LinkedHashSet<>(truth.keySet());
		if (!single) found.forEach(f -> planes.addAll(f.keySet()));
		stacks |= planes.size() > 1;
		for (String plane : planes) {
			Content t = content(truth, plane, single);
			List<Content> f = found.stream().map(m -> content(m, plane, single)).toList();
			String name = planes.size() > 1 ? pair.name() + " (plane " + plane + ")" : pair.name();
			if (t == null || f.contains(null)) {
				unmatched.add(name + ": this plane is only on one side");
				continue;
			}
			for (int i = 0; i < comparisons.size(); i++) comparisons.get(i).add(name, t, f.get(i));
			names.add(new PlaneName(name, pair, plane));
		}
	}

	/**
	 * Truth and predictions by their planes. Where a stack has frames and no slices, ImageJ gives its
	 * ROIs positions that read as slices.
	 */
	private static List<Map<String, Content>> sides(NameMatching.Pair pair) {
		List<Map<String, Content>> sides = new ArrayList<>(List.of(pair.truth().planes()));
		pair.predictions().forEach(p -> sides.add(p == null ? Map.of() : p.planes()));
		boolean slices = sides.stream().anyMatch(s -> !areAll(s, SLICE));
		boolean frames = sides.stream().anyMatch(s -> !areAll(s, FRAME));
		boolean either = sides.stream().allMatch(s -> areAll(s, SLICE) || areAll(s, FRAME));
		if (!slices || !frames || !either) return sides;
		return sides.stream().map(PairReader::asSlices).toList();
	}

	/** True where all planes are of the first slice, or of the first frame. */
	private static boolean areAll(Map<String, Content> planes, String first) {
		return planes.keySet().stream().allMatch(plane -> plane.matches(first));
	}

	private static Map<String, Content> asSlices(Map<String, Content> planes) {
		Map<String, Content> slices = new LinkedHashMap<>();
		planes.forEach((plane, content) -> slices.put(plane.replaceFirst("^1\\.(\\d+)$", "$1.1"),
			content));
		return slices;
	}

	/** What is on a plane; ROIs and annotations name only planes that hold some. */
	static Content content(Map<String, Content> planes, String plane, boolean single) {
		if (single) return planes.values().iterator().next();
		Content content = planes.get(plane);
		boolean objects = planes.values().stream().allMatch(Content.Objects.class::isInstance);
		if (content == null && objects) return new Content.Objects(0, 0, List.of());
		return content;
	}

	/** Truth and prediction of one plane once more. */
	public static List<Content> again(PlaneName plane) {
		List<Map<String, Content>> sides = sides(plane.pair());
		Map<String, Content> truth = sides.get(0), found = sides.get(1);
		boolean single = truth.size() == 1 && found.size() == 1;
		Content t = content(truth, plane.plane(), single), f = content(found, plane.plane(), single);
		if (t == null || f == null)
			throw new TriptychException("\"" + plane.name() + "\" has changed while it was evaluated.");
		return List.of(t, f);
	}
}
