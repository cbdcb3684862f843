/**
 * Evaluate Predictions...: predictions held against the truth, image after image, and what follows
 * from the figures.
 *
 * <p>
 * {@link triptych.evaluation.NameMatching} pairs the images of two sources by name. A {@link
 * triptych.evaluation.Comparison} of the task takes one pair after the other, keeps a few numbers
 * of each and gives an {@link triptych.evaluation.Outcome}: the evaluations of {@code metrics}.
 * From it come table, JSON, thresholds, verdict and report.
 */
package triptych.evaluation;
