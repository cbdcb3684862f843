/**
 * COCO's files: objects with boxes, outlines and masks, results, and panoptic pictures. Files are
 * never held in memory; see {@link triptych.annotation.coco.CocoEntries}.
 */
package triptych.annotation.coco;
