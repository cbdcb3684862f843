package triptych.model.format;

import java.nio.file.Path;

/**
 * The files of a test that a package brings: an image as numpy saves it, and the model's answer.
 */
public record TestTensors(Path input, Path output) {}
