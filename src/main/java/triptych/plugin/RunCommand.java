package triptych.plugin;

import java.awt.GraphicsEnvironment;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.core.TriptychException;
import triptych.options.ImageOptions;
import triptych.options.Options;
import triptych.result.Delivery;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.workflow.Triptych;

/**
 * The commands that work on the current image; plugins.config says which is meant. With macro
 * options no dialog opens; without, it does, or headless the defaults run.
 */
public final class RunCommand implements PlugIn {

	@Override
	public void run(String arg) {
		ImageCommand action = Commands.of(arg);
		ErrorDialog.shown(action.spec().name(), () -> {
			String macro = MacroText.options();
			ImagePlus image = WindowManager.getCurrentImage();
			if (image == null) throw new TriptychException("There is no image open; open one first (File > Open...).");
			Map<String, String> keys = macro != null ? MacroText.values(macro) : Map.of();
			if (macro == null && !GraphicsEnvironment.isHeadless()) {
				keys = OptionsDialog.ask(action, image);
				if (keys == null) {
					Recording.nothing();
					return;
				}
			}
			Result result = onLocked(image, action, keys);
			if (macro == null) Recording.record(result.keys());
			// Esc means the whole macro, not only this line of it.
			if (result.stopped() && macro != null) Macro.abort();
		});
	}

	private static Result onLocked(ImagePlus image, ImageCommand action, Map<String, String> keys) {
		boolean locked = image.lockSilently();
		try {
			IJ.showStatus("Triptych: " + action.spec().name());
			IJ.resetEscape();
			Result result = Triptych.run(action, image, keys);
			Delivery.show(image, result, ((ImageOptions) Options.of(action.spec().options(), keys)).outputs());
			return result;
		}
		finally {
			IJ.showProgress(1);
			if (locked) image.unlock();
		}
	}
}
