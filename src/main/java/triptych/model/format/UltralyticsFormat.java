package triptych.model.format;

import java.util.ArrayList;
import java.util.Collections;
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
import triptych.model.InputSpec;
import triptych.model.ModelSpec;
import triptych.model.UsualLimits;

/**
 * Models exported by Ultralytics (YOLOv5, v8, 11, 26, ...), which write task, class names and size
 * into the file's metadata. Detection and segmentation letterbox with OpenCV's linear resize and
 * grey 114; classification scales the short side with an antialiased resize and cuts the centre.
 */
final class UltralyticsFormat implements ModelFormat {

	private static final int MOST_PIXELS = 65536;

	private static final String FROM = "Ultralytics metadata in the file";

	@Override
	public boolean accepts(ModelFiles files, GraphInfo graph) {
		return graph.metadata().containsKey("names") && graph.metadata().containsKey("stride");
	}

	@Override
	public ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual) {
		Map<String, String> meta = graph.metadata();
		List<String> names = names(meta.get("names"), files.name());
		Slot image = ImageInputs.imageInput(graph, files.name());
		Layout layout = ImageInputs.layout(image, files.name(), "");
		int channels = ImageInputs.channels(image, layout, files.name());
		int stride = stride(meta.get("stride"), files.name());
		int[] size = ImageInputs.size(image, layout);
		if (size[0] < 1 || size[1] < 1)
			size = imgsz(meta.getOrDefault("imgsz", "[640, 640]"), files.name());

		String told = meta.getOrDefault("task", "detect");
		Task task = switch (told) {
			case "detect", "obb" -> Task.DETECTION;
			case "segment" -> Task.INSTANCE_SEGMENTATION;
			case "classify" -> Task.CLASSIFICATION;
			default -> throw new TriptychException("The model " + files.name()
				+ " is an Ultralytics model for the task \"" + told
				+ "\"; Triptych runs detect, segment, obb and classify.");
		};
		boolean classify = task == Task.CLASSIFICATION;
		boolean v5 = !meta.containsKey("task");
		boolean queries = isRtDetr(meta);
		Fit fit = classify ? Fit.CROP : Fit.LETTERBOX;
		if (queries) fit = Fit.STRETCH;
		InputSpec input = new InputSpec(image.name(), image.type(), layout, channels, size[0], size[1],
			stride,
			fit, 0, Align.CENTER, 114,
			classify ? Resize.ANTIALIAS : Resize.BILINEAR, false, 1 / 255.0, new double[channels],
			DescriptionFormat.ones(channels), new double[0],
			InputSpec.usualHalo(size[0], size[1], stride));

		Map<String, String> origins = new LinkedHashMap<>();
		origins.put("task", v5 ? "no task in the metadata: YOLOv5, detection" : FROM);
		for (String fact : new String[] { "classes", "size", "licence" })
			origins.put(fact, FROM);
		origins.put("preprocessing", "the way Ultralytics prepares this task");
		origins.put("decoder", "shape of the output");
		DecoderSpec decoder = queries ? queries(names.size(), graph, files.name())
			: decoder(task, told.equals("obb"), names.size(), graph, files.name());
		return new ModelSpec(files.name(), task, names, input, decoder, classify ? 0.5 : 0.25,
			v5 ? 0.45 : 0.7, 0, meta.getOrDefault("license", ""), origins);
	}

	/**
	 * YOLOv5 gives a row a candidate with objectness, v8 a column without it, end-to-end models final
	 * rows. Of one class both kinds of rows are as long; v10 does not say that its rows are final,
	 * but of the two only v5 names no task.
	 */
	private static DecoderSpec decoder(Task task, boolean obb, int classes, GraphInfo graph,
		String model)
	{
		if (task == Task.CLASSIFICATION)
			return new DecoderSpec("class-scores", Map.of("activation", "none"));
		long[] shape = graph.outputs().get(0).shape();
		boolean masks = task == Task.INSTANCE_SEGMENTATION;
		int extra = obb ? 1 : 0;
		if (masks) {
			if (graph.outputs().size() < 2 || graph.outputs().get(1).shape().length != 4)
				throw new TriptychException("The model " + model
					+ " is a segmentation model without mask prototypes.");
			extra = (int) graph.outputs().get(1).shape()[1];
		}
		String layout = "";
		if (shape.length == 3) {
			if (shape[1] == 4 + classes + extra) layout = "columns";
			else if (shape[2] == 5 + classes + extra && !isFinal(classes, graph) && !obb)
				layout = "rows";
			else if (shape[2] == 6 + extra) layout = "end-to-end";
		}
		if (layout.isEmpty()) throw new TriptychException("The output of the model " + model + ", "
			+ graph.outputs().get(0) + ", fits no YOLO layout for its " + classes + " classes.");
		if (obb) return new DecoderSpec("yolo-obb", Map.of("layout", layout));
		return new DecoderSpec(masks ? "yolo-masks" : "yolo", Map.of("layout", layout));
	}

	/**
	 * With two classes its output looks like that of an end-to-end model, so that only the words tell
	 * it: Ultralytics writes the name of the model into the description.
	 */
	private static boolean isRtDetr(Map<String, String> meta) {
		return meta.getOrDefault("description", "").toLowerCase(Locale.ROOT).matches(".*rt-?detr.*");
	}

	/** RT-DETR: the box as centre and lengths in 0..1 of the squeezed image, then scores. */
	private static DecoderSpec queries(int classes, GraphInfo graph, String model) {
		long[] shape = graph.outputs().get(0).shape();
		if (shape.length != 3 || shape[2] > 0 && shape[2] != 4 + classes)
			throw new TriptychException("The output of the RT-DETR model " + model + ", "
				+ graph.outputs().get(0) + ", is not [1, queries, 4 + " + classes + " classes].");
		return new DecoderSpec("detr", Map.of("logits", "0", "boxes", "0", "activation", "none"));
	}

	private static boolean isFinal(int classes, GraphInfo graph) {
		return graph.metadata().getOrDefault("end2end", "False").equals("True")
			|| graph.metadata().getOrDefault("args", "").contains("'nms': True")
			|| classes == 1 && graph.metadata().containsKey("task");
	}

	/** A Python list or dict literal; YAML's flow style reads both. */
	private static List<String> names(String literal, String model) {
		Object value = Yaml.parse(literal, "the metadata \"names\" of " + model);
		List<String> names = new ArrayList<>();
		if (value instanceof List<?> list) for (Object o : list)
			names.add(String.valueOf(o));
		else if (value instanceof Map<?, ?> map) for (int i = 0; i < map.size(); i++)
			names.add(String.valueOf(map.containsKey(i) ? map.get(i) : "class-" + i));
		return names;
	}

	private static int stride(String told, String model) {
		if (told.matches("\\d{1,4}(\\.0*)?")) return (int) Double.parseDouble(told);
		throw wrong("stride", told, "a whole number of pixels such as 32", model);
	}

	/** Height and width. */
	private static int[] imgsz(String literal, String model) {
		Object value = Yaml.parse(literal, "the metadata \"imgsz\" of " + model);
		List<?> list = value instanceof List<?> l ? l : Collections.nCopies(2, value);
		int[] size = list.stream()
			.mapToInt(v -> v instanceof Integer i && i <= MOST_PIXELS ? i : 0)
			.toArray();
		if (size.length == 2 && size[0] > 0 && size[1] > 0) return size;
		throw wrong("imgsz", literal, "[height, width] in pixels such as [640, 640]", model);
	}

	private static TriptychException wrong(String key, String told, String allowed, String model) {
		return new TriptychException("The Ultralytics metadata of the model " + model + " give " + key
			+ " \"" + told + "\"; it must be " + allowed + ". Export the model again.");
	}
}
