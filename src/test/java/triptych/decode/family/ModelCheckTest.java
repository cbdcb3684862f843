package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.Task;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.decode.ModelFamily;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** A description that the graph contradicts is told before anything runs. */
class ModelCheckTest {

	/** Shapes such as {@code 1 2 100 x 1 100 4}; ? is open. */
	private static GraphInfo graph(String shapes) {
		List<Slot> outputs = new ArrayList<>();
		for (String shape : shapes.split(" x "))
			outputs.add(new Slot("out" + outputs.size(), TensorType.FLOAT,
				Arrays.stream(shape.strip().split(" "))
					.mapToLong(n -> n.equals("?") ? -1 : Long.parseLong(n))
					.toArray()));
		return new GraphInfo(List.of(), outputs, Map.of());
	}

	private static ModelSpec model(String task, String decoder, String parameters, int classes) {
		String[] words = parameters.isEmpty() ? new String[0] : parameters.split(" ");
		List<String> names = List.of("a", "b", "c", "d").subList(0, classes);
		return Outputs.model(Task.of(task), names, Layout.NCHW, decoder, words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
		"classification | class-scores | activation softmax           | 2 | 1 2",
		"classification | class-scores | activation softmax           | 2 | ? ? 1 1",
		"detection      | yolo         | layout columns               | 2 | 1 6 8400",
		"detection      | yolo         | layout rows                  | 2 | 1 25200 7",
		"detection      | yolo         | layout end-to-end            | 2 | 1 300 6",
		"instance       | yolo-masks   | layout columns               | 2 | 1 38 2100 x 1 32 80 80",
		"semantic       | semantic     | activation softmax           | 3 | 1 3 ? ?",
		"semantic       | semantic     | activation sigmoid           | 1 | 1 1 64 64",
		"semantic       | semantic     | activation sigmoid           | 1 | 1 64 64",
		"instance       | watershed    | foreground 0                 | 0 | 1 2 64 64",
		"detection      | detr         | activation softmax           | 2 | 1 100 3 x 1 100 4",
		"detection      | detr         | activation sigmoid           | 2 | ? ? ? x ? ? 4",
		"detection      | boxes        | first 1                      | 0 | ? 4 x ? x ?",
		"instance       | mask-rcnn    | first 1                      | 0 | ? 4 x ? x ? x ? 1 ? ?",
		"instance       | maskformer   | logits 0                     | 2 | 1 100 3 x 1 100 ? ?",
		"instance       | flows        | flows 0                      | 0 | 1 3 256 256 x 1 256",
		"detection      | yolo-obb     | layout columns               | 2 | 1 7 8400",
		"detection      | yolo-obb     | layout end-to-end            | 2 | 1 300 7",
		"semantic       | labels       | background yes               | 3 | 1 256 256",
		"instance       | labels       | output 1                     | 0 | 1 3 x 1 1 ? ?" })
	void whatFitsPasses(String task, String decoder, String parameters, int classes, String shapes) {
		assertDoesNotThrow(
			() -> ModelCheck.check(model(task, decoder, parameters, classes), graph(shapes)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"detection      | class-scores | activation softmax   | 2 | 1 2 | its decoder class-scores"
			+ " answers classification; decoders for detection are yolo",
		"semantic       | watershed    | foreground 0         | 0 | 1 2 64 64 | answers instance",
		"classification | class-scores | activation softmax output 3 | 2 | 1 2 | output 3 must be [1,"
			+ " classes]",
		"classification | class-scores | activation softmax   | 2 | 1 3 64 64 | their shapes fit"
			+ " semantic, watershed or flows",
		"detection      | yolo         | layout columns       | 2 | 1 25200 7 | output 0 must be"
			+ " columns, [1, 4 + classes, n]",
		"detection      | yolo         | layout columns       | 2 | 1 100 3 x 1 100 4 | their shapes"
			+ " fit detr",
		"detection      | detr         | activation softmax   | 2 | 1 100 2 x 1 100 4 | [1, queries,"
			+ " classes + 1]",
		"detection      | detr         | activation softmax   | 2 | 1 100 3 | output 1 must be boxes",
		"instance       | yolo-masks   | layout columns       | 2 | 1 38 2100 | output 1 must be mask"
			+ " prototypes",
		"semantic       | semantic     | activation softmax   | 1 | 1 1 64 64 | softmax or exclusive"
			+ " classes over one map",
		"semantic       | semantic     | activation none      | 1 | 1 1 64 64 | over one map",
		"semantic       | semantic     | activation softmax channels 5 | 1 | 1 3 64 64 | there is no"
			+ " map 5, only 3",
		"semantic       | semantic     | activation softmax output 2 | 3 | 1 3 64 64 | output 2 must be"
			+ " maps",
		"instance       | watershed    | distance 4           | 0 | 1 3 64 64 | there is no map 4",
		"detection      | boxes        | labels 2 scores 3    | 0 | ? 4 x ? x ? | output 3 must be a"
			+ " list",
		"instance       | mask-rcnn    | first 1              | 0 | ? 4 x ? x ? | output 3 must be"
			+ " masks",
		"instance       | maskformer   | logits 0             | 2 | 1 100 4 x 1 100 64 64 | output 0 must"
			+ " be logits [1, queries, classes + 1]",
		"instance       | maskformer   | logits 0             | 2 | 1 100 3 x 1 90 64 64 | output 1 must"
			+ " be masks [1, queries",
		"instance       | flows        | flows 0              | 0 | 1 2 256 256 | there is no map 2, only"
			+ " 2 from 0; their shapes fit semantic or watershed",
		"semantic       | labels       | output 0             | 3 | 1 3 256 256 | must be a label image",
		"detection      | yolo-obb     | layout columns       | 2 | 1 6 8400 | output 0 must be columns,"
			+ " [1, 4 + classes + 1, n]; their shapes fit yolo" })
	void whatDoesNotFitIsTold(String task, String decoder, String parameters, int classes,
		String shapes, String part)
	{
		String sentence = assertThrows(TriptychException.class,
			() -> ModelCheck.check(model(task, decoder, parameters, classes), graph(shapes)))
			.getMessage();
		assertTrue(sentence.contains(part), sentence);
	}

	@Test
	void valuesThatAreNoScoresAreTold() {
		ModelSpec maps = model("semantic", "semantic", "activation none", 2);
		String sentence = assertThrows(TriptychException.class,
			() -> Outputs.decode(maps, Outputs.limits(0.5), Outputs.same(2, 1),
				Outputs.tensor(new long[]{ 1, 2, 1, 2 }, 7, -3, 1, 0)))
			.getMessage();
		assertTrue(sentence.contains("from -3.00 to 7.00, which are no scores"), sentence);
		ModelSpec list = model("classification", "class-scores", "activation none", 2);
		assertThrows(TriptychException.class, () -> Outputs.decode(list, Outputs.limits(0.5),
			Outputs.same(2, 1), Outputs.tensor(new long[]{ 1, 2 }, 1.2f, -3)));
	}

	@Test
	void everyFamilyHasATask() {
		for (ModelFamily family : ModelFamilies.all())
			assertTrue(!family.tasks().isEmpty(), family.name());
	}
}
