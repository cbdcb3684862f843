/**
 * Between ImageJ's things and ours: an image to a plane, a prediction to ROIs, label images and table rows. Opens no
 * window and touches no manager. 1-based positions exist only in here. Imports core and ImageJ.
 */
package triptych.ij;
