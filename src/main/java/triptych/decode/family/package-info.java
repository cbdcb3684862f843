/**
 * One class for each family of models, with its decoder, and the list of all families.
 */
package triptych.decode.family;
