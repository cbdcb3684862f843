package triptych.pipeline.prepare;

import java.util.List;

import triptych.core.Placement;
import triptych.core.Tensor;

/**
 * A plane as a model's input, and where it lies in there. The tensors are reused by the next call.
 */
public record Prepared(List<Tensor> tensors, Placement placement) {}
