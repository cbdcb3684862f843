package triptych.metrics.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import triptych.core.Box;
import triptych.metrics.Figure;
import triptych.metrics.StoredCases;

class ErrorEvaluationTest {

	private static final List<String> CLASSES = List.of("a", "b");

	/**
	 * @param found for each prediction its class, left and right edge and score; boxes are 10 high
	 */
	private static ErrorEvaluation of(double[][] truth, double[]... found) {
		return of(0, truth, found);
	}

	private static ErrorEvaluation of(double confidence, double[][] truth, double[]... found) {
		List<Truth> truths = new ArrayList<>();
		List<Found> founds = new ArrayList<>();
		List<Box> truthBoxes = new ArrayList<>(), foundBoxes = new ArrayList<>();
		for (double[] t : truth) {
			truths.add(new Truth((int) t[0], 100));
			truthBoxes.add(new Box(t[1], 0, t[2], 10));
		}
		for (double[] f : found) {
			founds.add(new Found((int) f[0], 100, f[3]));
			foundBoxes.add(new Box(f[1], 0, f[2], 10));
		}
		ErrorEvaluation evaluation =
				new ErrorEvaluation(CLASSES, new double[] {confidence, confidence});
		evaluation.add(new ObjectImage(truths, founds, Overlaps.ofBoxes(truthBoxes, foundBoxes)));
		return evaluation;
	}

	private static void assertOnly(ErrorKind kind, double gain, ErrorEvaluation evaluation) {
		for (ErrorKind each : ErrorKind.values())
			assertEquals(
					each == kind ? 1 : 0,
					StoredCases.value(evaluation, each.title() + "Errors", Figure.ALL),
					each.title());
		assertEquals(gain, StoredCases.value(evaluation, kind.title() + "Gain", Figure.ALL), 1e-12);
		if (gain > 0) assertEquals(kind.title() + "Gain", evaluation.headline().metric().name());
	}

	private static final double[][] ONE = {{0, 0, 10}};

	@Test
	void anObjectOfAnotherClassIsAClassError() {
		assertOnly(ErrorKind.CLASS, 1, of(ONE, new double[] {1, 0, 10, 0.9}));
	}

	@Test
	void aLooseBoxIsALocationError() {
		assertOnly(ErrorKind.LOCATION, 1, of(ONE, new double[] {0, 6, 16, 0.9}));
	}

	@Test
	void aSecondBoxIsADuplicate() {
		assertOnly(
				ErrorKind.DUPLICATE,
				0,
				of(ONE, new double[] {0, 0, 10, 0.9}, new double[] {0, 1, 11, 0.8}));
	}

	@Test
	void aStrongBoxWhereNothingIsIsBackground() {
		assertOnly(
				ErrorKind.BACKGROUND,
				0.5,
				of(ONE, new double[] {0, 50, 60, 0.9}, new double[] {0, 0, 10, 0.8}));
	}

	@Test
	void anObjectThatNothingComesNearIsMissed() {
		ErrorEvaluation evaluation =
				of(new double[][] {{0, 0, 10}, {0, 30, 40}}, new double[] {0, 0, 10, 0.9});
		assertOnly(ErrorKind.MISSED, 1 - 51 / 101.0, evaluation);
	}

	/** As F1 and the other counts do; average precision, and so the gains, go through all scores. */
	@Test
	void weakPredictionsAreNotAmongTheErrorsThatAreCounted() {
		double[] weakBackground = {0, 50, 60, 0.3}, weakFind = {0, 0, 10, 0.2};
		assertOnly(ErrorKind.BACKGROUND, 0.5, of(ONE, weakBackground, weakFind));
		ErrorEvaluation strong = of(0.25, ONE, weakBackground, weakFind);
		assertEquals(1, StoredCases.value(strong, "BackgroundErrors", "a"));
		assertEquals(1, StoredCases.value(strong, "MissedErrors", "a"), "found by a weak one only");
		ErrorEvaluation none = of(0.5, ONE, weakBackground, weakFind);
		assertEquals(0, StoredCases.value(none, "BackgroundErrors", Figure.ALL));
		assertEquals(1, StoredCases.value(none, "MissedErrors", Figure.ALL));
		assertEquals(0.5, StoredCases.value(none, "BackgroundGain", Figure.ALL), 1e-12);
		assertTrue(none.figures().get(4).metric().definition().contains("from confidence 0.5 on"));
	}

	@Test
	void aLooseBoxOfAnotherClassIsBothAndItsObjectMissed() {
		ErrorEvaluation evaluation = of(ONE, new double[] {1, 6, 16, 0.9});
		assertEquals(1, StoredCases.value(evaluation, "BothErrors", "b"));
		assertEquals(1, StoredCases.value(evaluation, "MissedErrors", "a"));
	}

	/**
	 * Mended, the stronger of two would find the object, and the other would vanish: not both be
	 * right.
	 */
	@Test
	void anObjectIsFoundOnceHoweverManyAreMended() {
		ErrorEvaluation evaluation =
				of(ONE, new double[] {0, 6, 16, 0.9}, new double[] {0, -6, 4, 0.8});
		assertEquals(2, StoredCases.value(evaluation, "LocationErrors", "a"));
		assertEquals(0, StoredCases.value(evaluation, "MissedErrors", "a"));
		assertEquals(1, StoredCases.value(evaluation, "LocationGain", Figure.ALL), 1e-12);
	}

	/** Crowds, equal scores, classes without objects: counted by an independent script. */
	@Test
	void kindsAndGainsAreThoseOfAnIndependentCount() throws IOException {
		JsonElement truth = StoredCases.read("coco-truth.json");
		CocoCase data = CocoCase.read(truth, StoredCases.read("coco-bbox.json"), false);
		ErrorEvaluation evaluation = new ErrorEvaluation(data.classNames());
		data.images(false).forEach(evaluation::add);
		JsonObject expected =
				StoredCases.read("coco-expected.json").getAsJsonObject().getAsJsonObject("errors");
		assertEquals(12, expected.size());
		for (String name : expected.keySet())
			assertEquals(
					expected.get(name).getAsDouble(),
					StoredCases.value(evaluation, name, Figure.ALL),
					1e-9,
					name);
	}

	@Test
	void noImagesAndEmptyImagesGiveNoGain() {
		for (ErrorEvaluation evaluation :
				Arrays.asList(new ErrorEvaluation(CLASSES), of(new double[0][])))
			for (Figure figure : evaluation.figures())
				assertTrue(
						figure.metric().name().endsWith("Gain")
								? Double.isNaN(figure.value())
								: figure.value() == 0,
						figure.metric().name());
	}
}
