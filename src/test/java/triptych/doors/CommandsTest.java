package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

import ij.ImagePlus;
import ij.gui.Overlay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import triptych.advice.ChooseTaskOptions;
import triptych.advice.TaskAdvice;
import triptych.command.ChooseTask;
import triptych.command.ClassifyImage;
import triptych.command.DescribeModel;
import triptych.command.DetectObjects;
import triptych.command.EvaluatePredictions;
import triptych.command.InspectModel;
import triptych.command.LabelsToRois;
import triptych.command.MeasureObjects;
import triptych.command.RoisToLabels;
import triptych.command.SegmentObjects;
import triptych.command.SegmentRegions;
import triptych.command.SegmentScene;
import triptych.core.TriptychException;
import triptych.evaluation.EvaluationOptions;
import triptych.evaluation.EvaluationResult;
import triptych.options.Key;
import triptych.options.Options;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.workflow.Triptych;

/** The SciJava door, used as a script uses it. */
class CommandsTest {

	private static final Map<ImageCommand, Class<? extends Command>> COMMANDS = Map.of(Commands.CLASSIFY, ClassifyImage.class,
		Commands.DETECT, DetectObjects.class, Commands.SEGMENT_REGIONS, SegmentRegions.class, Commands.SEGMENT_OBJECTS,
		SegmentObjects.class, Commands.LABELS_TO_ROIS, LabelsToRois.class, Commands.ROIS_TO_LABELS, RoisToLabels.class,
		Commands.MEASURE_OBJECTS, MeasureObjects.class, Commands.SEGMENT_SCENE, SegmentScene.class);
	private static final String MODELS = Path.of("src/test/resources/models").toAbsolutePath() + "/";

	private static Context context;

	@BeforeAll
	static void start() {
		context = new Context(CommandService.class, LogService.class);
		// Failures are expected here, and SciJava logs each with its stack trace.
		context.service(LogService.class).setLevel(LogLevel.NONE);
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	@Test
	void everyActionHasItsCommand() {
		assertEquals(Set.copyOf(Commands.all()), COMMANDS.keySet());
	}

	@Test
	void labelsGoThroughTheCommandsAndBack() throws Exception {
		ImagePlus labels = (ImagePlus) run(SegmentObjects.class, "nuclei.tif", Map.of()).getOutput("labels");
		ImagePlus image = image("nuclei.tif");
		Map<String, Object> inputs = new HashMap<>(Map.of("image", labels, "outputs", "overlay"));
		Result rois = (Result) service().run(LabelsToRois.class, true, inputs).get().getOutput("result");
		image.setOverlay(new Overlay());
		rois.rois().forEach(image.getOverlay()::add);
		ImagePlus back = (ImagePlus) service().run(RoisToLabels.class, true, Map.of("image", image)).get().getOutput("labels");
		assertArrayEquals((byte[]) labels.getProcessor().getPixels(), (byte[]) back.getProcessor().getPixels());
		CommandModule measured = service().run(MeasureObjects.class, true, Map.of("image", image, "smallest", "20")).get();
		assertTrue(rows(measured) > 10);
	}

	@Test
	void everyCommandHasExactlyTheKeysOfItsOptionsRecord() {
		COMMANDS.forEach((verb, command) -> {
			List<String> inputs = new ArrayList<>(inputs(command));
			assertTrue(inputs.remove("image"), verb.spec().verb());
			assertEquals(new TreeSet<>(Options.keys(verb.spec().options()).stream().map(Key::name).toList()), new TreeSet<>(inputs),
				verb.spec().verb());
		});
	}

	@Test
	void noCommandEntersTheMenuAsksOrRemembers() {
		COMMANDS.forEach((verb, command) -> {
			CommandInfo info = service().getCommand(command);
			assertTrue(info.getMenuPath().isEmpty() && !info.isVisible() && info.canRunHeadless(), verb.spec().verb());
			for (Class<?> c = command; c != Object.class; c = c.getSuperclass())
				for (Field f : c.getDeclaredFields()) {
					Parameter p = f.getAnnotation(Parameter.class);
					if (p != null && p.type() == ItemIO.INPUT) assertFalse(p.persist(), f.toString());
				}
		});
	}

	@Test
	void chooseTaskTakesItsKeysAndNeedsNoImage() throws Exception {
		assertEquals(new TreeSet<>(Options.keys(ChooseTaskOptions.class).stream().map(Key::name).toList()), new TreeSet<>(
			inputs(ChooseTask.class)));
		CommandModule module = service().run(ChooseTask.class, true, Map.of("question", "How many cells are there?", "images",
			"100")).get();
		TaskAdvice advice = assertInstanceOf(TaskAdvice.class, module.getOutput("result"));
		assertEquals("detection", advice.advice().task().key());
		assertFalse(service().getCommand(ChooseTask.class).isVisible());
	}

	@Test
	void evaluatePredictionsTakesItsKeysAndNeedsNoImage() throws Exception {
		assertEquals(new TreeSet<>(Options.keys(EvaluationOptions.class).stream().map(Key::name).toList()), new TreeSet<>(
			inputs(EvaluatePredictions.class)));
		String truth = Path.of("test-images/nuclei-labels.tif").toAbsolutePath().toString();
		CommandModule module = service().run(EvaluatePredictions.class, true, Map.of("truth", truth, "predictions", truth))
			.get();
		EvaluationResult result = assertInstanceOf(EvaluationResult.class, module.getOutput("result"));
		assertEquals(1, result.outcome().value("F1"));
		assertFalse(service().getCommand(EvaluatePredictions.class).isVisible());
	}

	@Test
	void outputsAreTheResultAndTheLabelImage() throws Exception {
		CommandModule module = run(SegmentObjects.class, "nuclei.tif", Map.of("border", "exclude"));
		Result result = assertInstanceOf(Result.class, module.getOutput("result"));
		ImagePlus labels = assertInstanceOf(ImagePlus.class, module.getOutput("labels"));
		assertEquals("nuclei-labels", labels.getTitle());
		assertEquals(result.table().rows().size(), (int) labels.getProcessor().getStats().max);
		assertEquals("exclude", result.keys().get("border"));
	}

	@Test
	void givesWhatTheStaticMethodGives() throws Exception {
		CommandModule module = run(DetectObjects.class, "shapes.tif", Map.of("model", MODELS + "boxes_v8.onnx"));
		Result expected = Triptych.detect(image("shapes.tif"), "model=[" + MODELS + "boxes_v8.onnx]");
		assertEquals(expected.table(), ((Result) module.getOutput("result")).table());
	}

	@Test
	void missingKeyMeansItsDefaultAfterARunWithAnotherValue() throws Exception {
		String model = MODELS + "boxes_v8.onnx";
		assertEquals(1, rows(run(DetectObjects.class, "shapes.tif", Map.of("model", model, "find", "best"))));
		assertEquals(3, rows(run(DetectObjects.class, "shapes.tif", Map.of("model", model))));
	}

	@Test
	void unknownChoiceIsTheSentenceOfTheKeyNotTheFirstChoice() {
		TriptychException e = failure(SegmentObjects.class, "nuclei.tif", Map.of("border", "sometimes"));
		assertTrue(e.getMessage().startsWith("The key border has the value \"sometimes\"; it must be one of keep, exclude"), e
			.getMessage());
	}

	@Test
	void emptyImageIsASentenceNotANullPointer() {
		ExecutionException e = assertThrows(ExecutionException.class, () -> service().run(ClassifyImage.class, true, Map.of(
			"image", new ImagePlus())).get());
		assertTrue(sentence(e).getMessage().contains("needs an image"), sentence(e).getMessage());
	}

	@Test
	void modelsAreInspectedAndDescribed(@TempDir Path folder) throws Exception {
		Path alone = Files.copy(Path.of(MODELS, "regions.onnx"), folder.resolve("mine.onnx"));
		String described = service().run(DescribeModel.class, true, "model", alone.toString())
			.get()
			.getOutput("form")
			.toString();
		assertTrue(described.contains("task:"), described);
		String facts = service().run(InspectModel.class, true, "model", "nuclei")
			.get()
			.getOutput("facts")
			.toString();
		assertTrue(facts.contains("Task:"), facts);
	}

	private static CommandService service() {
		return context.service(CommandService.class);
	}

	private static List<String> inputs(Class<? extends Command> command) {
		return StreamSupport.stream(service().getCommand(command).inputs().spliterator(), false).map(ModuleItem::getName)
			.toList();
	}

	private static ImagePlus image(String name) {
		return Triptych.open(Path.of("test-images", name));
	}

	private static CommandModule run(Class<? extends Command> command, String image, Map<String, Object> keys)
		throws Exception
	{
		Map<String, Object> inputs = new HashMap<>(keys);
		inputs.put("image", image(image));
		return service().run(command, true, inputs).get();
	}

	private static int rows(CommandModule module) {
		return ((Result) module.getOutput("result")).table().rows().size();
	}

	private static TriptychException failure(Class<? extends Command> command, String image, Map<String, Object> keys) {
		return sentence(assertThrows(ExecutionException.class, () -> run(command, image, keys)));
	}

	/** SciJava wraps what a Command throws. */
	private static TriptychException sentence(Throwable e) {
		Throwable cause = e;
		while (cause != null && !(cause instanceof TriptychException)) cause = cause.getCause();
		return assertInstanceOf(TriptychException.class, cause, () -> String.valueOf(e));
	}
}
