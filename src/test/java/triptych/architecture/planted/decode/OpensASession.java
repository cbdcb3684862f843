package triptych.architecture.planted.decode;

import ai.djl.Model;

/** Breaks the table of libraries: DJL lives in engine. */
public record OpensASession(Model model) {}
