/**
 * One class for each family of models: tensors and placement to a prediction in image pixels.
 * Decoders know nothing of letterboxing, tiling or stacks.
 */
package triptych.decode;
