package triptych.plugin;

import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.Set;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;
import triptych.core.TriptychException;
import triptych.workflow.Triptych;

/** Inspect Model...: writes what is known about a model into the Log. Key: model. */
public final class InspectModel implements PlugIn {

	private static String last = "nuclei";

	@Override
	public void run(String arg) {
		ErrorDialog.shown("Inspect Model", () -> {
			String macro = MacroText.options();
			String model = macro != null ? fromMacro(macro) : GraphicsEnvironment.isHeadless() ? "nuclei" : ask();
			if (model == null) return;
			IJ.log(Triptych.inspect(model));
			if (macro == null) Recording.record(Map.of("model", model));
		});
	}

	private static String fromMacro(String macro) {
		Map<String, String> values = MacroText.values(macro);
		if (!values.keySet().equals(Set.of("model"))) throw new TriptychException(
			"Inspect Model... has one key, model; it was given " + String.join(", ", values.keySet()) + ".");
		return values.get("model");
	}

	private static String ask() {
		GenericDialog dialog = new GenericDialog("Inspect Model");
		dialog.addMessage("Names that are known: " + String.join(", ", Triptych.models()));
		ModelChooser.addField(dialog, "model", last);
		dialog.showDialog();
		if (dialog.wasCanceled()) return null;
		last = dialog.getNextString().strip();
		return last;
	}
}
