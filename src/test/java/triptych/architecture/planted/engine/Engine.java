package triptych.architecture.planted.engine;

import triptych.architecture.planted.core.Plain;

/** Breaks nothing itself; core looks back at it, which closes a ring of packages. */
public record Engine(Plain plain) {}
