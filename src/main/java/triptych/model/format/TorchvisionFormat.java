package triptych.model.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.core.Task;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.GraphInfo;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Values;
import triptych.model.InputSpec;
import triptych.model.Limits;
import triptych.model.ModelSpec;
import triptych.model.UsualLimits;

/**
 * Detectors that torchvision's documentation exports: one image [3, height, width] in 0..1 without
 * a batch, boxes [n, 4], class numbers [n] and scores [n], masks too for Mask R-CNN, key points too
 * for Keypoint R-CNN, which are not read. Nothing else
 * has this shape, and the graph itself normalises and resizes, so that no more need be told.
 */
final class TorchvisionFormat implements ModelFormat {

	private static final String SHAPES = "shapes of torchvision's detectors";

	/** Where in the graph's outputs each part stands; -1 where it is missing. */
	private record Outputs(int boxes, int labels, int scores, int masks, int points) {

		static Outputs of(GraphInfo graph) {
			return new Outputs(find(graph, TensorType.FLOAT, 2), find(graph, TensorType.INT64, 1),
				find(graph, TensorType.FLOAT, 1), find(graph, TensorType.FLOAT, 4),
				find(graph, TensorType.FLOAT, 3));
		}

		private static int find(GraphInfo graph, TensorType type, int rank) {
			for (int i = 0; i < graph.outputs().size(); i++) {
				Slot s = graph.outputs().get(i);
				if (s.type() == type && s.shape().length == rank) return i;
			}
			return -1;
		}

		boolean complete(int outputs) {
			boolean three = boxes >= 0 && labels >= 0 && scores >= 0;
			// Key points come with a score for each, behind the boxes.
			if (points >= 0) return three && masks < 0 && outputs == 5;
			return three && outputs == (masks < 0 ? 3 : 4);
		}
	}

	@Override
	public boolean accepts(ModelFiles files, GraphInfo graph) {
		if (graph.inputs().size() != 1) return false;
		Slot image = graph.inputs().get(0);
		return image.shape().length == 3 && image.shape()[0] == 3 && image.type() == TensorType.FLOAT
			&& Outputs.of(graph).complete(graph.outputs().size());
	}

	@Override
	public ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual) {
		Slot image = graph.inputs().get(0);
		int[] size = ImageInputs.size(image, Layout.CHW);
		boolean fixed = size[0] > 0 && size[1] > 0;
		if (!fixed && (size[0] > 0 || size[1] > 0)) throw new TriptychException("The model "
			+ files.name() + " fixes only one side of its image (" + image
			+ "); export it with both sides fixed or both open.");
		// torchvision fills up images of different sizes at the right and below.
		InputSpec input = new InputSpec(image.name(), image.type(), Layout.CHW, 3, fixed ? size[0] : 0,
			fixed ? size[1] : 0, 1, fixed ? Fit.LETTERBOX : Fit.PAD, 0, 0, Align.TOP_LEFT, 114,
			Resize.BILINEAR, false, 1 / 255.0, new double[3], DescriptionFormat.ones(3), new double[0],
			Values.BRIGHTNESS, List.of(), 0);
		Outputs at = Outputs.of(graph);
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("boxes", String.valueOf(at.boxes));
		parameters.put("labels", String.valueOf(at.labels));
		parameters.put("scores", String.valueOf(at.scores));
		if (at.masks >= 0) parameters.put("masks", String.valueOf(at.masks));
		DecoderSpec decoder = new DecoderSpec(at.masks < 0 ? "boxes" : "mask-rcnn", parameters);
		Limits limits = usual.of(decoder, files.name());
		Map<String, String> origins = new LinkedHashMap<>();
		origins.put("task", SHAPES);
		origins.put("classes", "not told; class-1 is the first one behind the background");
		origins.put("preprocessing", "0..1, as torchvision's detectors take images");
		origins.put("decoder", at.points < 0 ? SHAPES : SHAPES + "; its key points are not read");
		return new ModelSpec(files.name(), at.masks < 0 ? Task.DETECTION : Task.INSTANCE_SEGMENTATION,
			List.of(), input, decoder, limits.confidence(), limits.overlap(), 0, "", origins);
	}
}
