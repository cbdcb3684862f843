package triptych.plugin;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.dataset.AnnotationExport;
import triptych.dataset.ExportOptions;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** Export Annotations...: writes the ROIs or labels of the current image, or of a folder. */
public final class ExportAnnotations implements PlugIn {

	@Override
	public void run(String arg) {
		ImagePlus image = WindowManager.getCurrentImage();
		AnnotationCall.run(AnnotationExport.COMMAND, Options.keys(ExportOptions.class),
			AnnotationExport::problem,
			(keys, progress) -> Triptych.exportAnnotations(image, keys, progress), result -> {});
	}
}
