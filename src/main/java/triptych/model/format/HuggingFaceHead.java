package triptych.model.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.GraphInfo;

/**
 * What a model of Hugging Face answers, told by the name of its architecture, such as
 * ViTForImageClassification, and how its outputs are read.
 */
record HuggingFaceHead(Task task, DecoderSpec decoder) {

	/** Detectors with a class "no object", whose scores are a softmax; the others have a sigmoid. */
	private static final Set<String> NO_OBJECT = Set.of("detr", "yolos",
		"table_transformer");

	private static final Set<String> SIGMOID = Set.of("conditional_detr", "deformable_detr",
		"dab_detr", "deta", "rt_detr", "rt_detr_v2", "d_fine", "lw_detr", "rf_detr", "deim", "deimv2");

	/** Processors that give at most 100 boxes of all classes of all queries. */
	private static final Set<String> BEST_HUNDRED = Set.of("conditionaldetr", "deformabledetr",
		"deta");

	/** Of a class and a mask for each query, by where the library cuts their masks. */
	private static final Map<String, String> MASK_QUERIES = Map.of(
		"MaskFormerForInstanceSegmentation", "masks", "Mask2FormerForUniversalSegmentation", "384",
		"EomtForUniversalSegmentation", "image", "DetrForSegmentation", "masks");

	/** What else architectures of Hugging Face are for. */
	private static final Map<String, String> OTHERS = Map.of("DepthEstimation",
		"tells how far away each pixel is", "KeypointDetection", "finds key points", "PoseEstimation",
		"finds the joints of a body", "ImageToImage", "makes an image of an image",
		"ImageSuperResolution", "makes an image larger", "ConditionalGeneration", "writes text",
		"CausalLM", "writes text", "VideoClassification", "classifies videos",
		"ZeroShotObjectDetection", "wants a text beside the image", "AudioClassification",
		"listens to sound");

	/** @param prepared what tells how images are prepared; without a key where that is missing */
	static HuggingFaceHead of(Json config, Json prepared, GraphInfo graph, int classes,
		String model)
	{
		List<String> architectures = config.texts("architectures");
		String name = architectures.isEmpty() ? "" : architectures.get(0);
		String head = name.contains("For") ? name.substring(name.lastIndexOf("For") + 3) : "";
		// Some have more behind it, such as ...WithTeacher.
		boolean classifies = head.startsWith("ImageClassification")
			|| architectures.isEmpty() && HuggingFaceTimm.is(config);
		if (classifies)
			return classification(config, graph, classes, model);
		String processor = HuggingFaceInput.processor(prepared);
		return switch (head) {
			case "ObjectDetection" -> detection(config, processor, graph, classes, model);
			case "SemanticSegmentation" -> semantic(graph, classes);
			case "InstanceSegmentation", "UniversalSegmentation", "Segmentation" -> {
				if (!MASK_QUERIES.containsKey(name)) throw other(name, head, config, model);
				yield masks(name, config, prepared.yes("do_split_image", false), graph, model);
			}
			default -> throw other(name, head, config, model);
		};
	}

	private static TriptychException other(String name, String head, Json config, String model) {
		String kind = name.isEmpty() ? "of the type " + config.text("model_type", "unknown") : name;
		String what = OTHERS.get(head);
		String why = what != null ? ", which " + what : "";
		return new TriptychException("The Hugging Face model " + model + " is a " + kind + why
			+ "; Triptych runs those for image classification, object detection and semantic"
			+ " segmentation, and MaskFormer, Mask2Former, EoMT and DETR with masks.");
	}

	private static HuggingFaceHead classification(Json config, GraphInfo graph, int classes,
		String model)
	{
		String problem = config.text("problem_type", "");
		// The library's own rule for what has a single label.
		boolean number = problem.equals("regression") || problem.isEmpty() && classes == 1;
		if (number) throw new TriptychException("The Hugging Face model " + model
			+ " is for regression: it answers with a number, such as an age or a size, and not with a"
			+ " class.");
		boolean several = problem.equals("multi_label_classification");
		return new HuggingFaceHead(Task.CLASSIFICATION, new DecoderSpec("class-scores",
			Map.of("output", output(graph, "logits", 0), "activation", several ? "sigmoid" : "softmax")));
	}

	private static HuggingFaceHead semantic(GraphInfo graph, int classes) {
		// A softmax over one map would be 1 everywhere.
		return new HuggingFaceHead(Task.SEMANTIC_SEGMENTATION,
			new DecoderSpec("semantic", Map.of("output", output(graph, "logits", 0), "activation",
				classes == 1 ? "sigmoid" : "softmax")));
	}

	/**
	 * The file does not tell which classes are regions, which a scene needs; where the classes are
	 * those of a data set that is known, it does. Else all are objects.
	 */
	private static HuggingFaceHead masks(String name, Json config, boolean parts, GraphInfo graph,
		String model)
	{
		if (graph.outputs().size() < 2)
			throw new TriptychException("The model " + model + " gives no masks beside its classes: "
				+ GraphInfo.list(graph.outputs()) + ".");
		boolean detr = name.startsWith("Detr");
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("logits", output(graph, detr ? "logits" : "class_queries_logits", 0));
		parameters.put("masks",
			output(graph, detr ? "pred_masks" : "masks_queries_logits", graph.outputs().size() - 1));
		parameters.put("cut-at", MASK_QUERIES.get(name));
		if (name.startsWith("Eomt")) parameters.put("weak-pixels", "no");
		String stuff = KnownRegions.among(config.numbered("id2label"));
		if (!stuff.isEmpty()) parameters.put("stuff", stuff);
		Task task = stuff.isEmpty() ? Task.INSTANCE_SEGMENTATION : Task.PANOPTIC_SEGMENTATION;
		// Parts of an image show parts of objects: those are for classes of pixels.
		if (parts) task = Task.SEMANTIC_SEGMENTATION;
		return new HuggingFaceHead(task, new DecoderSpec("maskformer", parameters));
	}

	private static HuggingFaceHead detection(Json config, String processor, GraphInfo graph,
		int classes, String model)
	{
		String type = config.text("model_type", "").toLowerCase(Locale.ROOT).replace('-', '_');
		String logits = output(graph, "logits", 0), boxes = output(graph, "pred_boxes", 1);
		if (graph.outputs().size() < 2)
			throw new TriptychException("The detector " + model + " gives no boxes beside its classes: "
				+ GraphInfo.list(graph.outputs()) + ".");
		Slot scores = graph.outputs().get(Integer.parseInt(logits));
		long given = scores.shape().length == 3 ? scores.shape()[2] : -1;
		boolean told = given > 0 && classes > 0;
		boolean noObject = NO_OBJECT.contains(type) || told && given == classes + 1;
		if (!noObject && !SIGMOID.contains(type) && !(told && given == classes))
			throw new TriptychException("The detector " + model + " is of the type \"" + type
				+ "\", which Triptych does not know, and its output " + scores
				+ " does not show whether it has a class for no object; describe it with the decoder"
				+ " detr.");
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("logits", logits);
		parameters.put("boxes", boxes);
		parameters.put("activation", noObject ? "softmax" : "sigmoid");
		if (BEST_HUNDRED.contains(processor)) parameters.put("most", "100");
		return new HuggingFaceHead(Task.DETECTION, new DecoderSpec("detr", parameters));
	}

	/** The number of an output by its name. */
	private static String output(GraphInfo graph, String name, int otherwise) {
		return String.valueOf(IntStream.range(0, graph.outputs().size())
			.filter(i -> graph.outputs().get(i).name().equals(name))
			.findFirst()
			.orElse(otherwise));
	}
}
