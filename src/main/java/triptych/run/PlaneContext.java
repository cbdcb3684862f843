package triptych.run;

import java.util.List;

import ij.gui.Roi;
import triptych.core.Calibration;
import triptych.core.LabelMap;
import triptych.core.Progress;
import triptych.decode.Thresholds;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.Rois;
import triptych.model.ModelSpec;
import triptych.options.Augment;
import triptych.options.Output;
import triptych.options.RunOptions;
import triptych.result.Tables;

/**
 * What a command with a model knows of its run.
 *
 * @param thresholds the limits of this run, those of the model where the keys leave them open
 * @param calibration of the image
 * @param fullBrightness of the 32-bit planes of a run; 0 leaves each plane its own
 * @param classes that an object can be of: those of the model, or of the one that classifies
 */
record PlaneContext<O extends RunOptions>(O options, ModelSpec model, Thresholds thresholds,
	Calibration calibration, double fullBrightness, List<String> classes)
{

	Tables tables(Place place) {
		return new Tables(place.position(), calibration, options.augment() == Augment.FLIPS);
	}

	boolean wants(Output output) {
		return options.outputs().contains(output);
	}

	boolean wantsRois() {
		return Output.outlines(options.outputs());
	}

	/** The outlines of a label map, where they are wanted. */
	List<Roi> outlines(LabelMap map, Place place, Colouring colouring, Progress progress) {
		if (!wantsRois()) return List.of();
		return new Rois(model.name(), place.position(), colouring).of(map, progress);
	}
}
