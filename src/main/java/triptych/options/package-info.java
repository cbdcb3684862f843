/**
 * The keys of every command as records, parsed once from the text of a macro, a dialog or a
 * terminal. Imports core, decode, engine and pipeline.tiles for the types that keys have.
 */
package triptych.options;
