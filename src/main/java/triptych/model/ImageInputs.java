package triptych.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Side;
import triptych.model.InputSpec.SideKind;

/** What a graph's image input tells by itself: which input it is, its layout, channels and size. */
public final class ImageInputs {

	/** Whose elements a prepared image can have. */
	private static final Set<TensorType> TYPES = Set.of(TensorType.FLOAT, TensorType.FLOAT16,
		TensorType.UINT8, TensorType.INT64);

	/** The input that says which pixels belong to the object. */
	public static final String OBJECT = "object_mask";

	/** So many floats are a gigabyte. */
	private static final double MOST_VALUES = 1 << 28;

	private ImageInputs() {}

	/**
	 * The one input that can take an image, or a sentence on why the model cannot be run on images.
	 */
	public static Slot imageInput(GraphInfo graph, String model) {
		Slot image = null;
		for (Slot s : graph.inputs())
			if (isImage(s)) {
				if (image != null)
					throw new TriptychException("The model " + model + " takes more than one image ("
						+ GraphInfo.list(graph.inputs()) + "); Triptych runs models with one image input.");
				image = s;
			}
		if (image == null)
			throw new TriptychException(
				"The model " + model + " does not take an image: it wants " + GraphInfo.list(graph.inputs())
					+ ", where an image has four dimensions such as [1, 3, height, width].");
		if (graph.inputs().size() > 1 + sides(graph).size())
			throw new TriptychException(
				"The model " + model + " wants more than an image (" + GraphInfo.list(graph.inputs())
					+ "); Triptych runs models whose only input is the image.");
		double values = 1;
		for (long edge : image.shape())
			values *= Math.max(1, edge);
		if (values > MOST_VALUES) throw new TriptychException("The model " + model + " wants " + image
			+ ", which is larger than any image that Triptych can give it.");
		TensorType t = image.type();
		if (!TYPES.contains(t))
			throw new TriptychException(
				"The model " + model + " wants its image as " + t.name().toLowerCase(Locale.ROOT)
					+ "; Triptych can give float, float16, uint8 and int64.");
		return image;
	}

	/** Four dimensions, or the three [3, height, width] of torchvision's exports. */
	private static boolean isImage(Slot s) {
		return s.shape().length == 4 || s.shape().length == 3 && s.shape()[0] == 3;
	}

	/**
	 * The inputs beside the image that Triptych can fill, by their names: those that the exports of
	 * DETR and its kin and of PaddleDetection have, and the mask of the object that a taught model is
	 * asked about.
	 */
	public static List<Side> sides(GraphInfo graph) {
		List<Side> sides = new ArrayList<>();
		for (Slot s : graph.inputs()) {
			int rank = s.shape().length;
			if (s.name().equals("orig_target_sizes") && rank == 2)
				sides.add(new Side(s.name(), s.type(), SideKind.SIZE));
			if (s.name().equals("im_shape") && rank == 2)
				sides.add(new Side(s.name(), s.type(), SideKind.HEIGHT_WIDTH));
			if (s.name().equals("scale_factor") && rank == 2)
				sides.add(new Side(s.name(), s.type(), SideKind.UNSCALED));
			if (s.name().equals("pixel_mask") && rank == 3)
				sides.add(new Side(s.name(), s.type(), SideKind.MASK));
			if (s.name().equals(OBJECT) && rank == 3)
				sides.add(new Side(s.name(), s.type(), SideKind.OBJECT));
		}
		return sides;
	}

	/**
	 * The layout that the shape shows: channels (1 to 4) stand first or last. Told where both or
	 * neither fit.
	 */
	public static Layout layout(Slot image, String model, String told) {
		boolean batch = image.shape().length == 4;
		if (batch && told.equals("CHW") || !batch && !told.isEmpty() && !told.equals("CHW"))
			throw noLayout(image, model, told, batch ? "NCHW or NHWC" : "CHW");
		if (!told.isEmpty()) return Layout.valueOf(told);
		return layout(image).orElseThrow(() -> new TriptychException("The input of the model " + model
			+ ", " + Arrays.toString(image.shape()) + ", does not show where its channels are; "
			+ "add layout: NCHW or layout: NHWC under input: in its description."));
	}

	private static TriptychException noLayout(Slot image, String model, String told, String words) {
		return new TriptychException("The description of " + model + " gives layout " + told
			+ ", but the input is " + image + "; it can be " + words + ".");
	}

	/** Empty where the shape does not show it. */
	public static Optional<Layout> layout(Slot image) {
		if (image.shape().length == 3) return Optional.of(Layout.CHW);
		boolean first = fewChannels(image.shape()[1]), last = fewChannels(image.shape()[3]);
		if (first == last) return Optional.empty();
		return Optional.of(first ? Layout.NCHW : Layout.NHWC);
	}

	private static boolean fewChannels(long dimension) {
		return dimension >= 1 && dimension <= 4;
	}

	public static int channels(Slot image, Layout layout, String model) {
		long n = image.shape()[channelAxis(layout)];
		if (n < 1)
			throw new TriptychException(
				"The model " + model + " does not fix its number of channels: " + image + ".");
		return (int) n;
	}

	/** The number of the dimension of the channels. */
	public static int channelAxis(Layout layout) {
		return switch (layout) {
			case NCHW -> 1;
			case NHWC -> 3;
			case CHW -> 0;
		};
	}

	/** Height and width, -1 where open. */
	public static int[] size(Slot image, Layout layout) {
		int at = layout == Layout.NCHW ? 2 : 1;
		return new int[]{ (int) image.shape()[at], (int) image.shape()[at + 1] };
	}
}
