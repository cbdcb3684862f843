/**
 * Image files and ROI files, read whole or not at all. Imports core and ImageJ.
 */
package triptych.ij.files;
