package triptych.plugin;

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
 * a folder.
 */
public final class ImportAnnotations implements PlugIn {

	@Override
	public void run(String arg) {
		ImagePlus image = WindowManager.getCurrentImage();
		AnnotationCall.run(AnnotationImport.COMMAND, Options.keys(ImportOptions.class),
			AnnotationImport::problem,
			(keys, progress) -> Triptych.importAnnotations(image, keys, progress),
			result -> show(image, result));
	}

	private static void show(ImagePlus image, AnnotationResult result) {
		if (!result.rois().isEmpty()) Delivery.showRois(image, result.rois());
		result.labels().ifPresent(ImagePlus::show);
	}
}
