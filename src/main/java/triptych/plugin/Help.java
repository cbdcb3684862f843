package triptych.plugin;

import java.awt.Window;
import java.util.List;
import java.util.Locale;

import ij.gui.HTMLDialog;
import triptych.options.Key;
import triptych.run.Commands;
import triptych.workflow.Triptych;

/**
 * What a dialog's Help button shows: every key with its meaning, and the way to the documentation.
 */
public final class Help {

	private static final String KEYS =
		"https://github.com/triptych-fiji/triptych/blob/HEAD/.github/docs/keys.md#";

	private Help() {}

	public static String of(String command, List<Key> keys) {
		StringBuilder html = new StringBuilder("<html><h2>" + command + "</h2><table cellpadding=3>");
		keys.forEach(key -> html.append(row(key)));
		return html.append("</table>Models known by name: ")
			.append(models(command))
			.append(".<br>In macros the same words are the keys;")
			.append(" a key that is left out means its default.<br>More in the <a href=\"")
			.append(KEYS)
			.append(section(command))
			.append("\">list of all keys</a>.</html>")
			.toString();
	}

	/** Puts the help that is open in front of the dialog, and lets it stay there. */
	static void toFront() {
		for (Window w : Window.getWindows())
			if (w instanceof HTMLDialog && w.isShowing()) {
				w.setAlwaysOnTop(true);
				w.toFront();
			}
	}

	private static String row(Key key) {
		String model = key.fromModel() ? ", or model for the model's own value" : "";
		return "<tr><td valign=top><b>" + key.name() + "</b></td><td width=420>" + key.help()
			+ " (" + key.allowed() + model + ")</td></tr>";
	}

	private static String models(String command) {
		List<String> models = Commands.withModel().stream()
			.filter(c -> c.spec().name().equals(command))
			.findFirst()
			.map(Triptych::models)
			.orElseGet(Triptych::models);
		return models.isEmpty() ? "none" : String.join(", ", models);
	}

	/** How GitHub calls the section on a command, whose heading is the command's name. */
	static String section(String command) {
		return command.toLowerCase(Locale.ROOT)
			.replace(".", "")
			.replace(' ', '-');
	}
}
