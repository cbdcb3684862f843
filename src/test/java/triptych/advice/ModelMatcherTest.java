package triptych.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.Task;
import triptych.model.format.DescribedModel;

/** Which models answer a question, by the classes that their descriptions name. */
class ModelMatcherTest {

	private static final List<DescribedModel> MODELS = List.of(
		new DescribedModel("blood", Task.DETECTION, List.of("RBC", "WBC", "Platelets")),
		new DescribedModel("leukocytes", Task.CLASSIFICATION,
			List.of("basophil", "immature granulocyte", "lymphocyte", "platelet")),
		new DescribedModel("confluence", Task.SEMANTIC_SEGMENTATION, List.of("background", "cells")),
		new DescribedModel("nerves", Task.SEMANTIC_SEGMENTATION,
			List.of("background", "myelin", "axon")),
		new DescribedModel("traffic", Task.INSTANCE_SEGMENTATION, List.of("car", "person")),
		new DescribedModel("street", Task.SEMANTIC_SEGMENTATION, List.of("road", "sky", "car")));

	private static String found(String question, Task task) {
		return new ModelMatcher(question).model(task, MODELS).map(DescribedModel::name).orElse("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "How many red blood cells are there?|blood",
		"How many white-blood cells and platelets are there?|blood",
		"Count the blood cells of each type|blood", "Wie viele rote Blutkörperchen sind es?|blood",
		"有多少个红细胞？|blood", "How many cells are there?|''", "How many white mice are there?|''",
		"How many types of white blood cells are there?|''",
		"How many infected red blood cells are there?|''" })
	void aDetectorOfBloodCellsAnswersWhatItFinds(String question, String model) {
		assertEquals(model, found(question, Task.DETECTION));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Which type of white blood cell is this?|leukocytes",
		"Is it a lymphocyte or a basophil cell?|leukocytes",
		"Is this white blood cell malignant?|''", "Which type of cell is this?|''",
		"Which type of lymphocyte is this?|''" })
	void aClassifierAnswersWhichOfItsClassesItIs(String question, String model) {
		assertEquals(model, found(question, Task.CLASSIFICATION));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "What is the confluence of my cells?|confluence",
		"How confluent are my cells in phase contrast?|confluence",
		"How large is the wound of the scratch assay?|confluence",
		"What fraction of the image is covered by cells?|''",
		"What fraction of the image is background?|''",
		"Which fraction of the area is myelin, which axons?|nerves",
		"How much myelin is around the nuclei?|nerves" })
	void aModelOfAreasAnswersForTheClassThatIsNamed(String question, String model) {
		assertEquals(model, found(question, Task.SEMANTIC_SEGMENTATION));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Each car with its own outline, and road and sky as areas|traffic + street",
		"Every person on the road one by one, and the sky|traffic + street",
		"Each car with its own outline, and buildings as areas|''",
		"Each axon by itself, and the sky|''", "Each car and each infected person, and the road|''" })
	void aSceneIsAnsweredByAModelOfObjectsAndOneOfTheRegionsAroundThem(String question,
		String models)
	{
		assertEquals(models,
			new ModelMatcher(question).scene(MODELS).map(FoundModels::name).orElse(""));
	}
}
