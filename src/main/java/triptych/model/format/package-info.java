/**
 * The files of a model, and how each format on disk is read into what a model is: descriptions of
 * ours, packages of bioimage.io, folders of Hugging Face, what Ultralytics and torchvision export.
 */
package triptych.model.format;
