/**
 * Between ImageJ's things and ours: an image to a plane or a label map, positions in a stack, table
 * rows. 1-based positions exist only in the packages {@code ij}.
 */
package triptych.ij.convert;
