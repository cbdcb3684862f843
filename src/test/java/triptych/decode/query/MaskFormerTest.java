package triptych.decode.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.Placement;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Planted queries: what is kept, with which class, score and pixels. */
class MaskFormerTest {

	private static final ModelSpec MODEL = Outputs.model(Task.INSTANCE_SEGMENTATION,
		List.of("cat", "dog"), Layout.NCHW, "maskformer");

	/** Logits of softmax scores. */
	private static float[] logits(double... scores) {
		float[] logits = new float[scores.length];
		for (int i = 0; i < scores.length; i++)
			logits[i] = (float) Math.log(scores[i]);
		return logits;
	}

	/** For each query the rectangle x1, y1, x2, y2 with the logit 3, and -3 around it. */
	private static Tensor masks(int size, int[]... rectangles) {
		float[] values = new float[rectangles.length * size * size];
		Arrays.fill(values, -3);
		for (int q = 0; q < rectangles.length; q++)
			for (int y = rectangles[q][1]; y < rectangles[q][3]; y++)
				Arrays.fill(values, (q * size + y) * size + rectangles[q][0],
					(q * size + y) * size + rectangles[q][2], 3);
		return Outputs.tensor(new long[]{ 1, rectangles.length, size, size }, values);
	}

	private static List<Detection> decode(Placement placement, Tensor... outputs) {
		return Outputs.decode(MODEL, Outputs.limits(0.5), placement, outputs)
			.as(Detections.class)
			.items();
	}

	@Test
	void aQueryIsItsClassItsScoreAndItsPixels() {
		Tensor classes = Outputs.tensor(new long[]{ 1, 3, 3 },
			logits(0.6, 0.2, 0.2, 0.05, 0.9, 0.05, 0.2, 0.1, 0.7));
		List<Detection> found = decode(Outputs.same(20, 20), classes,
			masks(20, new int[]{ 2, 3, 6, 9 }, new int[]{ 10, 10, 20, 20 }, new int[]{ 0, 0, 5, 5 }));
		assertEquals(2, found.size(), "the third query is no object");
		assertEquals("dog", found.get(0).best().className());
		double sure = 1 / (1 + Math.exp(-3));
		assertEquals(0.9 * sure, found.get(0).best().score(), 1e-6);
		assertEquals(0.6 * sure, found.get(1).best().score(), 1e-6);
		Mask cat = (Mask) found.get(1).region();
		assertEquals(List.of(2, 3, 4, 6, 24.0),
			List.of(cat.x(), cat.y(), cat.width(), cat.height(), cat.area()));
	}

	@Test
	void aSmallMapIsBroughtToTheImageBeforeItIsCut() {
		Tensor classes = Outputs.tensor(new long[]{ 1, 1, 3 }, logits(0.9, 0.05, 0.05));
		// An image of 32 x 16 in the upper half of an input of 64 x 64, whose maps are 16 x 16.
		Placement placement = new Placement(2, 2, 0, 0, 32, 16, 64, 64);
		List<Detection> found = decode(placement, classes, masks(16, new int[]{ 4, 2, 12, 6 }));
		Mask mask = (Mask) found.get(0).region();
		assertEquals(List.of(8, 4, 16, 8, 128.0),
			List.of(mask.x(), mask.y(), mask.width(), mask.height(), mask.area()));
	}

	@Test
	void aMaskThatIsUnsureMakesTheScoreLess() {
		Tensor classes = Outputs.tensor(new long[]{ 1, 1, 3 }, logits(0.9, 0.05, 0.05));
		float[] faint = new float[16];
		Arrays.fill(faint, 0.1f);
		Tensor masks = Outputs.tensor(new long[]{ 1, 1, 4, 4 }, faint);
		assertTrue(decode(Outputs.same(4, 4), classes, masks).isEmpty());
		assertEquals("The strongest candidate (cat) scored 0.47, below confidence=0.5",
			ModelFamilies.decoder(MODEL, Outputs.limits(0.5))
				.closest(List.of(classes, masks), Outputs.same(4, 4))
				.orElseThrow()
				.sentence());
	}

	@Test
	void whatIsNoQueryIsTold() {
		Tensor classes = Outputs.tensor(new long[]{ 1, 1, 4 }, logits(0.9, 0.04, 0.03, 0.03));
		String sentence = sentence(classes, masks(4, new int[]{ 0, 0, 2, 2 }));
		assertTrue(sentence.contains("scores for 3 classes, but its description names 2"), sentence);
		Tensor two = Outputs.tensor(new long[]{ 1, 2, 3 }, new float[6]);
		sentence = sentence(two, masks(4, new int[]{ 0, 0, 2, 2 }));
		assertTrue(sentence.contains("are no logits [1, queries, classes + 1] and masks"), sentence);
		Tensor none = Outputs.tensor(new long[]{ 1, 1, 3 }, Float.NaN, 0, 0);
		sentence = sentence(none, masks(4, new int[]{ 0, 0, 2, 2 }));
		assertTrue(sentence.contains("no numbers (NaN)"), sentence);
	}

	private static String sentence(Tensor... outputs) {
		return assertThrows(TriptychException.class, () -> decode(Outputs.same(4, 4), outputs))
			.getMessage();
	}
}
