package triptych.teach.regions;

import java.util.List;

/**
 * Some features of every pixel in a graph.
 *
 * @param value [1, names, height, width]
 * @param border so many pixels around the image belong to the maps, and their values mean nothing
 * @param step each value stands for a square of so many pixels, 1 or 2
 */
record FeatureMaps(String value, List<String> names, int border, int step) {}
