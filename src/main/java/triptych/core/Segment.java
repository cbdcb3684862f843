package triptych.core;

/** One label of a label map: {@code id} is its pixel value; a thing is countable, stuff is not. */
public record Segment(int id, ClassScore best, boolean thing) {}
