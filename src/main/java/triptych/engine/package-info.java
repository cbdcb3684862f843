/**
 * DJL and ONNX Runtime: the only place that imports them. Starts the engine safely inside ImageJ,
 * finds the devices, opens models and runs them.
 */
package triptych.engine;
