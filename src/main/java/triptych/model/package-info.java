/**
 * What a model is: its task, its input, its decoder and its limits. The engine that runs a model
 * stands behind {@link triptych.model.InferenceModel}.
 */
package triptych.model;
