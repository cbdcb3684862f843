package triptych.core;

/** One found object: where it is and its best class. */
public record Detection(Region region, ClassScore best) {}
