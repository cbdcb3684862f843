package triptych.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import ij.ImagePlus;
import triptych.advice.AnnotationPlan;
import triptych.advice.LatestAdvice;
import triptych.advice.PlanFile;
import triptych.advice.TaskAdvice;
import triptych.core.Progress;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.dataset.AnnotationResult;
import triptych.dataset.Conversion;
import triptych.draft.DescriptionForm;
import triptych.engine.Devices;
import triptych.evaluation.EvaluationResult;
import triptych.evaluation.EvaluationRun;
import triptych.evaluation.report.Report;
import triptych.folder.FolderMerge;
import triptych.folder.FolderOptions;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.folder.FolderRun;
import triptych.folder.Shard;
import triptych.ij.convert.ImagePlane;
import triptych.ij.files.ImageFile;
import triptych.options.ImageOptions;
import triptych.options.Options;
import triptych.result.Delivery;
import triptych.result.Result;
import triptych.run.CommandRun;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;
import triptych.session.Inspection;
import triptych.session.ModelCache;
import triptych.session.ModelInstallation;
import triptych.teach.TeachResult;
import triptych.teach.TeachRun;
import triptych.teach.regions.RegionTeaching;

/**
 * Triptych for scripts: each command as one static method, an image and options in, a {@link
 * Result} out. Options are written as in a macro, {@code "model=cells confidence=0.4"}; a missing
 * key means its default. Nothing is shown; {@link Delivery#show} does that. Every failure is a
 * {@link triptych.core.TriptychException} with a sentence for the user.
 */
public final class Triptych {

	private Triptych() {}

	/** Classify Image...: which class the image shows. */
	public static Result classify(ImagePlus image, String options) {
		return run(Commands.CLASSIFY, image, Options.tokens(options));
	}

	/** Detect Objects...: where objects are, as boxes. */
	public static Result detect(ImagePlus image, String options) {
		return run(Commands.DETECT, image, Options.tokens(options));
	}

	/** Segment Regions...: how much of each class there is. */
	public static Result segmentRegions(ImagePlus image, String options) {
		return run(Commands.SEGMENT_REGIONS, image, Options.tokens(options));
	}

	/** Segment Objects...: every object with its own label and measurements. */
	public static Result segmentObjects(ImagePlus image, String options) {
		return run(Commands.SEGMENT_OBJECTS, image, Options.tokens(options));
	}

	/** Segment Scene...: single objects and the regions around them. */
	public static Result segmentScene(ImagePlus image, String options) {
		return run(Commands.SEGMENT_SCENE, image, Options.tokens(options));
	}

	/**
	 * Labels to ROIs...: the objects of a label image as ROIs, with class and score where the image
	 * knows them.
	 */
	public static Result labelsToRois(ImagePlus image, String options) {
		return run(Commands.LABELS_TO_ROIS, image, Options.tokens(options));
	}

	/** ROIs to Labels...: area ROIs as a label image; where they overlap the higher score wins. */
	public static Result roisToLabels(ImagePlus image, String options) {
		return run(Commands.ROIS_TO_LABELS, image, Options.tokens(options));
	}

	/**
	 * Measure Objects...: the measurements of Segment Objects... for ROIs or labels that somebody has
	 * looked through.
	 */
	public static Result measureObjects(ImagePlus image, String options) {
		return run(Commands.MEASURE_OBJECTS, image, Options.tokens(options));
	}

	/**
	 * Import Annotations...: what a file or data set says is in an image, as ROIs or a label image;
	 * or a whole data set as a folder of them.
	 *
	 * @param image null where the key save is given
	 */
	public static AnnotationResult importAnnotations(ImagePlus image, String options) {
		return importAnnotations(image, Options.tokens(options), Progress.NONE);
	}

	/** The same with values by key, and somebody to tell how far it is. */
	public static AnnotationResult importAnnotations(ImagePlus image, Map<String, String> keys,
		Progress progress)
	{
		return AnnotationImport.of(image, keys, progress);
	}

	/**
	 * Export Annotations...: the objects of an image, or of a folder of label images or ROIs, in one
	 * of the formats that other tools read.
	 *
	 * @param image null where the key from names a folder or file
	 */
	public static AnnotationResult exportAnnotations(ImagePlus image, String options) {
		return exportAnnotations(image, Options.tokens(options), Progress.NONE);
	}

	/** The same with values by key, and somebody to tell how far it is. */
	public static AnnotationResult exportAnnotations(ImagePlus image, Map<String, String> keys,
		Progress progress)
	{
		return AnnotationExport.of(image, keys, progress);
	}

	/**
	 * Teach Classes...: a model that tells the classes of objects, made of examples.
	 *
	 * @param image with ROIs that have a class; null where the key examples names a data set
	 */
	public static TeachResult teachClasses(ImagePlus image, String options) {
		return teachClasses(image, Options.tokens(options), Progress.NONE);
	}

	/** The same with values by key, and somebody to tell how far it is. */
	public static TeachResult teachClasses(ImagePlus image, Map<String, String> keys,
		Progress progress)
	{
		return TeachRun.of(image, keys, progress);
	}

	/**
	 * Teach Regions...: a model that tells the class of every pixel, made of marked ones.
	 *
	 * @param image with ROIs that have a class; null where the key examples names files
	 */
	public static TeachResult teachRegions(ImagePlus image, String options) {
		return teachRegions(image, Options.tokens(options), Progress.NONE);
	}

	/** The same with values by key, and somebody to tell how far it is. */
	public static TeachResult teachRegions(ImagePlus image, Map<String, String> keys,
		Progress progress)
	{
		return RegionTeaching.of(image, keys, progress);
	}

	/** Annotations of one format written in another: {@code "path=in.json to=yolo save=out"}. */
	public static AnnotationResult convert(String options) {
		return convert(Options.tokens(options), Progress.NONE);
	}

	/** The same with values by key, and somebody to tell how far it is. */
	public static AnnotationResult convert(Map<String, String> keys, Progress progress) {
		return Conversion.of(keys, progress);
	}

	/** Any of these, with values by key. */
	public static Result run(ImageCommand action, ImagePlus image, Map<String, String> keys) {
		return CommandRun.of(action, image, (ImageOptions) Options.of(action.spec().options(), keys));
	}

	/**
	 * Process Folder...: one of the five on every image of a folder, with the keys of {@link
	 * FolderOptions} and those of the task. Ends with what was done, what failed and why.
	 */
	public static FolderResult processFolder(String options) {
		return processFolder(Options.tokens(options), FolderProgress.SILENT);
	}

	/** The same with values by key, and somebody to tell how far it is. */
	public static FolderResult processFolder(Map<String, String> keys, FolderProgress progress) {
		return FolderRun.run(keys, Shard.WHOLE, 0, progress);
	}

	/**
	 * One part of a folder that several processes share, to be joined by {@link #merge}.
	 *
	 * @param shard which part, such as {@code 2/3}
	 * @param workers images in work at the same time, 0 for as many as keep all cores busy
	 */
	public static FolderResult processFolder(Map<String, String> keys, String shard, int workers,
		FolderProgress progress)
	{
		return FolderRun.run(keys, Shard.of(shard), workers, progress);
	}

	/**
	 * Joins the results of the shards of one run: writes the combined table and folder-run.json.
	 *
	 * @param folders the save folders of the shards, often only one
	 * @param save where to, blank for the only folder
	 */
	public static FolderResult merge(List<Path> folders, String save) {
		return FolderMerge.merge(folders, save);
	}

	/**
	 * Choose Task...: which of the tasks answers a question, what labelling costs, and the macro line
	 * to go on with. Opens no model and no native library, and takes a few milliseconds.
	 */
	public static TaskAdvice chooseTask(String options) {
		return chooseTask(Options.tokens(options));
	}

	/** The same with values by key. Writes the annotation plan where the key plan names a file. */
	public static TaskAdvice chooseTask(Map<String, String> keys) {
		TaskAdvice advice = TaskAdvice.of(keys);
		LatestAdvice.remember(advice);
		String plan = advice.options().plan();
		if (plan.isEmpty()) return advice;
		return advice.writtenTo(PlanFile.write(plan, AnnotationPlan.html(advice), advice.words()));
	}

	/**
	 * Evaluate Predictions...: predictions held against the truth, with figures, intervals and what
	 * to do next. After {@link #chooseTask} the verdict follows its advice.
	 */
	public static EvaluationResult evaluate(String options) {
		return evaluate(Options.tokens(options), r -> {}, Progress.NONE);
	}

	/**
	 * The same with values by key.
	 *
	 * @param shown gets the result while its images can still be read, as for drawing
	 * @param progress hears of each image
	 */
	public static EvaluationResult evaluate(Map<String, String> keys,
		Consumer<EvaluationResult> shown, Progress progress)
	{
		EvaluationResult result =
			EvaluationRun.run(keys, LatestAdvice.get(), Report::html, shown, progress);
		result.verdict().ifPresent(v -> LatestAdvice.conclude(v.text()));
		return result;
	}

	/**
	 * Inspect Model...: task, inputs, outputs, classes, preprocessing, licence, where each fact came
	 * from.
	 */
	public static String inspect(String model) {
		return Inspection.of(model);
	}

	/** Describe Model... where there is no window: the form to fill in. */
	public static String describe(String model) {
		return DescriptionForm.of(model, Optional.empty());
	}

	/** The same with what the model gives for an image, on which the readings are tried. */
	public static String describe(String model, ImagePlus image) {
		return DescriptionForm.of(model, Optional.of(ImagePlane.of(image)));
	}

	/** Install Model...: installs, renames or removes a model, and says what was done. */
	public static String installModel(String options) {
		return installModel(Options.tokens(options));
	}

	/** The same with values by key. */
	public static String installModel(Map<String, String> keys) {
		return ModelInstallation.run(keys);
	}

	/** Check Device: versions, devices, a timed run on each, and what would make a GPU usable. */
	public static String checkDevice() {
		return Devices.report() + DeviceTiming.report();
	}

	/** Release Models: closes all open models and tells how many there were. */
	public static int releaseModels() {
		return ModelCache.releaseAll();
	}

	/** The names that {@code model=} takes: installed models first, then the bundled ones. */
	public static List<String> models() {
		return ModelCache.library().names();
	}

	/** Those that a command can run on. */
	public static List<String> models(ModelCommand<?> verb) {
		return ModelCache.library().names(verb.task());
	}

	/** Opens an image file of any format that ImageJ opens itself. */
	public static ImagePlus open(Path file) {
		return ImageFile.open(file);
	}
}
