package triptych.plugin.models;

import java.util.Map;
import java.util.Set;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;
import triptych.core.TriptychException;
import triptych.plugin.CommandCall;
import triptych.plugin.ErrorDialog;
import triptych.plugin.PathField;
import triptych.workflow.Triptych;

/** Inspect Model...: writes what is known about a model into the Log. Key: model. */
public final class InspectModel implements PlugIn {

	private static final String BUNDLED = "nuclei";
	private static String last = BUNDLED;

	@Override
	public void run(String arg) {
		ErrorDialog.shown("Inspect Model", () -> CommandCall.run(InspectModel::ask, (keys, macro) -> {
			if (macro) check(keys);
			IJ.log(Triptych.inspect(keys.getOrDefault("model", BUNDLED)));
			return new CommandCall.Done(keys, false);
		}));
	}

	private static void check(Map<String, String> keys) {
		if (!keys.keySet().equals(Set.of("model"))) throw new TriptychException(
			"Inspect Model... has one key, model; it was given " + String.join(", ", keys.keySet())
				+ ".");
	}

	private static Map<String, String> ask() {
		GenericDialog dialog = new GenericDialog("Inspect Model");
		PathField.addModel(dialog, "model", last, Triptych.models());
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		last = dialog.getNextString().strip();
		return Map.of("model", last);
	}
}
