/**
 * Regions of a label map: connected components, pixel counts, boxes, centroids and intensities, each in one linear
 * pass. Imports core only.
 */
package triptych.measure;
