package triptych.options;

/** Test-time augmentation: whether a model also looks at mirror images of a plane. */
public enum Augment {
	NONE, FLIPS
}
