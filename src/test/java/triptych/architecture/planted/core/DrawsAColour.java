package triptych.architecture.planted.core;

import java.awt.Color;

/** Breaks core's own rule. */
public record DrawsAColour(Color colour) {}
