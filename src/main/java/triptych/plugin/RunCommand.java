package triptych.plugin;

import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.options.ImageOptions;
import triptych.options.Options;
import triptych.result.Delivery;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.run.ImageCheck;
import triptych.run.ImageCommand;
import triptych.session.RememberedRuns;
import triptych.workflow.Triptych;

/**
 * The commands that work on the current image; plugins.config says which is meant. With macro
 * options no dialog opens; without, it does, or headless the defaults run.
 */
public final class RunCommand implements PlugIn {

	@Override
	public void run(String arg) {
		ImageCommand command = Commands.of(arg);
		ErrorDialog.shown(command.spec().name(), () -> {
			ImagePlus image = WindowManager.getCurrentImage();
			ImageCheck.isOpen(image);
			try {
				CommandCall.run(() -> OptionsDialog.ask(command, image), (keys, macro) -> {
					Result result = onLocked(image, command, keys);
					return new CommandCall.Done(result.keys(), result.stopped());
				});
			}
			finally {
				RememberedRuns.forget();
			}
		});
	}

	private static Result onLocked(ImagePlus image, ImageCommand command, Map<String, String> keys) {
		boolean locked = image.lockSilently();
		try {
			IJ.showStatus("Triptych: " + command.spec().name());
			IJ.resetEscape();
			Result result = Triptych.run(command, image, keys);
			ImageOptions options = (ImageOptions) Options.of(command.spec().options(), keys);
			Delivery.show(image, result, options.outputs());
			return result;
		}
		finally {
			IJ.showProgress(1);
			if (locked) image.unlock();
		}
	}
}
