/**
 * Predictions as ImageJ's things: ROIs, label images, score images, colours and legends. Opens no window and touches
 * no manager. Imports core, ij.convert and ImageJ.
 */
package triptych.ij.draw;
