package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.table.Table;
import triptych.result.Result;

/** Whole images with known mean colours: logits, scores and what is accepted. */
class ClassesTest {

	private static final Color MIXED = new Color(51, 255, 102);

	private static Table classify(ImagePlus image, String model, String keys) {
		return Triptych.classify(image, Planted.model(model) + keys).table();
	}

	private static Table classify(ImagePlus image, String model) {
		return classify(image, model, "");
	}

	/** Scores of green, blue, red: softmax of 10, 4, 2. */
	private static void checkMixed(Table table, double tolerance) {
		assertEquals(List.of("green", "blue", "red"), Planted.column(table, "Class"));
		assertEquals(List.of(1, 2, 3), Planted.column(table, "Rank"));
		assertEquals(List.of(1, 0, 0), Planted.column(table, "Accepted"));
		double sum = Math.exp(10) + Math.exp(4) + Math.exp(2);
		double[] logits = { 10, 4, 2 };
		for (int i = 0; i < 3; i++)
			assertEquals(Math.exp(logits[i]) / sum, Planted.number(table, i, "Score"), tolerance);
	}

	@ParameterizedTest
	@CsvSource({ "classes, 1e-5, 1e-3", "classes_fp16, 1e-3, 0.02", "classes_uint8_nhwc, 1e-5, 1e-3",
		"classes_int64, 1e-9, 0", "external_ok, 1e-5, 1e-3" })
	void everyTensorTypeGivesTheSameScoresAndLogits(String model, double scoreTolerance, double logitTolerance) {
		for (int[] size : new int[][] { { 64, 64 }, { 157, 211 }, { 1, 1 } }) {
			Table table = classify(Planted.filled(size[0], size[1], MIXED), model);
			checkMixed(table, scoreTolerance);
			double[] logits = { 10, 4, 2 };
			for (int i = 0; i < 3; i++)
				assertEquals(logits[i], Planted.number(table, i, "Logit"), logitTolerance + 1e-9);
		}
	}

	@Test
	void scoresOfASoftmaxInsideTheModelAreTakenAsTheyAre() {
		Table table = classify(Planted.filled(64, 64, MIXED), "classes_softmax_4d");
		checkMixed(table, 1e-5);
		assertTrue(Double.isNaN(Planted.number(table, 0, "Logit")), "a model that gives scores has no logits");
	}

	@Test
	void blueGreenRedModelsGetTheirOrderAndMean() {
		Table table = classify(Planted.filled(50, 70, Color.RED), "classes_bgr");
		assertEquals(List.of("red", "blue", "green"), Planted.column(table, "Class"));
		double[] logits = { 5.2528, -4.15756, -4.67116 };
		for (int i = 0; i < 3; i++)
			assertEquals(logits[i], Planted.number(table, i, "Logit"), 1e-3);
	}

	@Test
	void severalClassesAtOnceAreEachAccepted() {
		ImagePlus image = Planted.black(64, 64);
		Planted.fill(image, Color.RED, 0, 0, 64, 32);
		Planted.fill(image, Color.BLUE, 0, 32, 64, 54);
		Table table = classify(image, "classes_sigmoid");
		assertEquals(List.of("red", "blue", "green"), Planted.column(table, "Class"));
		assertEquals(List.of(1, 1, 0), Planted.column(table, "Accepted"));
		assertEquals(1 / (1 + Math.exp(-5)), Planted.number(table, 0, "Score"), 1e-4);
		assertEquals(1 / (1 + Math.exp(-20 * (22 / 64.0 - 0.25))), Planted.number(table, 1, "Score"), 1e-4);
		assertEquals(1 / (1 + Math.exp(5)), Planted.number(table, 2, "Score"), 1e-4);
		assertEquals(List.of(1, 0, 0), Planted.column(classify(image, "classes_sigmoid", "mode=single"), "Accepted"));
		assertEquals(List.of(1, 0, 0), Planted.column(classify(image, "classes_sigmoid", "accept=0.9"), "Accepted"));
		assertEquals(List.of(0, 1, 1), Planted.column(classify(image, "classes_sigmoid",
			"thresholds=green:0.001,red:0.999"), "Accepted"));
	}

	@Test
	void anAnswerBelowAcceptIsNone() {
		ImagePlus grey = Planted.filled(64, 64, Color.GRAY);
		assertEquals(List.of(1, 0, 0), Planted.column(classify(grey, "classes"), "Accepted"));
		Result rejected = Triptych.classify(grey, Planted.model("classes") + "accept=0.4");
		assertEquals(List.of(0, 0, 0), Planted.column(rejected.table(), "Accepted"));
		assertTrue(rejected.summary().contains("not accepted"), rejected.summary());
		assertEquals(List.of(0, 0, 0), Planted.column(classify(Planted.filled(64, 64, MIXED), "classes",
			"thresholds=green:0.9999"), "Accepted"));
	}

	@Test
	void multiOnAModelOfOneAnswerJudgesEachClass() {
		Table table = classify(Planted.filled(64, 64, Color.GRAY), "classes", "mode=multi thresholds=blue:0.3,red:0.3");
		List<Object> classes = Planted.column(table, "Class"), accepted = Planted.column(table, "Accepted");
		for (int i = 0; i < 3; i++)
			assertEquals(classes.get(i).equals("green") ? 0 : 1, accepted.get(i), classes.get(i).toString());
	}

	@Test
	void topLimitsTheRows() {
		assertEquals(2, classify(Planted.filled(64, 64, MIXED), "classes", "top=2").rows().size());
		assertEquals(3, classify(Planted.filled(64, 64, MIXED), "classes", "top=1000").rows().size());
	}
}
