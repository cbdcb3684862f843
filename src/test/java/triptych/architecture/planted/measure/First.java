package triptych.architecture.planted.measure;

/** Breaks the ring of classes: one half of the ring sits in a nested class. */
public class First {

	record Nested(Second second) {}
}
