package triptych.metrics.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.Box;
import triptych.metrics.Figure;
import triptych.metrics.SharedCases;
import triptych.metrics.StoredCases;
import triptych.metrics.objects.Truth.Kind;

class DetectionEvaluationTest {

	/** The known figures of a public set of seven images, at four thresholds. */
	@ParameterizedTest
	@ValueSource(strings = {"0.1", "0.3", "0.5", "0.75"})
	void averagePrecisionIsThatOfPascalVoc(String iou) throws IOException {
		Path folder = SharedCases.path("metrics_padilla_voc");
		DetectionEvaluation evaluation =
				new DetectionEvaluation(List.of("person"), Double.parseDouble(iou), 0);
		for (int i = 1; i <= 7; i++) {
			List<Truth> truth = new ArrayList<>();
			List<Found> found = new ArrayList<>();
			List<Box> truthBoxes = new ArrayList<>(), foundBoxes = new ArrayList<>();
			String name = "0000" + i + ".txt";
			for (String line : Files.readAllLines(folder.resolve("groundtruths").resolve(name))) {
				truthBoxes.add(box(line.split(" "), 1));
				truth.add(new Truth(0, truthBoxes.get(truthBoxes.size() - 1).area()));
			}
			for (String line : Files.readAllLines(folder.resolve("detections").resolve(name))) {
				foundBoxes.add(box(line.split(" "), 2));
				found.add(
						new Found(
								0,
								foundBoxes.get(foundBoxes.size() - 1).area(),
								Double.parseDouble(line.split(" ")[1])));
			}
			evaluation.add(new ObjectImage(truth, found, Overlaps.ofBoxes(truthBoxes, foundBoxes)));
		}
		JsonObject expected = SharedCases.json(folder.resolve("expected.json")).getAsJsonObject();
		assertEquals(
				expected.getAsJsonObject("every_point").get(iou).getAsDouble(),
				StoredCases.value(evaluation, "VOCAP", Figure.ALL),
				1e-6);
		assertEquals(
				expected.getAsJsonObject("eleven_point").get(iou).getAsDouble(),
				StoredCases.value(evaluation, "VOCAP11", Figure.ALL),
				1e-6);
	}

	/** VOC's boxes hold their last pixel: ours end behind it. */
	private static Box box(String[] words, int at) {
		double x = Double.parseDouble(words[at]), y = Double.parseDouble(words[at + 1]);
		return new Box(
				x,
				y,
				x + Double.parseDouble(words[at + 2]) + 1,
				y + Double.parseDouble(words[at + 3]) + 1);
	}

	/**
	 * Objects at 0, 20, 40 ...; a prediction at p covers 10 pixels from p on, so it is right at a
	 * multiple of 20.
	 */
	private static ObjectImage row(int objects, Kind kind, double... positionsAndScores) {
		List<Truth> truth = new ArrayList<>();
		List<Found> found = new ArrayList<>();
		List<Box> truthBoxes = new ArrayList<>(), foundBoxes = new ArrayList<>();
		for (int i = 0; i < objects; i++) {
			truth.add(new Truth(0, 100, kind));
			truthBoxes.add(new Box(20 * i, 0, 20 * i + 10, 10));
		}
		for (int i = 0; i < positionsAndScores.length; i += 2) {
			found.add(new Found(0, 100, positionsAndScores[i + 1]));
			foundBoxes.add(new Box(positionsAndScores[i], 0, positionsAndScores[i] + 10, 10));
		}
		return new ObjectImage(truth, found, Overlaps.ofBoxes(truthBoxes, foundBoxes));
	}

	private static DetectionEvaluation of(double confidence, ObjectImage... images) {
		DetectionEvaluation evaluation = new DetectionEvaluation(List.of("cell"), 0.5, confidence);
		for (ObjectImage image : images) evaluation.add(image);
		return evaluation;
	}

	@Test
	void precisionRecallAndF1CountFromTheConfidenceOn() {
		DetectionEvaluation evaluation =
				of(0.5, row(3, Kind.OBJECT, 0, 0.9, 20, 0.5, 40, 0.4, 100, 0.6, 120, 0.1));
		assertEquals(2 / 3.0, StoredCases.value(evaluation, "Precision", Figure.ALL), 1e-12);
		assertEquals(2 / 3.0, StoredCases.value(evaluation, "Recall", "cell"), 1e-12);
		assertEquals(2 / 3.0, evaluation.headline().value(), 1e-12);
	}

	@Test
	void aSecondPredictionOfAnObjectIsWrong() {
		assertEquals(
				0.5,
				StoredCases.value(of(0, row(1, Kind.OBJECT, 0, 0.9, 1, 0.8)), "Precision", "cell"));
	}

	@Test
	void whatIsDifficultOrACrowdNeedNotBeFoundAndIsNoMistake() {
		for (Kind kind : List.of(Kind.DIFFICULT, Kind.CROWD)) {
			DetectionEvaluation evaluation =
					of(0, row(1, Kind.OBJECT, 0, 0.3), row(2, kind, 0, 0.9, 1, 0.8));
			for (String name : List.of("Precision", "Recall", "F1", "VOCAP", "VOCAP11", "FROC"))
				assertEquals(
						1,
						StoredCases.value(evaluation, name, Figure.ALL),
						1e-12,
						name + " " + kind);
		}
	}

	/**
	 * Two images, four objects; at 1 wrong prediction an image (2 in all) three objects are found.
	 */
	@Test
	void sensitivityIsReadWhereSoManyPredictionsAnImageAreWrong() {
		DetectionEvaluation evaluation =
				of(
						0,
						row(2, Kind.OBJECT, 0, 0.9, 100, 0.8, 20, 0.7),
						row(2, Kind.OBJECT, 100, 0.6, 0, 0.5, 120, 0.4, 20, 0.3));
		assertEquals(3 / 4.0, StoredCases.value(evaluation, "SensitivityAt1", "cell"));
		double froc = (0.25 + 0.25 + 0.5 + 0.75 + 1 + 1 + 1) / 7;
		assertEquals(froc, StoredCases.value(evaluation, "FROC", "cell"), 1e-12);
	}

	@Test
	void theBestConfidenceLiesBetweenTheWeakestAcceptedAndTheNext() {
		DetectionEvaluation evaluation =
				of(0, row(3, Kind.OBJECT, 0, 0.93, 20, 0.71, 40, 0.4567, 100, 0.4512, 120, 0.2));
		assertArrayEquals(new double[] {0.456}, evaluation.bestConfidences(), 1e-12);
	}

	@Test
	void nothingThereAndNothingFoundIsNotANumberAndNothingFoundIsNull() {
		for (Figure figure : of(0, row(0, Kind.OBJECT)).figures())
			assertTrue(Double.isNaN(figure.value()), figure.metric().name());
		DetectionEvaluation missed = of(0, row(2, Kind.OBJECT));
		for (String name : List.of("Recall", "F1", "VOCAP", "VOCAP11", "FROC"))
			assertEquals(0, StoredCases.value(missed, name, "cell"), name);
		assertTrue(Double.isNaN(StoredCases.value(missed, "Precision", "cell")));
		assertEquals(0, StoredCases.value(of(0, row(0, Kind.OBJECT, 0, 0.5)), "F1", "cell"));
	}

	@Test
	void aScoreThatIsNoNumberCountsAsNull() {
		assertEquals(
				1,
				StoredCases.value(
						of(0, row(1, Kind.OBJECT, 0, 0.9, 100, Double.NaN)), "VOCAP", "cell"));
		assertEquals(1, IntStream.of(row(1, Kind.OBJECT, 0, Double.NaN).byScore()).count());
	}
}
