/** Annotations in and out: onto an image, into a data set, from one format into another. */
package triptych.dataset;
