package triptych.advisor.need;

import java.util.List;
import java.util.Locale;

/** The questions that decide between the tasks; their names are the macro keys that answer them. */
public enum Need {

	LEVEL("image", "object", "pixel"), SEVERAL("yes", "no"), ONE("yes", "no"),
	INDIVIDUALS("yes", "no"), SIZE("yes", "no"), BACKGROUND("yes", "no");

	private final List<String> answers;

	Need(String... answers) {
		this.answers = List.of(answers);
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The values that answer it in a macro. */
	public List<String> answers() {
		return answers;
	}

	/** The question in plain words. */
	public String question(Words words) {
		return words.say("need." + key());
	}

	/** An answer in plain words, with an example. */
	public String answer(String value, Words words) {
		return words.say("answer." + key() + "." + value);
	}

	/** An answer in plain words alone. */
	public String plainAnswer(String value, Words words) {
		return answer(value, words).replaceAll(" ?[(（].*", "");
	}

	public static Need of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT));
	}
}
