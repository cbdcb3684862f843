package triptych.architecture.planted.attic;

/** Breaks the naming, lies in a room without a line in the table, and its package says nothing. */
public class PathUtils {}
