package triptych.run;

import java.util.List;
import java.util.Optional;

import ij.gui.Roi;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.table.Table;

/**
 * What one plane, or one ROI of it, gave.
 *
 * @param labels the final label map, where the command makes one
 * @param count of objects or classes
 * @param pixels of the plane or of the part of it that was looked at
 * @param answer in words, where the command gives one answer for all of it
 */
record PlaneResult(Prediction prediction, Table table, List<Roi> rois, Optional<LabelMap> labels,
	int count, long pixels, String answer)
{}
