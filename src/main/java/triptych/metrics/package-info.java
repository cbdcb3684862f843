/**
 * Predictions held against the truth: figures with their definitions, and intervals for them.
 * Imports core only.
 *
 * <p>One way through: a class that implements {@link triptych.metrics.Evaluation} takes image
 * after image and keeps a few numbers of each; its {@link triptych.metrics.Figure}s compute
 * themselves from these numbers, with every image counted once or as often as {@link
 * triptych.metrics.Bootstrap} drew it. Memory grows with images and objects, never with pixels.
 * {@code objects} holds boxes and instance masks, {@code pixels} semantic and panoptic
 * segmentation, {@code classes} classification.
 *
 * <p>A figure that is not defined is NaN (no object of a class in truth and prediction, one class
 * where two are needed, nothing to divide by): never 0, never an exception.
 */
package triptych.metrics;
