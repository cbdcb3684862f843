package triptych.model.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.GraphInfo;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Side;
import triptych.model.InputSpec.Values;
import triptych.model.InputSpec;
import triptych.model.Limits;
import triptych.model.ModelSpec;
import triptych.model.UsualLimits;

/**
 * Our own description beside the model, {@code <file name without .onnx>.triptych.yaml}. It always
 * wins. Its keys are documented one by one in this package's README.md; an unknown key is an error,
 * so that a slip never goes unseen.
 */
final class DescriptionFormat implements ModelFormat {

	@Override
	public boolean accepts(ModelFiles files, GraphInfo graph) {
		return files.description().isPresent();
	}

	@Override
	public ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual) {
		Description description = files.description().orElseThrow();
		DescriptionKeys top = description.keys();
		Task task = Task.of(top.need("task"));
		List<String> classes = description.classes(top);
		DescriptionRanges.check(top);
		Slot image = ImageInputs.imageInput(graph, files.name());
		InputSpec input = input(top.section("input"), image, ImageInputs.sides(graph),
			files.name());

		DescriptionKeys decode = top.section("decoder");
		Map<String, String> parameters = new LinkedHashMap<>(decode.texts());
		DecoderSpec decoder = new DecoderSpec(decode.need("name"), parameters,
			"the description " + description.fileName());
		parameters.remove("name");
		DescriptionKeys thresholds = top.section("thresholds");
		double confidence = thresholds.number("confidence", Double.NaN);
		double overlap = thresholds.number("overlap", Double.NaN);
		thresholds.done();

		Map<String, String> origins = new LinkedHashMap<>();
		for (String fact : List.of("task", "classes", "preprocessing", "decoder", "licence"))
			origins.put(fact, "description " + description.fileName());
		origins.put("size", input.anySize() ? "open in the file" : "shape in the file or description");
		String name = top.text("name", files.name());
		Limits limits = usual.of(decoder, name);
		if (Double.isNaN(confidence)) confidence = limits.confidence();
		if (Double.isNaN(overlap)) overlap = limits.overlap();
		ModelSpec spec = new ModelSpec(name, task, classes, input, decoder, confidence, overlap,
			top.number("pixel-size", 0), top.number("diameter", 0), top.text("licence", ""), origins);
		top.text("file", "");
		top.done();
		return spec;
	}

	private static InputSpec input(DescriptionKeys in, Slot image, List<Side> sides, String model) {
		Layout layout = ImageInputs.layout(image, model, in.choice("layout", "", Layout.class));
		int channels = ImageInputs.channels(image, layout, model);
		int[] size = ImageInputs.size(image, layout);
		double[] wanted = in.numbers("size", new double[0], 2);
		int multiple = (int) in.number("multiple", 0);
		Fit fit = Fit.valueOf(in.choice("fit", "STRETCH", Fit.class));
		if (wanted.length == 2) {
			for (int i = 0; i < 2; i++) {
				if (size[i] > 0 && size[i] != (int) wanted[i])
					throw new TriptychException("The description of " + model + " says size "
						+ Arrays.toString(wanted) + ", the file fixes " + image + ".");
				size[i] = (int) wanted[i];
			}
		}
		else if (fit.scales()) size = new int[] { 0, 0 };
		else if (size[0] < 1 || size[1] < 1) {
			if (multiple < 1) throw new TriptychException("The model " + model
				+ " leaves its input size open (" + image
				+ "); its description must give input size: [height, width] or multiple: N.");
			if (fit != Fit.PAD) throw new TriptychException("The description of " + model
				+ " gives a multiple, so its fit must be pad.");
			size = new int[] { 0, 0 };
		}
		String colours = in.text("colours", channels == 1 ? "grey" : "RGB");
		if (!List.of("RGB", "BGR", "grey").contains(colours)) throw new TriptychException(
			"The description gives colours \"" + colours + "\"; it can be RGB, BGR or grey.");
		String fillText = in.text("fill", fit == Fit.PAD ? "reflect" : "114");
		int shortSide = shortSide(in, fit, size);
		Align align = Align.valueOf(in.choice("align", "CENTER", Align.class));
		double fill = fillText.equals("reflect") ? Double.NaN : in.number("fill", 114);
		Resize resize = Resize.valueOf(in.choice("resize", "BILINEAR", Resize.class));
		InputSpec spec = new InputSpec(image.name(), image.type(), layout, channels, size[0], size[1],
			multiple, fit, shortSide, (int) in.number("long-side", 0), align, fill, resize,
			colours.equals("BGR"),
			in.number("scale", 1),
			in.numbers("mean", new double[channels], channels),
			in.numbers("std", ones(channels), channels),
			in.numbers("percentiles", new double[0], 2),
			Values.valueOf(in.choice("values", "BRIGHTNESS", Values.class)), sides,
			halo(in, size, multiple), crop(in, fit, size), 1, tile(in));
		in.done();
		return spec;
	}

	private static int shortSide(DescriptionKeys in, Fit fit, int[] size) {
		int side = (int) in.number("short-side", 0);
		boolean needed = fit.scales() || fit == Fit.SQUEEZE_CROP;
		if (side < 1 && needed) throw new TriptychException(
			"The description gives fit " + fit.name().toLowerCase(Locale.ROOT).replace('_', '-')
				+ ", which needs short-side, such as 800.");
		if (side == 0 || needed) return side;
		if (fit != Fit.CROP) throw new TriptychException(
			"The description gives a short-side, so its fit must be crop, squeeze-crop, scale,"
				+ " scale-down, scale-least or windows.");
		if (side < Math.max(size[0], size[1]))
			throw new TriptychException("The description gives short-side " + side
				+ ", which is less than the model's input of " + size[1] + " x " + size[0] + " pixels.");
		return side;
	}

	private static int tile(DescriptionKeys in) {
		double tile = in.number("tile", 0);
		if (tile == 0 || tile == Math.rint(tile) && tile >= 64 && tile <= 65536) return (int) tile;
		throw new TriptychException("The description gives tile " + tile
			+ "; it must be a whole number of pixels from 64 up.");
	}

	private static int halo(DescriptionKeys in, int[] size, int multiple) {
		double halo = in.number("halo", InputSpec.usualHalo(size[0], size[1], multiple));
		double most = size[0] == 0 ? 4096 : Math.min(size[0], size[1]) / 4;
		if (halo != Math.rint(halo) || halo < 0 || halo > most)
			throw new TriptychException("The description gives halo " + halo
				+ "; it must be a whole number of pixels from 0 to " + (int) most + ".");
		return (int) Math.max(halo, in.number("crop", 0));
	}

	private static int crop(DescriptionKeys in, Fit fit, int[] size) {
		double crop = in.number("crop", 0);
		if (crop > 0 && fit != Fit.PAD) throw new TriptychException("The description gives crop, pixels"
			+ " at each edge that the network does not answer for, so its fit must be pad: the image is"
			+ " mirrored there.");
		double most = size[0] == 0 ? 4096 : Math.min(size[0], size[1]) / 2.0 - 1;
		if (crop != Math.rint(crop) || crop < 0 || crop > most)
			throw new TriptychException("The description gives crop " + crop
				+ "; it must be a whole number of pixels from 0 to " + (int) most + ".");
		return (int) crop;
	}

	static double[] ones(int n) {
		double[] ones = new double[n];
		Arrays.fill(ones, 1);
		return ones;
	}
}
