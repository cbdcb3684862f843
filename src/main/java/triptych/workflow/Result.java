package triptych.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Prediction;
import triptych.core.Table;
import triptych.ij.Position;

/**
 * What one run gives: the prediction itself and ImageJ's things made of it. Nothing is shown yet; {@link Delivery} does
 * that.
 *
 * @param rois one for each object or region, empty where neither overlay, rois nor save asked for them
 * @param labels the label image, where asked for
 * @param keys every effective key with its value, as a macro writes it; replaying them gives the same result
 * @param provenance versions, model, device and time, as they stand in the image's Info and in the saved JSON
 * @param summary one sentence for the status bar
 */
public record Result(Verb verb, Prediction prediction, Table table, List<Roi> rois, Optional<ImagePlus> labels,
	Position position, Map<String, String> keys, Map<String, String> provenance, String summary, List<Path> files)
{}
