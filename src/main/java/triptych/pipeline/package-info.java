/**
 * One plane through a model: prepare, run, decode, whole or in tiles. Does not know the engine; the model is handed in.
 * Imports core, model and decode.
 */
package triptych.pipeline;
