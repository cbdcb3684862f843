package triptych.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.dataset.AnnotationImport;
import triptych.dataset.AnnotationResult;
import triptych.dataset.ImportOptions;
import triptych.options.Options;
import triptych.result.Delivery;
import triptych.workflow.Triptych;

/**
 * Import Annotations...: puts annotations onto the current image, or those of a whole data set into
 * a folder, and reports on them in the Log.
 */
public final class ImportAnnotations implements PlugIn {

	@Override
	public void run(String arg) {
		String command = AnnotationImport.COMMAND;
		ErrorDialog.shown(command, () -> {
			ImagePlus image = WindowManager.getCurrentImage();
			CommandCall.run(() -> OptionsDialog.ask(command, Options.keys(ImportOptions.class),
				AnnotationImport::problem), (keys, macro) -> {
					AnnotationResult result = Triptych.importAnnotations(image, keys);
					if (!result.rois().isEmpty()) Delivery.showRois(image, result.rois());
					result.labels().ifPresent(ImagePlus::show);
					tell(result);
					return new CommandCall.Done(result.keys(), false);
				});
		});
	}

	static void tell(AnnotationResult result) {
		result.lines().forEach(line -> IJ.log("Triptych: " + line));
		IJ.showStatus("Triptych: " + result.summary());
	}
}
