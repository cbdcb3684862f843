package triptych.core;

/** A class with its score in [0,1]; {@code classId} counts from 0 in the model's class list. */
public record ClassScore(int classId, String className, double score) {}
