/** Families of YOLO models: boxes, masks, rotated boxes. */
package triptych.decode.yolo;
