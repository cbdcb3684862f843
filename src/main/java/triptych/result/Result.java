package triptych.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Prediction;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.options.CommandSpec;

/**
 * What one run gives: the predictions themselves and ImageJ's things made of them. Nothing is shown
 * yet; {@link Delivery} does that.
 *
 * @param positions the planes that were run
 * @param predictions one for each plane, or for each ROI of it; label maps of several planes, or of
 *           painted ROIs, are not kept, their ids stand in {@code labels}
 * @param summaryTable a row for each plane with the number of objects, their total area, and mean
 *           and standard deviation of each measurement; empty where the command finds no objects
 * @param rois one for each object or region, empty where neither overlay, rois nor save asked for
 *           them
 * @param labels the label image, where asked for
 * @param probabilities the scores of each class and pixel, where asked for
 * @param uncertainty how undecided the model was at each pixel, where asked for
 * @param plots histogram, scatter plot and the picture of the image, where asked for
 * @param keys every effective key with its value, as a macro writes it; replaying them gives the
 *           same result
 * @param provenance versions, model, device and time, as they stand in the image's Info and in the
 *           saved JSON
 * @param summary one sentence for the status bar
 * @param stopped true where the user stopped the run, so that some planes are missing
 */
public record Result(CommandSpec command, List<Position> positions, List<Prediction> predictions,
	Table table, Table summaryTable, List<Roi> rois, Optional<ImagePlus> labels,
	Optional<ImagePlus> probabilities, Optional<ImagePlus> uncertainty, List<ImagePlus> plots,
	Map<String, String> keys, Map<String, String> provenance, String summary, boolean stopped,
	List<Path> files)
{

	/** The prediction of the only plane; of painted ROIs as their label image holds them. */
	public Prediction prediction() {
		if (!predictions.isEmpty()) return predictions.get(0);
		if (positions.size() != 1 || labels.isEmpty()) throw new TriptychException(
			"Label maps of several planes are not kept; their ids are in the label image.");
		ImagePlus painted = labels.get();
		return LabelPlane.of(painted, Position.of(painted, 1));
	}

	/** All images that the run made. */
	public List<ImagePlus> images() {
		return Stream
			.concat(Stream.of(labels, probabilities, uncertainty).flatMap(Optional::stream),
				plots.stream())
			.toList();
	}

	/** These pictures behind those that it has. */
	public Result withPlots(List<ImagePlus> made) {
		List<ImagePlus> all = Stream.concat(plots.stream(), made.stream()).toList();
		return new Result(command, positions, predictions, table, summaryTable, rois, labels,
			probabilities, uncertainty, all, keys, provenance, summary, stopped, files);
	}

	/** The same with other outlines. */
	Result withRois(List<Roi> others) {
		return new Result(command, positions, predictions, table, summaryTable, others, labels,
			probabilities, uncertainty, plots, keys, provenance, summary, stopped, files);
	}

	public Result withFiles(List<Path> written) {
		return new Result(command, positions, predictions, table, summaryTable, rois, labels,
			probabilities, uncertainty, plots, keys, provenance, summary, stopped, written);
	}
}
