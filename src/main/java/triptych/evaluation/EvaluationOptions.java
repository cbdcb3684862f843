package triptych.evaluation;

import java.util.OptionalDouble;
import java.util.Set;

import triptych.options.ClassLimits;
import triptych.options.Option;
import triptych.options.Output;
import triptych.options.YesNo;

/** Keys of Evaluate Predictions... */
public record EvaluationOptions(
	@Option(
		help = "what is right: label images, ROIs, a table of classes or annotations, in a folder or a "
			+ "file; an open image by its title, for its overlay or as a label image; or the ROI Manager",
		form = PLACES)
	String truth,
	@Option(
		help = "what was predicted: the folder of a run's results, or anything that truth takes",
		form = PLACES)
	String predictions,
	@Option(
		value = "auto",
		choices = { "auto", "classification", "detection", "semantic", "instance", "panoptic" },
		help = "as what the two are compared; auto is what the predictions are, where the truth can "
			+ "tell it")
	String task,
	@Option(
		value = "auto", form = "auto, coco, voc, yolo, labelme, geojson, panoptic, labels or rois",
		help = "the format of the truth; auto looks at its files")
	String format,
	@Option(
		form = "such as cell:nucleus,debris:other, or none",
		help = "classes that are called otherwise: from:to, in truth and predictions; none ignores "
			+ "classes")
	String classes,
	@Option(
		value = "0.5", min = 0.01, max = 1,
		help = "from which intersection over union on a prediction has found an object")
	double iou,
	@Option(
		value = "0", min = 0, max = 1,
		help = "lowest score of the predictions that count for precision, recall, F1 and counts; "
			+ "average precision goes through all scores")
	double confidence,
	@Option(
		form = "such as cell:0.4,debris:0.6",
		help = "the same for single classes; of several classes an image, a class is said from 0.5 on "
			+ "where nothing stands here")
	ClassLimits thresholds,
	@Option(
		form = "a number for the headline metric, or nothing",
		help = "what the headline metric must reach: the verdict says whether to stop, to label more "
			+ "or to go on to another task")
	OptionalDouble target,
	@Option(
		form = "such as 25:0.61,50:0.70,100, or nothing",
		help = "images that the model was trained on: earlier numbers with the headline they reached, "
			+ "and the number of this model; says what twice as many would bring and how many the target "
			+ "needs")
	String training,
	@Option(
		help = "a second set of predictions for the same truth: differences of the two with their "
			+ "intervals",
		form = PLACES)
	String compare,
	@Option(
		help = "the folder of the images themselves, for the pictures of the report; found by itself "
			+ "where it is the input of a folder run or called images beside the truth",
		form = "a folder")
	String images,
	@Option(
		value = "table", choices = { "table", "plots", "overlay", "report" },
		help = "what is given back: rows in Results, plots, what is right, wrong and missed on the "
			+ "open image, evaluation.html (needs save)")
	Set<Output> outputs,
	@Option(
		help = "also writes evaluation.csv, evaluation.json and the report there; nothing is "
			+ "written where it is empty",
		form = "a folder")
	String save,
	@Option(
		value = "no",
		help = "when files of these names are there already: stop before running, or replace them")
	YesNo overwrite)
{

	private static final String PLACES = "a folder or file, the title of an open image, or manager";
}
