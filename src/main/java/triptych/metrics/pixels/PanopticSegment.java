package triptych.metrics.pixels;

/**
 * One segment of a map for panoptic quality.
 *
 * @param id its pixel value, not 0
 * @param classId from 0, in the order of the evaluation's class list
 * @param crowd in the truth, a region of many objects that need not be told apart: COCO's iscrowd
 */
public record PanopticSegment(int id, int classId, boolean crowd) {}
