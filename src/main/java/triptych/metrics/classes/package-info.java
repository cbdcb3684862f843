/**
 * The classes of whole images, or of objects, against the truth: one of several, or any number of
 * several.
 */
package triptych.metrics.classes;
