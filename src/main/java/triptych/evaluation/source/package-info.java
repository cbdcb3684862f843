/**
 * What is to be compared, wherever it lies: open images, ROIs, label images, results that Triptych
 * saved, tables of classes, annotations. Images are listed by name and read one at a time.
 */
package triptych.evaluation.source;
