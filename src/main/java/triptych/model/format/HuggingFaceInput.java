package triptych.model.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import triptych.core.TriptychException;
import triptych.model.GraphInfo.Slot;
import triptych.model.GraphInfo;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Values;
import triptych.model.InputSpec;

/**
 * How Hugging Face's image processors prepare an image (transformers 5, image_processing_*.py):
 * resize, cut to the centre, rescale, normalise. The exports leave all axes open, so sizes come
 * from preprocessor_config.json.
 */
record HuggingFaceInput(Json config, Json prepared, GraphInfo graph, String model) {

	/** Processors that do what is done here; others have steps of their own. */
	private static final Set<String> KNOWN = Set.of("", "beit", "bit", "blip", "chineseclip", "clip",
		"conditionaldetr", "convnext", "deformabledetr", "deit", "deta", "detr", "dinov3vit", "dpt",
		"efficientformer", "efficientnet", "eomt", "levit", "mask2former", "maskformer", "mobilenetv1",
		"mobilenetv2", "mobilevit", "owlvit", "poolformer", "pvt", "rfdetr", "rtdetr", "segformer",
		"siglip", "textnet", "timm", "vit", "vithybrid", "yolos");

	/** YOLOS scales images down to a multiple of this. */
	private static final int YOLOS = 16;

	/** Of DPT: both sides are a multiple of this. */
	private static final String ENSURED = "ensure_multiple_of";

	/** Numbers of PIL's filters. */
	private static final List<Resize> FILTERS = List.of(Resize.NEAREST, Resize.LANCZOS,
		Resize.ANTIALIAS, Resize.BICUBIC, Resize.BOX, Resize.HAMMING);

	private record Geometry(Fit fit, int height, int width, int shortSide, int longSide) {

		static Geometry scaleDown(int shortSide, int longSide) {
			return new Geometry(Fit.SCALE_DOWN, 0, 0, shortSide, longSide);
		}

		static Geometry scale(int shortSide, int longSide) {
			return new Geometry(Fit.SCALE, 0, 0, shortSide, longSide);
		}

		static Geometry stretch(int height, int width) {
			return new Geometry(Fit.STRETCH, height, width, 0, 0);
		}

		/** Told sizes are brought to the nearest multiple. */
		Geometry nearest(int multiple) {
			if (fit != Fit.STRETCH || multiple == 1) return this;
			return stretch((int) Math.rint((double) height / multiple) * multiple,
				(int) Math.rint((double) width / multiple) * multiple);
		}

		/** Told sizes are brought to the next multiple; where the image decides, it is later. */
		Geometry upTo(int multiple) {
			if (fit != Fit.STRETCH) return this;
			return stretch((height + multiple - 1) / multiple * multiple,
				(width + multiple - 1) / multiple * multiple);
		}
	}

	/** @param everyPixel true where pixels that are cut off would be missed */
	InputSpec spec(boolean everyPixel) {
		if (!KNOWN.contains(type()))
			throw cannot("prepares images in a way of its own that Triptych does not know (\""
				+ prepared.text("image_processor_type", type()) + "\")");
		Slot image = ImageInputs.imageInput(graph, model);
		int channels = (int) image.shape()[1];
		if (channels < 1) channels = config.whole("num_channels", 3);
		if (prepared.yes("do_grayscale", false))
			throw new TriptychException("The model " + model
				+ " wants colour images made grey, which Triptych does not do for it.");
		int divisor = prepared.yes("do_resize", true) ? divisor() : 0;
		int multiple = Math.max(1, divisor);
		Geometry g = geometry(everyPixel).nearest(told(ENSURED, 1)).upTo(multiple);
		if (g.fit == Fit.SCALE_DOWN) multiple = YOLOS;
		if (g.fit == Fit.SCALE_LEAST) multiple = told(ENSURED, 1);
		long h = image.shape()[2], w = image.shape()[3];
		boolean fixed = h > 0 && w > 0;
		if (fixed && g.fit == Fit.SCALE_LEAST) throw new TriptychException("The Hugging Face model "
			+ model + " keeps the aspect ratio of images (keep_aspect_ratio), but its export takes only "
			+ image + "; export it again with open height and width, as optimum-cli export onnx does.");
		boolean cut = g.fit == Fit.WINDOWS && h == g.shortSide && w == g.shortSide;
		if (fixed && !cut && g.fit.scales()) g = new Geometry(Fit.LETTERBOX, (int) h, (int) w, 0, 0);
		if (fixed && g.fit == Fit.PAD) g = new Geometry(Fit.PAD, (int) h, (int) w, 0, 0);
		if (fixed && !cut && (g.height != h || g.width != w))
			throw new TriptychException("The preprocessing of " + model + " makes images of " + g.width
				+ " x " + g.height + " pixels, but the model takes " + image + "; "
				+ HuggingFaceFormat.PREPROCESSOR + " belongs to another model.");
		double scale = prepared.yes("do_rescale", true) ? prepared.number("rescale_factor", 1 / 255.0)
			: 1;
		return new InputSpec(image.name(), image.type(), Layout.NCHW, channels, g.height, g.width,
			multiple, g.fit, g.shortSide, g.longSide,
			align(g.fit), 0, filter(), flipped(), scale,
			mean(channels), std(channels), new double[0], Values.BRIGHTNESS, ImageInputs.sides(graph),
			g.fit.scales() ? g.shortSide / 8 : InputSpec.usualHalo(g.height, g.width, multiple));
	}

	private int told(String key, int otherwise) {
		return Math.max(1, prepared.whole(key, otherwise));
	}

	private Align align(Fit fit) {
		if (fit == Fit.LETTERBOX) return Align.TOP_LEFT;
		return HuggingFaceTimm.is(config) ? Align.CENTER : Align.CENTER_DOWN;
	}

	private String type() {
		return processor(prepared);
	}

	/** The name of what prepares images, such as detr for a DetrImageProcessorFast. */
	static String processor(Json prepared) {
		return prepared.text("image_processor_type", prepared.text("feature_extractor_type", ""))
			.replaceAll("(ImageProcessor(Fast|Pil)?|FeatureExtractor)$", "")
			.toLowerCase(Locale.ROOT);
	}

	/** Older files have it by another name. */
	private int divisor() {
		int usual = List.of("maskformer", "mask2former", "textnet").contains(type()) ? 32 : 0;
		return prepared.whole("size_divisor", prepared.whole("size_divisibility", usual));
	}

	private Geometry geometry(boolean everyPixel) {
		boolean cuts = prepared.yes("do_center_crop", prepared.has("crop_size"));
		if (prepared.yes("do_pad", false) && prepared.has("pad_size"))
			throw cannot("fills images up to a size of their own (pad_size)");
		boolean least = prepared.yes("keep_aspect_ratio", false);
		if (least && (cuts || prepared.yes("do_pad", false)))
			throw cannot("keeps the aspect ratio (keep_aspect_ratio) and cuts or fills images too");
		if (!prepared.yes("do_resize", true)) {
			if (cuts) throw cannot("cuts images that it does not resize");
			return new Geometry(Fit.PAD, 0, 0, 0, 0);
		}
		Json size = prepared.section("size");
		int one = prepared.isNumber("size") ? prepared.whole("size", 0) : 0;
		int shortest = size.whole("shortest_edge", 0), longest = size.whole("longest_edge", 0);
		if (one > 0 && isShortSide()) {
			shortest = one;
			longest = prepared.whole("max_size", 0);
		}
		int height = size.whole("height", shortest > 0 ? 0 : one);
		int width = size.whole("width", shortest > 0 ? 0 : one);
		boolean told = shortest > 0 || height > 0 && width > 0;
		if (!told)
			throw cannot("tells the size in a form that Triptych does not know: size "
				+ prepared.values().get("size"));
		String type = type();
		if (least && height > 0) return new Geometry(Fit.SCALE_LEAST, 0, 0, height, width);
		if (type.equals("convnext")) return convNext(shortest);
		if (type.equals("yolos") && shortest > 0) return Geometry.scaleDown(shortest, longest);
		if (type.equals("eomt")) return eomt(shortest, longest);
		if (type.equals("levit") && shortest > 0) shortest = (int) (256 / 224.0 * shortest);
		boolean part = prepared.has("crop_pct") && type.equals("poolformer");
		if (part && shortest == 0 && height == width) shortest = height;
		if (part) shortest = (int) (shortest / prepared.number("crop_pct", 0.9));
		if (!cuts)
			return shortest > 0 ? Geometry.scale(shortest, longest) : Geometry.stretch(height, width);
		if (everyPixel && shortest > 0) return Geometry.scale(shortest, longest);
		return cut(shortest, height, width);
	}

	/** Processors whose single number is the short side; for the others it is both sides. */
	private boolean isShortSide() {
		return prepared.has("max_size")
			|| List
				.of("convnext", "clip", "mobilenetv1", "mobilenetv2", "levit", "poolformer", "bit",
					"mobilevit", "detr", "yolos", "conditionaldetr", "deformabledetr", "maskformer",
					"mask2former")
				.contains(type());
	}

	/** Small images are cut out of a larger one, those of 384 and more are squeezed. */
	private Geometry convNext(int shortest) {
		if (shortest >= 384) return Geometry.stretch(shortest, shortest);
		int side = (int) (shortest / prepared.number("crop_pct", 224 / 256.0));
		return new Geometry(Fit.CROP, shortest, shortest, side, 0);
	}

	/** Panoptic ones are padded to a square; semantic ones are cut into tiles of their own. */
	private Geometry eomt(int shortest, int longest) {
		if (prepared.yes("do_split_image", false))
			return new Geometry(Fit.WINDOWS, 0, 0, shortest, longest);
		if (!prepared.yes("do_pad", false)) return Geometry.scale(shortest, longest);
		return new Geometry(Fit.LETTERBOX, shortest, longest > 0 ? longest : shortest, 0, 0);
	}

	private Geometry cut(int shortest, int height, int width) {
		Json crop = prepared.section("crop_size");
		int one = prepared.isNumber("crop_size") ? prepared.whole("crop_size", 0) : 224;
		int h = crop.whole("height", one), w = crop.whole("width", one);
		if (shortest > 0) return new Geometry(Fit.CROP, h, w, shortest, 0);
		if (height == h && width == w) return Geometry.stretch(h, w);
		if (height != width)
			throw cannot("squeezes images to " + width + " x " + height + " before it cuts them");
		return new Geometry(Fit.SQUEEZE_CROP, h, w, height, 0);
	}

	private Resize filter() {
		int number = prepared.whole("resample", 2);
		if (number < 0 || number >= FILTERS.size())
			throw prepared.wrong("resample", "0 to 5, the number of a filter of PIL");
		Resize filter = FILTERS.get(number);
		// It reduces without a filter against aliasing.
		if (!type().equals("rfdetr")) return filter;
		return filter == Resize.BICUBIC ? Resize.CUBIC : Resize.BILINEAR;
	}

	private boolean flipped() {
		return prepared.yes("do_flip_channel_order", type().equals("mobilevit"));
	}

	private boolean normalises() {
		return prepared.yes("do_normalize", !type().equals("mobilevit"));
	}

	private double[] mean(int channels) {
		double[] mean = new double[channels];
		if (normalises() && prepared.has("image_mean")) mean = prepared.numbers("image_mean", channels);
		boolean offset = prepared.yes("rescale_offset", false) || prepared.yes("offset", false);
		if (offset) for (int c = 0; c < channels; c++)
			mean[c] += 1;
		return mean;
	}

	private double[] std(int channels) {
		double[] ones = DescriptionFormat.ones(channels);
		if (!prepared.has("image_std")) return ones;
		double[] told = prepared.numbers("image_std", channels);
		double[] std = normalises() ? told : ones;
		// EfficientNet divides once more (include_top).
		boolean twice = prepared.yes("include_top", type().equals("efficientnet"));
		if (twice) for (int c = 0; c < channels; c++)
			std[c] *= prepared.numbers("image_std", channels)[c];
		return std;
	}

	private TriptychException cannot(String why) {
		return new TriptychException("The Hugging Face model " + model + " " + why
			+ "; describe it in a file of Triptych beside the model instead.");
	}
}
