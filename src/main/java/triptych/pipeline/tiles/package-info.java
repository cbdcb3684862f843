/**
 * Planes of any size: cut into tiles, run tile by tile, and put together again. Imports core, model, decode and
 * pipeline.prepare.
 */
package triptych.pipeline.tiles;
