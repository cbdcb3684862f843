package triptych.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
import triptych.model.DescribedModel;

/**
 * Whether a model that is installed answers a question: it does the task, and what it finds is what
 * the question names, alone. It is rather not proposed than proposed wrongly: a model of nuclei
 * does not tell mitotic ones from others.
 */
final class ModelMatcher {

	private static final Map<String, Set<String>> CLASS_WORDS = words("class-words.tsv"),
		OTHERS = words("other-words.tsv");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

	/** As many words before a class may say that it is only the place. */
	private static final int NEAR = 3;

	private final List<String> question;
	private final String text;

	ModelMatcher(String question) {
		text = question.toLowerCase(Locale.ROOT);
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

	private boolean fits(DescribedModel model) {
		boolean found = false;
		Set<String> own = new HashSet<>();
		for (String name : model.classes()) {
			Set<String> words = wordsOf(name);
			own.addAll(words);
			if (names(words)) found = true;
		}
		return found && !mentions("thing", own) && !mentions("kind", own);
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

	private static Map<String, Set<String>> words(String name) {
		try (InputStream in = ModelMatcher.class.getResourceAsStream("/triptych/advice/" + name)) {
			Map<String, Set<String>> words = new HashMap<>();
			new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(l -> !l.startsWith("#"))
				.skip(1)
				.map(l -> l.split("\t"))
				.forEach(r -> words.put(r[0], Set.copyOf(new HashSet<>(Arrays.asList(r[1].split(" "))))));
			return words;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
