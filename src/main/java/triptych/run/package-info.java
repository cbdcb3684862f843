/**
 * One command on one image: with a model, or on objects that are there already. Imports session and
 * what lies below.
 */
package triptych.run;
