/** Writes ONNX files: the few messages of the format that a graph without sub-graphs needs. */
package triptych.model.onnx;
