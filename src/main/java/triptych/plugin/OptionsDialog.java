package triptych.plugin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.gui.GenericDialog;
import triptych.model.ModelLibrary;
import triptych.workflow.Key;
import triptych.workflow.Options;
import triptych.workflow.Verb;

/**
 * A plain dialog with one field for each key of a command. A wrong value is told in a message and the dialog comes back
 * with what was typed. Old choices are remembered for the dialog only.
 */
final class OptionsDialog {

	private static final Map<Verb, Map<String, String>> LAST = new HashMap<>();

	private OptionsDialog() {}

	/** The chosen values, null where the user cancelled. */
	static Map<String, String> ask(Verb verb) {
		Map<String, String> values = new LinkedHashMap<>(LAST.getOrDefault(verb, Map.of()));
		List<Key> keys = Options.keys(verb.options());
		while (true) {
			GenericDialog dialog = new GenericDialog(verb.command().replace("...", ""));
			for (Key key : keys)
				add(dialog, key, values.getOrDefault(key.name(), initial(verb, key)));
			dialog.showDialog();
			if (dialog.wasCanceled()) return null;
			for (Key key : keys)
				values.put(key.name(), read(dialog, key));
			String wrong = Options.problem(verb.options(), values);
			if (wrong.isEmpty()) break;
			IJ.error(verb.command().replace("...", ""), wrong);
		}
		LAST.put(verb, values);
		return values;
	}

	private static String initial(Verb verb, Key key) {
		return key.name().equals("model") ? ModelLibrary.bundledFor(verb.task()).orElse("") : key.fallback();
	}

	private static void add(GenericDialog dialog, Key key, String value) {
		if (key.name().equals("model")) dialog.addFileField(key.name(), value, 30);
		else if (key.name().equals("save")) dialog.addDirectoryField(key.name(), value, 30);
		else if (!key.choices().isEmpty() && !key.isList()) dialog.addChoice(key.name(), key.choices().toArray(
			String[]::new), value);
		else dialog.addStringField(key.name(), value, key.isNumber() ? 8 : 30);
	}

	private static String read(GenericDialog dialog, Key key) {
		return !key.choices().isEmpty() && !key.isList() ? dialog.getNextChoice() : dialog.getNextString().strip();
	}
}
