package triptych.model;

/**
 * Limits on what a model finds.
 *
 * @param confidence lowest score kept, in [0,1]
 * @param overlap intersection over union above which the weaker of two objects is dropped, in [0,1]
 */
public record Limits(double confidence, double overlap) {}
