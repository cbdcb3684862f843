/**
 * Evaluate Predictions...: predictions held against the truth, image after image, and what follows
 * from the figures.
 *
 * <p>
 * {@link triptych.evaluation.NameMatching} pairs the images of two sources by name. A {@link
 * triptych.evaluation.compare.Comparison} of the task takes one pair after the other and gives an
 * {@link triptych.evaluation.compare.Outcome}. From it come table, JSON, verdict and report.
 */
package triptych.evaluation;
