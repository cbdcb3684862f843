package triptych.options;

import java.util.Arrays;
import java.util.List;

/**
 * Names that are separated by commas, such as the value of {@code classes}.
 *
 * @param text as it was written
 * @param names without the blanks around them, each once; empty where nothing was written
 */
public record NameList(String text, List<String> names) {

	static NameList parse(String text) {
		List<String> names = Arrays.stream(text.split(","))
			.map(String::strip)
			.filter(name -> !name.isEmpty())
			.distinct()
			.toList();
		return new NameList(text, names);
	}

	/** As a macro writes it. */
	@Override
	public String toString() {
		return text;
	}
}
