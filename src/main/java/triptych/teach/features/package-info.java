/** What is measured of an object for its class, as operators of an ONNX graph. */
package triptych.teach.features;
