package triptych.plugin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import triptych.model.ModelLibrary;
import triptych.workflow.Action;
import triptych.workflow.Key;
import triptych.workflow.Options;
import triptych.workflow.Triptych;
import triptych.workflow.Verb;

/**
 * A plain dialog with one field for each key of a command, and their meanings behind its Help button. A wrong value is
 * told in a message and the dialog comes back with what was typed. Old choices are remembered for the dialog only.
 */
final class OptionsDialog {

	private static final Map<String, Map<String, String>> LAST = new HashMap<>();

	private OptionsDialog() {}

	/** The chosen values, null where the user cancelled. */
	static Map<String, String> ask(Action action, ImagePlus image) {
		if (!(action instanceof Verb verb)) return ask(action.command(), Options.keys(action.options()), "", values -> Options
			.problem(action.options(), values));
		Map<String, String> last = LAST.computeIfAbsent(verb.command(), c -> new LinkedHashMap<>());
		// A selection that is there is meant; one that is gone cannot be.
		boolean selected = image.getRoi() != null && image.getRoi().isArea();
		if (selected || last.getOrDefault("within", "").equals("selection")) last.put("within", selected ? "selection"
			: "image");
		return ask(verb, Options.keys(verb.options()), values -> Options.problem(verb.options(), values));
	}

	/** Asks for some of a command's keys. */
	static Map<String, String> ask(Verb verb, List<Key> keys, Function<Map<String, String>, String> problem) {
		return ask(verb.command(), keys, ModelLibrary.bundledFor(verb.task()).orElse(""), problem);
	}

	/**
	 * @param model stands in the field model at first
	 * @param problem what is wrong with the values in one sentence, blank where nothing is
	 */
	static Map<String, String> ask(String command, List<Key> keys, String model,
		Function<Map<String, String>, String> problem)
	{
		String title = command.replace("...", "");
		Map<String, String> values = new LinkedHashMap<>(LAST.getOrDefault(command, Map.of()));
		while (true) {
			GenericDialog dialog = new GenericDialog(title);
			for (Key key : keys)
				add(dialog, key, values.getOrDefault(key.name(), key.name().equals("model") ? model : key.fallback()));
			dialog.addHelp(help(command, keys));
			dialog.showDialog();
			if (dialog.wasCanceled()) return null;
			for (Key key : keys)
				values.put(key.name(), read(dialog, key));
			Map<String, String> chosen = new LinkedHashMap<>(values);
			chosen.keySet().retainAll(keys.stream().map(Key::name).toList());
			String wrong = problem.apply(chosen);
			if (wrong.isEmpty()) {
				LAST.put(command, values);
				return chosen;
			}
			IJ.error(title, wrong);
		}
	}

	private static void add(GenericDialog dialog, Key key, String value) {
		String label = key.name() + hint(key);
		if (key.name().equals("model")) dialog.addFileField(label, value, 30);
		else if (key.name().equals("save") || key.name().equals("input")) dialog.addDirectoryField(label, value, 30);
		else if (key.isList()) addBoxes(dialog, key, value);
		else if (!key.choices().isEmpty()) dialog.addChoice(label, key.choices().toArray(String[]::new), value);
		else dialog.addStringField(label, value, key.isNumber() ? 8 : 30);
	}

	/** What may be typed, behind the key; the first word of a label is what macros write. */
	private static String hint(Key key) {
		if (key.max() == 1) return key.fromModel() ? " (0 to 1, or model)" : " (0 to 1)";
		if (key.name().equals("smallest")) return " (area in the image's unit)";
		boolean chooser = key.name().equals("model") || key.name().equals("save") || key.name().equals("input");
		return chooser || key.form().isEmpty() ? "" : " (" + key.form() + ")";
	}

	/** Boxes are for the eye only: a macro writes the names of those that are ticked. */
	private static void addBoxes(GenericDialog dialog, Key key, String value) {
		List<String> ticked = List.of(value.split(","));
		String[] names = key.choices().toArray(String[]::new);
		boolean[] states = new boolean[names.length];
		for (int i = 0; i < names.length; i++)
			states[i] = ticked.contains(names[i]);
		dialog.addCheckboxGroup(1, names.length, names, states, new String[] { key.name() });
	}

	private static String read(GenericDialog dialog, Key key) {
		if (key.isList()) return key.choices().stream().filter(name -> dialog.getNextBoolean()).collect(Collectors.joining(
			","));
		return key.choices().isEmpty() ? dialog.getNextString().strip() : dialog.getNextChoice();
	}

	/** What the Help button shows: every key with its meaning. */
	private static String help(String command, List<Key> keys) {
		StringBuilder html = new StringBuilder("<html><h2>" + command + "</h2><table cellpadding=3>");
		for (Key key : keys)
			html.append("<tr><td valign=top><b>").append(key.name()).append("</b></td><td width=420>").append(key.help())
				.append(" (").append(key.allowed()).append(key.fromModel() ? ", or model for the model's own value" : "")
				.append(")</td></tr>");
		return html.append("</table>Models known by name: ").append(String.join(", ", Triptych.models())).append(
			".<br>In macros the same words are the keys; a key that is left out means its default.</html>").toString();
	}
}
