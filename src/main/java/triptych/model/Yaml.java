package triptych.model;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import triptych.core.TriptychException;

/**
 * YAML 1.2 text to maps, lists, strings and numbers; what is wrong with a text is told with its
 * line.
 */
final class Yaml {

	private Yaml() {}

	static Object parse(String text, String what) {
		try {
			return new Load(LoadSettings.builder().setLabel(what).build()).loadFromString(text);
		}
		catch (YamlEngineException e) {
			String first = e.getMessage().strip().replaceAll("\\s+", " ");
			throw new TriptychException("Cannot read " + what + " as YAML: "
				+ first.substring(0, Math.min(200, first.length())) + ".", e);
		}
	}
}
