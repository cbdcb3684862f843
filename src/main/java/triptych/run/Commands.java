package triptych.run;

import java.util.List;
import java.util.stream.Stream;

import triptych.core.Task;
import triptych.core.TriptychException;

/** All commands on an image, in the order of the menu. A new one is one line here. */
public final class Commands {

	public static final ModelCommand<?> CLASSIFY = new ClassifyCommand();
	public static final ModelCommand<?> DETECT = new DetectCommand();
	public static final ModelCommand<?> SEGMENT_REGIONS = new RegionsCommand();
	public static final ModelCommand<?> SEGMENT_OBJECTS = new ObjectsCommand();
	public static final ModelCommand<?> SEGMENT_SCENE = new SceneCommand();

	public static final ObjectCommand<?> LABELS_TO_ROIS = new LabelsToRoisCommand();
	public static final ObjectCommand<?> ROIS_TO_LABELS = new RoisToLabelsCommand();
	public static final ObjectCommand<?> MEASURE_OBJECTS = new MeasureCommand();

	private static final List<ModelCommand<?>> MODEL = List.of(CLASSIFY, DETECT, SEGMENT_REGIONS,
		SEGMENT_OBJECTS, SEGMENT_SCENE);
	private static final List<ObjectCommand<?>> OBJECT = List.of(LABELS_TO_ROIS, ROIS_TO_LABELS,
		MEASURE_OBJECTS);

	private Commands() {}

	/** Those that run a model. */
	public static List<ModelCommand<?>> withModel() {
		return MODEL;
	}

	public static List<ImageCommand> all() {
		return Stream.concat(MODEL.stream(), OBJECT.stream())
			.map(ImageCommand.class::cast)
			.toList();
	}

	/** @param verb the command's name in the terminal, such as {@code detect} */
	public static ImageCommand of(String verb) {
		return all().stream()
			.filter(c -> c.spec().verb().equals(verb))
			.findFirst()
			.orElseThrow(() -> new TriptychException("Unknown command \"" + verb + "\"."));
	}

	/** The command that runs the models of a task. */
	public static ModelCommand<?> of(Task task) {
		for (ModelCommand<?> command : MODEL)
			if (command.task() == task) return command;
		throw new IllegalStateException("no command runs the models of " + task);
	}
}
