package triptych.plugin;

import java.awt.GraphicsEnvironment;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.core.TriptychException;
import triptych.workflow.Delivery;
import triptych.workflow.Options;
import triptych.workflow.Result;
import triptych.workflow.RunOptions;
import triptych.workflow.Triptych;
import triptych.workflow.Verb;

/**
 * Classify Image..., Detect Objects..., Segment Regions... and Segment Objects...; plugins.config says which. With macro
 * options no dialog opens; without, it does, or headless the defaults run.
 */
public final class RunCommand implements PlugIn {

	@Override
	public void run(String arg) {
		Verb verb = Verb.of(arg);
		Failures.shown(verb.command(), () -> {
			String macro = MacroText.options();
			ImagePlus image = WindowManager.getCurrentImage();
			if (image == null) throw new TriptychException("There is no image open; open one first (File > Open...).");
			Map<String, String> keys = macro != null ? MacroText.values(macro) : Map.of();
			if (macro == null && !GraphicsEnvironment.isHeadless()) {
				keys = OptionsDialog.ask(verb, image);
				if (keys == null) {
					Recording.nothing();
					return;
				}
			}
			Result result = onLocked(image, verb, keys);
			if (macro == null) Recording.record(result.keys());
			// Esc means the whole macro, not only this line of it.
			if (result.stopped() && macro != null) Macro.abort();
		});
	}

	private static Result onLocked(ImagePlus image, Verb verb, Map<String, String> keys) {
		boolean locked = image.lockSilently();
		try {
			IJ.showStatus("Triptych: " + verb.command());
			IJ.resetEscape();
			Result result = Triptych.run(verb, image, keys);
			Delivery.show(image, result, ((RunOptions) Options.of(verb.options(), keys)).outputs());
			return result;
		}
		finally {
			if (locked) image.unlock();
		}
	}
}
