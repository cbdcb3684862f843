/**
 * Formats with a file for each image: Pascal VOC, YOLO, LabelMe and QuPath's GeoJSON.
 */
package triptych.annotation.files;
