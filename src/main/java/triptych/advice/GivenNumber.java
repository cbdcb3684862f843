package triptych.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.advisor.need.TypedNumber;
import triptych.advisor.need.Words;
import triptych.core.TriptychException;
import triptych.options.Key;
import triptych.options.Options;

/**
 * A number of Choose Task... as it was given, read alike in the window, in macros and in the
 * terminal.
 *
 * @param words of the language that says how numbers are written, and what is wrong
 */
public record GivenNumber(Key key, String typed, Words words) {

	/** Keys whose numbers are as macros hold them; the rest stays. */
	static Map<String, String> plain(Map<String, String> keys, Words words) {
		Map<String, String> plain = new LinkedHashMap<>(keys);
		for (Key key : Options.keys(ChooseTaskOptions.class)) {
			String typed = keys.getOrDefault(key.name(), "");
			if (!key.isNumber() || typed.isBlank()) continue;
			GivenNumber number = new GivenNumber(key, typed, words);
			String problem = number.problem(words.say("wrong.key", key.name()));
			if (!problem.isEmpty()) throw new TriptychException(problem);
			plain.put(key.name(), number.plain());
		}
		return plain;
	}

	/** As a macro holds it; what is no number stays as it is. */
	public String plain() {
		List<String> meanings = meanings();
		return meanings.isEmpty() ? typed.strip() : meanings.get(0);
	}

	/**
	 * What is wrong with it, in one sentence; blank where nothing is.
	 *
	 * @param name of the key or the field, as the sentence has it
	 */
	public String problem(String name) {
		List<String> meanings = meanings();
		if (meanings.size() > 1 && !isWhole())
			return TypedNumber.two(name, typed.strip(), meanings, words);
		if (!key.problem(plain()).isEmpty()) return words.say("wrong.number", name, typed.strip());
		return meanings.size() > 1 || isPart() ? words.say("wrong.whole", name, typed.strip()) : "";
	}

	/** Of images, which are whole, a thousand in the language's own marks is surely meant. */
	private List<String> meanings() {
		List<String> meanings = TypedNumber.meanings(typed, words.language());
		boolean own = meanings.size() > 1 && isWhole()
			&& TypedNumber.hasThousands(typed, words.language());
		return own ? meanings.subList(0, 1) : meanings;
	}

	private boolean isWhole() {
		return key.name().equals("images");
	}

	/** Half an image is never meant. */
	private boolean isPart() {
		if (!isWhole() || plain().isEmpty()) return false;
		double n = Double.parseDouble(plain());
		return n != Math.rint(n);
	}
}
