/**
 * What a model is, and how each file format on disk is read into it. The engine that runs a model
 * stands behind {@link triptych.model.InferenceModel}.
 */
package triptych.model;
