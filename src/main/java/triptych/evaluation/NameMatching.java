package triptych.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import triptych.core.TriptychException;
import triptych.evaluation.source.Item;
import triptych.evaluation.source.Source;
import triptych.evaluation.source.StackPlanes;

/**
 * The images of the truth and of one or two sets of predictions that belong together, by their
 * names without folders and endings; with folders where a name occurs in several of them.
 *
 * @param pairs in the order of the truth
 * @param unmatched what has no partner, each with the reason
 * @param apart true where a stack was taken for the images that its planes are on another side
 */
public record NameMatching(List<Pair> pairs, List<String> unmatched, boolean apart) {

	/**
	 * @param predictions one item for each set of predictions, null where nothing was found in this
	 *          image
	 */
	public record Pair(String name, Item truth, List<Item> predictions) {}

	/** What programs add to the names of their results. */
	private static final String ENDING = "(?i)[-_. ](labels?|masks?|cp_masks|classes|scene|rois|seg"
		+ "|segmentation|gt|ground_?truth|annotations?|pred|predictions?|instances?)$";

	private static final int SHOWN = 3;

	/** @param predictions one or two sets */
	static NameMatching of(Source truth, List<Source> predictions) {
		List<Source> all = new ArrayList<>(List.of(truth));
		all.addAll(predictions);
		List<Source> apart = all.stream().map(s -> apart(s, all)).toList();
		NameMatching matching = byNames(apart.get(0), apart.subList(1, apart.size()));
		return new NameMatching(matching.pairs, matching.unmatched, !apart.equals(all));
	}

	/** Stacks whose planes another side knows as images, plane by plane. */
	private static Source apart(Source source, List<Source> all) {
		Set<String> others = all.stream()
			.filter(s -> s != source)
			.flatMap(s -> s.items().stream())
			.map(Item::last)
			.collect(Collectors.toSet());
		source.items().forEach(own -> others.remove(own.last()));
		List<Item> items = new ArrayList<>();
		for (Item item : source.items()) {
			String stem = item.last().replaceFirst(ENDING, "");
			StackPlanes.of(item, stem, others)
				.ifPresentOrElse(items::addAll, () -> items.add(item));
		}
		return items.equals(source.items()) ? source : source.with(items);
	}

	private static NameMatching byNames(Source truth, List<Source> predictions) {
		List<Source> all = new ArrayList<>(List.of(truth));
		all.addAll(predictions);
		// One image against one image needs no name.
		if (all.stream().allMatch(s -> s.items().size() == 1)) {
			Item only = truth.items().get(0);
			return new NameMatching(List.of(new Pair(only.last(), only,
				predictions.stream().map(p -> p.items().get(0)).toList())), List.of(), false);
		}
		boolean folders = all.stream().anyMatch(NameMatching::needsFolders);
		Map<String, Item> byName = byName(truth, folders, "truth");
		List<Map<String, Item>> others = new ArrayList<>();
		for (Source p : predictions)
			others.add(byName(p, folders, p == predictions.get(0) ? "predictions" : "compare"));
		return matched(truth, byName, predictions, others);
	}

	private static boolean needsFolders(Source source) {
		long names = source.items().stream().map(Item::last).distinct().count();
		return names < source.items().size();
	}

	private static Map<String, Item> byName(Source source, boolean folders, String key) {
		Map<String, Item> byName = new LinkedHashMap<>();
		for (Item item : source.items()) {
			Item other = byName.putIfAbsent(folders ? item.name() : item.last(), item);
			if (other != null) throw new TriptychException("The key " + key + " names \"" + source.text()
				+ "\", which holds two images of the name \"" + item.name() + "\" (" + other.origin()
				+ " and " + item.origin() + "); leave only the one that is meant.");
		}
		return byName;
	}

	private static NameMatching matched(Source truth, Map<String, Item> truths,
		List<Source> predictions, List<Map<String, Item>> others)
	{
		boolean fit = others.stream()
			.allMatch(other -> other.keySet().stream().anyMatch(truths::containsKey));
		Map<String, Item> left = fit ? truths : shortened(truths);
		List<Map<String, Item>> right = fit ? others
			: others.stream().map(NameMatching::shortened).toList();
		List<Pair> pairs = new ArrayList<>();
		List<String> unmatched = new ArrayList<>();
		for (Map.Entry<String, Item> e : left.entrySet()) {
			List<Item> found = new ArrayList<>();
			String missing = "";
			for (int i = 0; i < right.size(); i++) {
				Item item = right.get(i).get(e.getKey());
				found.add(item);
				if (item == null && !predictions.get(i).complete()) missing = predictions.get(i).text();
			}
			if (missing.isEmpty()) pairs.add(new Pair(e.getKey(), e.getValue(), found));
			else unmatched.add(e.getValue().origin() + ": no prediction of this name in " + missing);
		}
		for (int i = 0; i < right.size(); i++)
			for (Map.Entry<String, Item> e : right.get(i).entrySet())
				if (!left.containsKey(e.getKey())) unmatched.add(e.getValue().origin()
					+ ": predicted, but no image of this name in the truth " + truth.text());
		if (pairs.isEmpty()) throw none(left, right.get(0));
		return new NameMatching(pairs, unmatched, false);
	}

	/** Without what programs add, where that leaves every name its own. */
	private static Map<String, Item> shortened(Map<String, Item> all) {
		Map<String, Item> shorter = new LinkedHashMap<>();
		all.forEach((name, item) -> shorter.put(name.replaceFirst(ENDING, ""), item));
		return shorter.size() == all.size() ? shorter : all;
	}

	private static TriptychException none(Map<String, Item> truths, Map<String, Item> others) {
		return new TriptychException("No image of the truth has a prediction: images are matched by"
			+ " their names without ending, which are " + some(truths) + " in the truth and "
			+ some(others) + " in the predictions.");
	}

	private static String some(Map<String, Item> items) {
		String names = items.keySet()
			.stream()
			.limit(SHOWN)
			.map(n -> "\"" + n + "\"")
			.collect(Collectors.joining(", "));
		return items.size() > SHOWN ? names + ", ..." : names;
	}
}
