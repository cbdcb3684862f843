package triptych.architecture.planted.run;

import ij.plugin.frame.RoiManager;

/** Breaks the table of libraries: only Delivery knows the ROI Manager. */
public record TouchesTheRois(RoiManager manager) {}
