/**
 * What a dialog shows before its command runs: what is wrong with the keys, what the model is, and
 * what the command would give on the plane that is shown.
 */
package triptych.preview;
