package triptych.model;

import triptych.model.GraphInfo.Slot;

/** A description to fill in, with what the file tells already written down. */
public final class ModelTemplate {

	private ModelTemplate() {}

	/** Where the description of a model belongs. */
	public static String fileFor(ModelFiles files) {
		return DescriptionFormat.fileFor(files);
	}

	public static String write(ModelFiles files, GraphInfo graph) {
		Slot image = ImageInputs.imageInput(graph, files.name());
		boolean open = image.shape()[2] < 1 || image.shape()[1] < 1;
		return """
			task: ?                     # classification, detection, semantic or instance
			name: %s
			licence: ?
			classes: [?]                # names in the order of the model's outputs
			input:                      # the file says %s
			%s
			  fit: stretch              # stretch, letterbox, pad or crop
			  colours: RGB              # RGB, BGR or grey
			  scale: 1/255              # pixel values 0..255 times this, then minus mean, over std
			  mean: ?                   # a number for each channel, or leave the line out
			  std: ?
			decoder:                    # outputs: %s
			  name: ?                   # class-scores, yolo, semantic, yolo-masks or watershed
			  activation: ?             # softmax, sigmoid or none (class-scores, semantic)
			thresholds:
			  confidence: 0.25
			""".formatted(files.name(), image, open ? "  size: [?, ?]              # height, width; or multiple: 32"
				: "  # its size is fixed in the file", GraphInfo.list(graph.outputs()));
	}
}
