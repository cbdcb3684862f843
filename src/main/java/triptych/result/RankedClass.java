package triptych.result;

import triptych.core.ClassScore;

/**
 * One of the best classes of an image or a ROI.
 *
 * @param rank 1 for the best
 * @param logit what the score was made from; NaN where there are scores only
 * @param accepted true where it counts as an answer
 */
public record RankedClass(int rank, ClassScore score, double logit, boolean accepted) {}
