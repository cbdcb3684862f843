package triptych.architecture.planted.measure;

/** The other half, known through an array. */
public record Second(First[] first) {}
