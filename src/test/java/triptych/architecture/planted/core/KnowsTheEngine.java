package triptych.architecture.planted.core;

import triptych.architecture.planted.engine.Engine;

/** Breaks the table: core knows nobody. */
public record KnowsTheEngine(Engine engine) {}
