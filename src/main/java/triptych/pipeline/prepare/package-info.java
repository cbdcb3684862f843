/**
 * One plane into the network's input tensors: channels, scaling, resampling, and the three steps
 * prepare, run, decode. Does not know the engine: the model is handed in.
 */
package triptych.pipeline.prepare;
