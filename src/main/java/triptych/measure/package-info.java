/**
 * Regions of a label map: connected components, pixel counts, boxes, centroids and intensities,
 * each in one linear pass.
 */
package triptych.measure;
