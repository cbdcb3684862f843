package triptych.decode.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Thresholds;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Planted queries on 8 x 4 pixels, of which sky and grass are stuff. */
class MaskSceneTest {

	private static final int WIDTH = 8, HEIGHT = 4, CAR = 0, SKY = 1, GRASS = 2, NONE = 3;

	/** Pixels of a query: x1, y1, x2, y2. */
	private record Query(int classId, double score, int... rectangle) {}

	private static final Query SKY_LEFT = new Query(SKY, 0.7, 0, 0, 4, 2);
	private static final Query SKY_RIGHT = new Query(SKY, 0.8, 4, 0, 8, 2);
	private static final Query GRASS_ALL = new Query(GRASS, 0.6, 0, 2, 8, 4);

	@Test
	void everyPixelGoesToTheStrongestQueryAndStuffIsOneSegment() {
		LabelMap map = scene(0.5, GRASS_ALL, SKY_LEFT, new Query(CAR, 0.9, 5, 1, 7, 4), SKY_RIGHT,
			new Query(CAR, 0.95, 0, 2, 2, 4));
		assertArrayEquals(rows("33333333", "33333113", "22444114", "22444114"), map.ids());
		assertEquals(List.of("car 0.9 true", "car 0.95 true", "sky 0.8 false", "grass 0.6 false"),
			map.segments().stream().map(MaskSceneTest::told).toList());
	}

	@Test
	void whatIsNotNamedAsStuffIsAThingOfItsOwn() {
		LabelMap map = decode(model(), limits(0.5), GRASS_ALL, SKY_LEFT, SKY_RIGHT);
		assertArrayEquals(rows("11112222", "11112222", "33333333", "33333333"), map.ids());
		assertTrue(map.segments().stream().allMatch(Segment::thing));
	}

	@Test
	void aQueryThatKeepsTooLittleOfItsMaskGoes() {
		Query below = new Query(CAR, 0.75, 0, 0, 4, 1), above = new Query(CAR, 0.9, 1, 0, 4, 1);
		assertEquals(3, scene(0.25, SKY_LEFT, below, above).segments().size(),
			"a share that is met is enough");
		LabelMap all = scene(0.26, SKY_LEFT, below, above, GRASS_ALL);
		assertEquals(List.of("car", "sky", "grass"),
			all.segments().stream().map(s -> s.best().className()).toList());
		assertEquals(0, all.ids()[0], "its pixels stay empty");
	}

	@Test
	void pixelsBelowTheCutoffStayEmptyWhereTheModelSaysSo() {
		Query all = new Query(SKY, 0.9, 0, 0, 8, 4), part = new Query(SKY, 0.9, 0, 0, 4, 4);
		assertTrue(contains(decode(model("weak-pixels", "yes"), limits(0.5), part).ids(), 0) == false);
		assertTrue(contains(decode(model("weak-pixels", "no"), limits(0.5), part).ids(), 0));
		assertTrue(!contains(decode(model("weak-pixels", "no"), limits(0.5), all).ids(), 0));
	}

	private static boolean contains(int[] ids, int id) {
		return Arrays.stream(ids).anyMatch(i -> i == id);
	}

	@Test
	void noObjectAndWeakQueriesAreLeftOut() {
		LabelMap map = scene(0.5, new Query(NONE, 0.9, 0, 0, 8, 4), new Query(CAR, 0.45, 0, 0, 8, 4));
		assertTrue(map.isEmpty());
		assertEquals(List.of(), map.segments());
	}

	@Test
	void aClassThatIsNotThereIsTold() {
		TriptychException e = assertThrows(TriptychException.class,
			() -> decode(model("stuff", "7"), limits(0.5), GRASS_ALL));
		assertTrue(e.getMessage().contains("the key stuff is \"7\""), e.getMessage());
	}

	private static String told(Segment s) {
		return s.best().className() + " " + Math.round(s.best().score() * 100) / 100.0 + " "
			+ s.thing();
	}

	private static LabelMap scene(double share, Query... queries) {
		return decode(model("stuff", "1, 2"), limits(share), queries);
	}

	private static Thresholds limits(double share) {
		Thresholds any = Outputs.limits(0.5);
		return new Thresholds(any.confidence(), any.byClass(), any.overlap(), any.suppression(),
			any.cutoff(), share);
	}

	private static ModelSpec model(String... parameters) {
		return Outputs.model(Task.PANOPTIC_SEGMENTATION, List.of("car", "sky", "grass"), Layout.NCHW,
			"maskformer", parameters);
	}

	private static LabelMap decode(ModelSpec model, Thresholds limits, Query... queries) {
		float[] logits = new float[queries.length * 4], masks = new float[queries.length * 32];
		Arrays.fill(masks, -3);
		for (int q = 0; q < queries.length; q++) {
			Query query = queries[q];
			for (int k = 0; k < 4; k++)
				logits[4 * q + k] = (float) Math
					.log(k == query.classId() ? query.score() : (1 - query.score()) / 3);
			int[] r = query.rectangle();
			for (int y = r[1]; y < r[3]; y++)
				Arrays.fill(masks, (q * HEIGHT + y) * WIDTH + r[0], (q * HEIGHT + y) * WIDTH + r[2], 3);
		}
		Tensor classes = Outputs.tensor(new long[]{ 1, queries.length, 4 }, logits);
		Tensor maps = Outputs.tensor(new long[]{ 1, queries.length, HEIGHT, WIDTH }, masks);
		return Outputs.decode(model, limits, Outputs.same(WIDTH, HEIGHT), classes, maps)
			.as(LabelMap.class);
	}

	private static int[] rows(String... rows) {
		return String.join("", rows).chars().map(c -> c - '0').toArray();
	}
}
