/**
 * DJL and ONNX Runtime: the only place that imports them. Knows how to start the engine safely inside ImageJ, which
 * devices there are, and how to open and run a model. Imports core and model.
 */
package triptych.engine;
