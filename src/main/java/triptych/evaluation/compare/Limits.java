package triptych.evaluation.compare;

import triptych.options.ClassLimits;

/**
 * From where on a prediction counts.
 *
 * @param iou least intersection over union with the object that it has found
 * @param confidence least score
 * @param thresholds least scores of single classes
 */
public record Limits(double iou, double confidence, ClassLimits thresholds) {}
