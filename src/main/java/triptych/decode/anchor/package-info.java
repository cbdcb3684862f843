/**
 * Families of detectors that give a score and a box for each anchor or cell, many for each object:
 * SSD, NanoDet, FastestDet, and detectors of faces.
 */
package triptych.decode.anchor;
