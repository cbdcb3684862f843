/**
 * Image files and ROI files, read whole or not at all.
 */
package triptych.ij.files;
