/** Families of models that answer a fixed number of queries: DETR, MaskFormer and their kin. */
package triptych.decode.query;
