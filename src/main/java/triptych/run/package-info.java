/**
 * One command on one image: with a model, or on objects that are there already.
 */
package triptych.run;
