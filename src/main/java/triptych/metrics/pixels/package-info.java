/**
 * Pixels against the truth: semantic segmentation by overlap and by the distance of outlines, and
 * panoptic quality. Maps are an id a pixel, row after row.
 */
package triptych.metrics.pixels;
