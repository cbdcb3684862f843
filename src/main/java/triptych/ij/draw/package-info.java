/**
 * Predictions as ImageJ's things: ROIs, label images, score images, colours and legends. Opens no
 * window.
 */
package triptych.ij.draw;
