/** A description of a model that is being written, and what it does to an image meanwhile. */
package triptych.draft;
