/**
 * Planes of any size: cut into tiles, run tile by tile, and put together again.
 */
package triptych.pipeline.tiles;
