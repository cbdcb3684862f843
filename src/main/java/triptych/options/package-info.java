/**
 * The keys of every command as records, parsed once from the text of a macro, a dialog or a
 * terminal.
 */
package triptych.options;
