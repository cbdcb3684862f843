package triptych.plugin;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.dataset.AnnotationResult;
import triptych.dataset.ExportOptions;
import triptych.dataset.ImportOptions;
import triptych.options.Options;
import triptych.result.Delivery;
import triptych.teach.TeachOptions;
import triptych.teach.TeachRun;
import triptych.teach.regions.RegionOptions;
import triptych.teach.regions.RegionTeaching;
import triptych.workflow.Triptych;

/** A menu entry that ends in files or ROIs and a report; its argument is the terminal's verb. */
public final class ReportCommand implements PlugIn {

	@Override
	public void run(String verb) {
		ImagePlus image = WindowManager.getCurrentImage();
		switch (verb) {
			case AnnotationImport.VERB -> ReportCall.run(AnnotationImport.COMMAND,
				Options.keys(ImportOptions.class), AnnotationImport::problem,
				(keys, progress) -> Triptych.importAnnotations(image, keys, progress),
				result -> show(image, result));
			case AnnotationExport.VERB -> ReportCall.run(AnnotationExport.COMMAND,
				Options.keys(ExportOptions.class), AnnotationExport::problem,
				(keys, progress) -> Triptych.exportAnnotations(image, keys, progress), result -> {});
			case TeachRun.VERB -> ReportCall.run(TeachRun.COMMAND, Options.keys(TeachOptions.class),
				TeachRun::problem, (keys, progress) -> Triptych.teachClasses(image, keys, progress),
				result -> {});
			case RegionTeaching.VERB -> ReportCall.run(RegionTeaching.COMMAND,
				Options.keys(RegionOptions.class), RegionTeaching::problem,
				(keys, progress) -> Triptych.teachRegions(image, keys, progress), result -> {});
			default -> throw new IllegalArgumentException(verb);
		}
	}

	private static void show(ImagePlus image, AnnotationResult result) {
		if (!result.rois().isEmpty()) Delivery.showRois(image, result.rois());
		result.labels().ifPresent(ImagePlus::show);
	}
}
