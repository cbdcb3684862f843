/** Sets of pixels: as runs of rows, inside of polygons, and joined where they touch. */
package triptych.core.pixels;
