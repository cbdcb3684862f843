/** The parts of {@link triptych.bench.SameOutputs}; they know no class of the program. */
package triptych.bench.same;
