/**
 * One class for each output family: tensors + placement to a prediction in image pixels. Decoders know nothing of
 * letterboxing, tiling or stacks. Imports core, model and measure.
 */
package triptych.decode;
