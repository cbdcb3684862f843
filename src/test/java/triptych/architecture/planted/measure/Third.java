package triptych.architecture.planted.measure;

/** Makes the package too large for the planted house. */
public record Third(First first) {}
