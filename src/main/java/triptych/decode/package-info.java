/**
 * What all families of models share: what a family is, limits, scores, maps, boxes, suppression.
 * Decoders know nothing of letterboxing, tiling or stacks.
 */
package triptych.decode;
