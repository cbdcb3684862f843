package triptych.plugin.models;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.PlugIn;
import triptych.core.TriptychException;
import triptych.draft.ModelDraft;
import triptych.draft.Tried;
import triptych.ij.convert.ImagePlane;
import triptych.plugin.CommandCall;
import triptych.plugin.ErrorDialog;
import triptych.plugin.PathField;
import triptych.workflow.Triptych;

/**
 * Describe Model...: a window in which a model that says nothing about itself is described, with
 * what each choice does to the open image; headless the form is printed. Key: model.
 */
public final class DescribeModel implements PlugIn {

	static final String COMMAND = "Describe Model...";

	@Override
	public void run(String arg) {
		ImagePlus image = WindowManager.getCurrentImage();
		ErrorDialog.shown(COMMAND, () -> CommandCall.run(DescribeModel::ask, (keys, macro) -> {
			String model = model(keys);
			if (GraphicsEnvironment.isHeadless()) IJ.log(form(model, image));
			else open(ModelDraft.of(model), image);
			return new CommandCall.Done(keys, false);
		}));
	}

	private static String form(String model, ImagePlus image) {
		return image == null ? Triptych.describe(model) : Triptych.describe(model, image);
	}

	private static void open(ModelDraft draft, ImagePlus image) {
		if (image != null) IJ.showStatus("Triptych: trying the readings of " + draft.name());
		List<Tried> tried = image == null ? Tried.not(draft.readings())
			: draft.readings(ImagePlane.of(image));
		if (tried.isEmpty()) throw new TriptychException("The model " + draft.name() + " gives "
			+ draft.shapes() + ". " + ModelDraft.NONE);
		EventQueue.invokeLater(() -> new DescribeWindow(draft, tried, image).setVisible(true));
	}

	private static String model(Map<String, String> keys) {
		for (String key : keys.keySet())
			if (!key.equals("model")) throw new TriptychException(COMMAND
				+ " has one key, model; it was given " + key + ".");
		return keys.getOrDefault("model", "");
	}

	private static Map<String, String> ask() {
		GenericDialog dialog = new GenericDialog("Describe Model");
		dialog.addMessage("A model without a description: what it is for and how it is fed.\n"
			+ "With an image open, each choice is shown on it.");
		PathField.addModel(dialog, "model", "", List.of());
		dialog.showDialog();
		return dialog.wasCanceled() ? null : Map.of("model", dialog.getNextString().strip());
	}
}
