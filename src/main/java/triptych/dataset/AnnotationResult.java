package triptych.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.options.CommandReport;

/**
 * What an import, an export or a conversion gives; nothing is shown yet.
 *
 * @param rois for the open image, empty where a data set was written
 * @param labels for the open image, where asked for
 * @param written the file or folder that was written
 * @param report what is in the annotations, line by line
 * @param notes what was left out, what the format could not hold, and what may be meant otherwise
 * @param keys every effective key with its value, as a macro writes it
 * @param summary one sentence for the status bar
 */
public record AnnotationResult(List<Roi> rois, Optional<ImagePlus> labels, Optional<Path> written,
	List<String> report, List<String> notes, Map<String, String> keys, String summary)
	implements CommandReport
{

	/** Report and notes, as a terminal or the Log shows them. */
	@Override
	public List<String> lines() {
		List<String> lines = new ArrayList<>(report);
		lines.addAll(notes);
		lines.add(summary);
		return lines;
	}
}
