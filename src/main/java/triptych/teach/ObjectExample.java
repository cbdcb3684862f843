package triptych.teach;

import java.util.Optional;
import java.util.function.Supplier;

import triptych.core.Mask;

/**
 * An object that somebody, or a model, has given a class.
 *
 * @param className blank where nobody has
 * @param predicted true where a model has, and nobody changed it
 * @param pixels made when they are asked for; empty where the object lies outside the image
 */
public record ObjectExample(String className, boolean predicted, Supplier<Optional<Mask>> pixels) {}
