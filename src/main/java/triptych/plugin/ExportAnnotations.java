package triptych.plugin;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationResult;
import triptych.dataset.ExportOptions;
import triptych.options.Options;
import triptych.workflow.Triptych;

/**
 * Export Annotations...: writes the ROIs or labels of the current image, or of a folder, as
 * annotations, and reports on them in the Log.
 */
public final class ExportAnnotations implements PlugIn {

	@Override
	public void run(String arg) {
		String command = AnnotationExport.COMMAND;
		ErrorDialog.shown(command, () -> {
			ImagePlus image = WindowManager.getCurrentImage();
			CommandCall.run(() -> OptionsDialog.ask(command, Options.keys(ExportOptions.class),
				AnnotationExport::problem), (keys, macro) -> {
					AnnotationResult result = Triptych.exportAnnotations(image, keys);
					ImportAnnotations.tell(result);
					return new CommandCall.Done(result.keys(), false);
				});
		});
	}
}
