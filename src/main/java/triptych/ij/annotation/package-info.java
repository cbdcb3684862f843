/** Annotations as ImageJ holds them, in label images and ROIs, and the list of all formats. */
package triptych.ij.annotation;
