package triptych.metrics.objects;

/**
 * The score from which on predictions are to be accepted for the best F1.
 *
 * @param confidence with few digits, NaN where nothing was found
 * @param f1 the best one, NaN where nothing was found
 */
public record BestConfidence(double confidence, double f1) {}
