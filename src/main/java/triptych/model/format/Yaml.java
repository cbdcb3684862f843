package triptych.model.format;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import triptych.core.TriptychException;

/**
 * YAML 1.2 text to maps, lists, strings and numbers; what is wrong with a text is told with its
 * line.
 */
final class Yaml {

	/** A section of keys with lists in it needs three. */
	private static final int MOST_LEVELS = 8;

	private Yaml() {}

	static Object parse(String text, String what) {
		try {
			Load load = new Load(LoadSettings.builder().setLabel(what).build());
			Object value = load.loadFromString(text);
			checkDepth(value, what, MOST_LEVELS);
			return value;
		}
		catch (StackOverflowError e) {
			// The parser calls itself for each bracket, and has no limit of its own.
			throw tooDeep(what);
		}
		catch (ReaderException e) {
			long line = 1 + text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
			throw new TriptychException(String.format(Locale.ROOT,
				"Cannot read %s as YAML: line %d holds a character"
				+ " that no text has (U+%04X); type the line again.", what, line, e.getCodePoint()), e);
		}
		catch (YamlEngineException e) {
			String first = e.getMessage().strip().replaceAll("\\s+", " ");
			throw new TriptychException("Cannot read " + what + " as YAML: "
				+ first.substring(0, Math.min(200, first.length())) + ".", e);
		}
	}

	/** A list that holds itself has no end, so it is too deep as well. */
	private static void checkDepth(Object value, String what, int levels) {
		Collection<?> inside = List.of();
		if (value instanceof Map<?, ?> map) inside = map.values();
		if (value instanceof Collection<?> list) inside = list;
		if (levels == 0 && !inside.isEmpty()) throw tooDeep(what);
		for (Object o : inside)
			checkDepth(o, what, levels - 1);
	}

	private static TriptychException tooDeep(String what) {
		return new TriptychException("Cannot read " + what + ": its lists and sections lie more than "
			+ MOST_LEVELS + " deep in one another, or in themselves.");
	}
}
