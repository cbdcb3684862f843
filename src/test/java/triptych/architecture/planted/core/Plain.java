package triptych.architecture.planted.core;

/** Breaks nothing. */
public record Plain(int[] values) {}
