package triptych.plugin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import triptych.options.Key;
import triptych.run.Commands;
import triptych.workflow.Triptych;

/** What a dialog's Help button shows: every key with its meaning, and the way to the README. */
public final class Help {

	private static final String README = "https://github.com/triptych-fiji/triptych#";

	private Help() {}

	public static String of(String command, List<Key> keys) {
		StringBuilder html = new StringBuilder("<html><h2>" + command + "</h2><table cellpadding=3>");
		for (Key key : keys)
			html.append("<tr><td valign=top><b>").append(key.name()).append("</b></td><td width=420>").append(key.help())
				.append(" (").append(key.allowed()).append(key.fromModel() ? ", or model for the model's own value" : "")
				.append(")</td></tr>");
		List<String> models = Commands.withModel().stream().filter(v -> v.spec().name().equals(command)).findFirst().map(Triptych::models)
			.orElseGet(Triptych::models);
		return html.append("</table>Models known by name: ").append(models.isEmpty() ? "none" : String.join(", ", models)).append(
			".<br>In macros the same words are the keys; a key that is left out means its default.<br>More in the <a href=\"")
			.append(README).append(section(command)).append("\">README</a>.</html>").toString();
	}

	/** The README's section on a command. */
	static String section(String command) {
		return switch (command) {
			case "Choose Task..." -> "choose-a-task";
			case "Process Folder..." -> "a-folder-of-images";
			case "Measure Objects...", "Labels to ROIs...", "ROIs to Labels..." -> "look-through-it-measure-again";
			default -> command.toLowerCase(Locale.ROOT).replace("...", "").replace(' ', '-');
		};
	}
}
