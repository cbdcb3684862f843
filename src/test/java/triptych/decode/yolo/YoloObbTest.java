package triptych.decode.yolo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Placement;
import triptych.core.Region.RotatedBox;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Planted tensors in the layouts that Ultralytics documents for its exports of rotated boxes. */
class YoloObbTest {

	private static ModelSpec model(String layout) {
		return Outputs.model(Task.DETECTION, List.of("ship", "plane"), Layout.NCHW, "yolo-obb",
			"layout", layout);
	}

	/** Rows of centre, size, two class scores and angle, laid out column by column. */
	private static Tensor columns(float[]... rows) {
		float[] values = new float[7 * rows.length];
		for (int i = 0; i < rows.length; i++)
			for (int k = 0; k < 7; k++)
				values[k * rows.length + i] = rows[i][k];
		return Outputs.tensor(new long[]{ 1, 7, rows.length }, values);
	}

	private static float[] row(double... values) {
		float[] row = new float[values.length];
		for (int i = 0; i < row.length; i++)
			row[i] = (float) values[i];
		return row;
	}

	private static List<Detection> decode(String layout, Placement placement, Tensor out) {
		return Outputs.decode(model(layout), Outputs.limits(0.25), placement, out)
			.as(Detections.class)
			.items();
	}

	private static void assertBox(double x, double y, double length, double breadth, double angle,
		Detection found)
	{
		RotatedBox box = (RotatedBox) found.region();
		assertEquals(x, box.x(), 1e-4);
		assertEquals(y, box.y(), 1e-4);
		assertEquals(length, box.length(), 1e-4);
		assertEquals(breadth, box.breadth(), 1e-4);
		assertEquals(0, Math.sin(angle - box.angle()), 1e-5, "a half turn is the same box");
	}

	@Test
	void columnsBecomeBoxesWhoseLongSideHasTheAngle() {
		List<Detection> found = decode("columns", Outputs.same(200, 200),
			columns(row(50, 60, 40, 10, 0.9, 0.1, 0.5), row(120, 30, 8, 30, 0.2, 0.7, 0.25),
				row(20, 20, 9, 9, 0.1, 0.2, 0)));
		assertEquals(2, found.size());
		assertBox(50, 60, 40, 10, 0.5, found.get(0));
		assertBox(120, 30, 30, 8, 0.25 + Math.PI / 2, found.get(1));
		assertEquals("plane", found.get(1).best().className());
	}

	@Test
	void endToEndRowsAreTakenAsTheyAre() {
		Tensor out = Outputs.tensor(new long[]{ 1, 3, 7 }, 50, 60, 40, 10, 0.9f, 1, 0.5f, 51, 60, 40,
			10, 0.8f, 1, 0.5f, 0, 0, 0, 0, 0, 0, 0);
		List<Detection> found = decode("end-to-end", Outputs.same(200, 200), out);
		assertEquals(2, found.size(), "the model has suppressed already");
		assertBox(50, 60, 40, 10, 0.5, found.get(0));
		assertEquals("plane", found.get(0).best().className());
	}

	/** Side by side and slanted: their upright boxes overlap by two thirds. */
	@Test
	void slantedNeighboursStayAndDoublesGo() {
		double a = Math.PI / 4;
		Tensor out = columns(row(60, 60, 60, 8, 0.9, 0, a), row(68, 52, 60, 8, 0.8, 0, a),
			row(61, 60, 60, 8, 0.7, 0, a), row(61, 60, 60, 8, 0.1, 0.6, a));
		List<Detection> found = decode("columns", Outputs.same(200, 200), out);
		assertEquals(List.of("ship", "ship", "plane"),
			found.stream().map(d -> d.best().className()).toList());
		Thresholds any = new Thresholds(0.25, Map.of(), 0.45, Suppression.AGNOSTIC, 0.5);
		assertEquals(2, Outputs.decode(model("columns"), any, Outputs.same(200, 200), out)
			.as(Detections.class)
			.items()
			.size());
	}

	/** The formula of the paper for two boxes of one direction: only the distance is left. */
	@Test
	void theOverlapOfGaussiansIsThatOfThePaper() {
		RotatedBox box = new RotatedBox(0, 0, 12, 6, 0), moved = new RotatedBox(6, 0, 12, 6, 0);
		GaussianOverlap overlap = new GaussianOverlap(new RotatedBox[]{ box, moved, box });
		double bhattacharyya = 36 / (12.0 + 12) / 4;
		assertEquals(1 - Math.sqrt(1 - Math.exp(-bhattacharyya)), overlap.of(0, 1), 1e-5);
		assertEquals(1, overlap.of(0, 2), 1e-3);
		RotatedBox across = new RotatedBox(0, 0, 12, 6, Math.PI / 2);
		overlap = new GaussianOverlap(new RotatedBox[]{ box, across });
		double shape = Math.log(15 * 15 / (4 * 12 * 3.0)) / 2;
		assertEquals(1 - Math.sqrt(1 - Math.exp(-shape)), overlap.of(0, 1), 1e-5);
	}

	@Test
	void aLetterboxedImageGetsItsOwnPixelsAndASqueezedOneASentence() {
		Tensor out = columns(row(50, 60, 40, 10, 0.9, 0.1, 0.5));
		List<Detection> found = decode("columns", new Placement(0.5, 0.5, 0, 20, 200, 120, 100, 100),
			out);
		assertBox(100, 80, 80, 20, 0.5, found.get(0));
		String sentence = assertThrows(TriptychException.class,
			() -> decode("columns", new Placement(0.5, 1, 0, 0, 200, 100, 100, 100), out))
			.getMessage();
		assertTrue(sentence.contains("fit must be letterbox, pad or scale"), sentence);
	}

	@Test
	void nothingTellsTheStrongestCandidate() {
		assertEquals("The strongest candidate (plane) scored 0.2, below confidence=0.25",
			ModelFamilies.decoder(model("columns"), Outputs.limits(0.25))
				.closest(List.of(columns(row(20, 20, 9, 9, 0.1, 0.2, 0))), Outputs.same(200, 200))
				.orElseThrow()
				.sentence());
	}
}
