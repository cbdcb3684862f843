package triptych.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import triptych.core.Task;
import triptych.model.format.DescribedModel;

/**
 * Whether a model that is installed answers a question: it does the task, and what it finds is what
 * the question names, and nothing else. In doubt no model is proposed: a model of nuclei
 * does not tell mitotic ones from others.
 */
final class ModelMatcher {

	private static final Map<String, Set<String>> CLASS_WORDS = words("class-words.tsv", 1),
		BESIDE = words("class-words.tsv", 2), OTHERS = words("other-words.tsv", 1);

	/** Of several words (white_blood_cells), those that hold another one first. */
	private static final List<String> PHRASES = CLASS_WORDS.values()
		.stream()
		.flatMap(Set::stream)
		.filter(w -> w.contains("_"))
		.distinct()
		.sorted(Comparator.comparing(String::length).reversed())
		.toList();

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

	/** As many words before a class may say that it is only the place. */
	private static final int NEAR = 3;

	private final List<String> question;
	private final String text;

	ModelMatcher(String question) {
		text = joined(question.toLowerCase(Locale.ROOT));
		this.question = WORD.matcher(text).results().map(MatchResult::group).toList();
	}

	/** Whether there is a word at all that could name a class. */
	boolean namesAnything() {
		return !question.isEmpty();
	}

	/** The first model of a task that fits. */
	Optional<DescribedModel> model(Task task, List<DescribedModel> models) {
		return models.stream().filter(m -> m.task() == task && fits(m)).findFirst();
	}

	/**
	 * The first model of a task that finds the objects that the question names, but not which of the
	 * user's own classes each is of, such as infected ones.
	 */
	Optional<DescribedModel> objects(Task task, List<DescribedModel> models) {
		return models.stream()
			.filter(m -> m.task() == task && named(m) > 0 && !fits(m) && !mentions("thing", own(m)))
			.findFirst();
	}

	/** The first model of objects and the first of regions that together answer for a scene. */
	Optional<FoundModels> scene(List<DescribedModel> models) {
		for (DescribedModel things : models)
			for (DescribedModel stuff : models)
				if (things.task() == Task.INSTANCE_SEGMENTATION
					&& stuff.task() == Task.SEMANTIC_SEGMENTATION && fit(things, stuff))
					return Optional.of(new FoundModels(List.of(things, stuff)));
		return Optional.empty();
	}

	/** Both are named, and the regions are not those of the objects over again. */
	private boolean fit(DescribedModel things, DescribedModel stuff) {
		Set<String> own = own(things);
		boolean more = stuff.classes()
			.stream()
			.map(ModelMatcher::wordsOf)
			.anyMatch(words -> Collections.disjoint(words, own) && names(words));
		own.addAll(own(stuff));
		return more && named(things) > 0 && !mentions("thing", own) && !mentions("kind", own);
	}

	/** The question with its phrases as words. */
	private static String joined(String question) {
		String text = question.replace('-', ' ');
		for (String phrase : PHRASES)
			text = text.replaceAll("(?U)\\b" + phrase.replace('_', ' ') + "\\b", phrase);
		return text;
	}

	private boolean fits(DescribedModel model) {
		long named = named(model);
		Set<String> own = own(model);
		// which of several sorts it is, only a model tells that knows some of what is named
		return named > 0 && !mentions("thing", own) && !mentions("kind", own)
			&& (named > 1 || !mentions("sort", own));
	}

	private long named(DescribedModel model) {
		return model.classes().stream().filter(name -> names(wordsOf(name))).count();
	}

	/** The words of a model's classes, and those that belong to them. */
	private static Set<String> own(DescribedModel model) {
		Set<String> own = new HashSet<>();
		for (String name : model.classes()) {
			own.addAll(wordsOf(name));
			own.addAll(BESIDE.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()));
		}
		return own;
	}

	private static Set<String> wordsOf(String className) {
		String name = className.toLowerCase(Locale.ROOT);
		return CLASS_WORDS.getOrDefault(name, Set.of(name, name + "s", name + "es"));
	}

	/**
	 * Whether one of the words is what the question is about, not only the place or what is left out.
	 */
	private boolean names(Set<String> words) {
		boolean found = words.stream().anyMatch(w -> isIdeographic(w) && text.contains(w));
		for (int i = 0; i < question.size(); i++)
			if (words.contains(question.get(i))) {
				List<String> before = question.subList(Math.max(0, i - NEAR), i);
				if (before.stream().anyMatch(OTHERS.get("near")::contains)) return false;
				found = true;
			}
		return found;
	}

	/**
	 * Whether the question holds words of a relation, but for the model's own and what belongs to it
	 * (cell in cell nuclei).
	 */
	private boolean mentions(String relation, Set<String> own) {
		Set<String> words = OTHERS.get(relation);
		for (int i = 0; i < question.size(); i++) {
			boolean belongs = relation.equals("thing") && i + 1 < question.size()
				&& own.contains(question.get(i + 1));
			if (words.contains(question.get(i)) && !own.contains(question.get(i)) && !belongs)
				return true;
		}
		return words.stream().anyMatch(w -> isIdeographic(w) && text.contains(w) && !own.contains(w));
	}

	private static boolean isIdeographic(String word) {
		return word.codePoints()
			.anyMatch(c -> Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30ff);
	}

	/** The words in a column of a table, by the first column. */
	private static Map<String, Set<String>> words(String name, int column) {
		try (InputStream in = ModelMatcher.class.getResourceAsStream("/triptych/advice/" + name)) {
			Map<String, Set<String>> words = new HashMap<>();
			new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(l -> !l.startsWith("#"))
				.skip(1)
				.map(l -> l.split("\t"))
				.filter(r -> r.length > column)
				.forEach(r -> words.put(r[0], Set.copyOf(Arrays.asList(r[column].split(" ")))));
			return words;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
