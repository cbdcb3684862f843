/**
 * Several predictions become one: those of a plane and its mirror images, and those of two models
 * on one plane.
 */
package triptych.pipeline.join;
