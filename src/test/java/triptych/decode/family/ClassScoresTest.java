package triptych.decode.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.core.UnfitPrediction;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

class ClassScoresTest {

	private static final List<String> ABC = List.of("a", "b", "c");

	private static ModelSpec model(List<String> classes, String... parameters) {
		return Outputs.model(Task.CLASSIFICATION, classes, Layout.NCHW, "class-scores", parameters);
	}

	private static Classification decode(ModelSpec model, Tensor out) {
		return Outputs.decode(model, Outputs.limits(0), Outputs.same(1, 1), out).as(Classification.class);
	}

	private static double[] scores(Classification c) {
		return c.scores().stream().mapToDouble(s -> s.score()).toArray();
	}

	@Test
	void softmaxOfLargeLogitsStaysFinite() {
		Classification c = decode(model(ABC, "activation", "softmax"), Outputs.tensor(new long[] { 1, 3 }, 1000, 1001, -1000));
		double e = Math.exp(1);
		assertArrayEquals(new double[] { 1 / (1 + e), e / (1 + e), 0 }, scores(c), 1e-9);
		assertArrayEquals(new double[] { 1000, 1001, -1000 }, c.logits());
		assertFalse(c.multiLabel());
	}

	@Test
	void sigmoidJudgesEachClassByItself() {
		Classification c = decode(model(ABC, "activation", "sigmoid"), Outputs.tensor(new long[] { 1, 3, 1, 1 }, 0, 2, -2));
		assertArrayEquals(new double[] { 0.5, 1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(2)) }, scores(c), 1e-9);
		assertTrue(c.multiLabel());
	}

	@Test
	void readyScoresHaveNoLogit() {
		Classification c = decode(model(ABC, "activation", "none"), Outputs.tensor(new long[] { 3 }, 0.5f, 0.25f, 0.25f));
		assertArrayEquals(new double[] { 0.5, 0.25, 0.25 }, scores(c));
		assertTrue(Double.isNaN(c.logits()[0]));
	}

	@Test
	void aMissingOrUnknownActivationIsTold() {
		for (String[] parameters : new String[][] { {}, { "activation", "relu" } }) {
			TriptychException e = assertThrows(TriptychException.class, () -> decode(model(ABC, parameters), Outputs.tensor(
				new long[] { 1, 3 }, new float[3])));
			assertTrue(e.getMessage().contains("softmax, sigmoid or none"), e.getMessage());
		}
	}

	@Test
	void aNumberOfScoresThatIsNotTheNumberOfClassesIsTold() {
		TriptychException e = assertThrows(TriptychException.class, () -> decode(model(ABC, "activation", "none"), Outputs
			.tensor(new long[] { 1, 4 }, new float[4])));
		assertTrue(e.getMessage().contains("4 scores") && e.getMessage().contains("3 classes"), e.getMessage());
	}

	@Test
	void classesWithoutNamesAreNumbered() {
		Classification c = decode(model(List.of(), "activation", "none"), Outputs.tensor(new long[] { 1, 2 }, 0, 1));
		assertEquals(List.of("class-0", "class-1"), c.scores().stream().map(s -> s.className()).toList());
	}

	@Test
	void mapsAreNoClassScores() {
		assertThrows(TriptychException.class, () -> decode(model(ABC, "activation", "none"), Outputs.tensor(new long[] { 1, 3,
			2 }, new float[6])));
	}

	@Test
	void aPredictionOfAnotherKindTellsItsTask() {
		Classification c = decode(model(ABC, "activation", "none"), Outputs.tensor(new long[] { 1, 3 }, new float[3]));
		UnfitPrediction e = assertThrows(UnfitPrediction.class, () -> c.as(Detections.class));
		assertEquals(Task.CLASSIFICATION, e.task());
	}

	@Test
	void anUnknownDecoderListsTheKnownOnes() {
		ModelSpec model = Outputs.model(Task.CLASSIFICATION, ABC, Layout.NCHW, "class-score");
		TriptychException e = assertThrows(TriptychException.class, () -> ModelFamilies.decoder(model, Outputs.limits(0)));
		assertTrue(e.getMessage().contains("; known are class-scores, yolo, "), e.getMessage());
	}
}
