/** Regions taught by example: what is measured at each pixel, and the model that comes out. */
package triptych.teach.regions;
