package triptych.pipeline.join;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.decode.Decoder;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;

/** Planted predictors on a plane of 7 x 4 whose pixel i has the value i. */
class MirroredTest {

	private static final int WIDTH = 7, HEIGHT = 4;
	private static final Thresholds LIMITS = new Thresholds(0.5, Map.of(), 0.45,
		Suppression.PER_CLASS, 0.5);
	private static final Decoder NONE = (outputs, placement) -> null;

	private static final Plane PLANE = new Plane() {

		@Override
		public int width() {
			return WIDTH;
		}

		@Override
		public int height() {
			return HEIGHT;
		}

		@Override
		public int channels() {
			return 2;
		}

		@Override
		public double maxValue() {
			return 255;
		}

		@Override
		public boolean colour() {
			return false;
		}

		@Override
		public String channelName(int c) {
			return "";
		}

		@Override
		public void read(int x, int y, int w, int h, float[] into) {
			for (int c = 0, k = 0; c < 2; c++)
				for (int j = 0; j < h; j++)
					for (int i = 0; i < w; i++, k++)
						into[k] = 100 * c + (y + j) * WIDTH + x + i;
		}
	};

	@ParameterizedTest
	@EnumSource(Mirror.class)
	void aBlockOfAMirrorImageIsThatOfTheWholeOne(Mirror mirror) {
		float[] all = new float[2 * WIDTH * HEIGHT], part = new float[2 * 3 * 2];
		mirror.of(PLANE).read(0, 0, WIDTH, HEIGHT, all);
		mirror.of(PLANE).read(2, 1, 3, 2, part);
		for (int c = 0, k = 0; c < 2; c++)
			for (int j = 0; j < 2; j++)
				for (int i = 0; i < 3; i++, k++)
					assertEquals(all[(c * HEIGHT + 1 + j) * WIDTH + 2 + i], part[k]);
	}

	@ParameterizedTest
	@EnumSource(Mirror.class)
	void whatIsFoundInAMirrorImageLiesWhereItIsInThePlane(Mirror mirror) {
		Prediction pixel = find(17).apply(mirror, mirror.of(PLANE));
		Detections back = (Detections) mirror.back(pixel, WIDTH, HEIGHT);
		Mask mask = (Mask) back.items().get(0).region();
		assertEquals(List.of(3, 2, 1, 2),
			List.of(mask.x(), mask.y(), mask.width(), mask.height()));
		assertTrue(mask.holds(3, 2) && !mask.holds(3, 3), "the mask itself is mirrored too");
		LabelMap map = ((Detections) pixel).toLabelMap(WIDTH, HEIGHT);
		int[] ids = ((LabelMap) mirror.back(map, WIDTH, HEIGHT)).ids();
		for (int i = 0; i < ids.length; i++)
			assertEquals(i == 17 ? 1 : 0, ids[i]);
	}

	/** Finds the pixel of a value: a mask of it and of an empty pixel towards the larger values. */
	private static BiFunction<Mirror, Plane, Prediction> find(float value) {
		return (mirror, seen) -> {
			float[] all = new float[2 * WIDTH * HEIGHT];
			seen.read(0, 0, WIDTH, HEIGHT, all);
			int at = 0;
			while (all[at] != value)
				at++;
			boolean down = mirror == Mirror.DOWN || mirror == Mirror.BOTH;
			byte[] inside = down ? new byte[]{ 0, 1 } : new byte[]{ 1, 0 };
			Mask mask = new Mask(at % WIDTH, at / WIDTH - (down ? 1 : 0), 1, 2, inside);
			return new Detections(List.of(new Detection(mask, new ClassScore(0, "a", 0.7))));
		};
	}

	@Test
	void aModelWithoutASideGivesWhatItGivesWithoutMirrors() {
		Detections once = (Detections) find(17).apply(Mirror.NONE, PLANE);
		Detections joined = predict(find(17)).as(Detections.class);
		Mask mask = (Mask) joined.items().get(0).region();
		assertEquals(1, mask.area());
		assertTrue(mask.holds(3, 2));
		assertEquals(once.items().get(0).best().withDisagreement(0), joined.items().get(0).best());
	}

	@Test
	void scoresOfAModelThatLooksAtOneSideAreAveraged() {
		Classification joined = predict((mirror, seen) -> {
			float[] first = new float[2];
			seen.read(0, 0, 1, 1, first);
			double score = first[0] / 100;
			return new Classification(
				List.of(new ClassScore(0, "a", score), new ClassScore(1, "b", 1 - score)),
				new double[]{ 4 * score, Double.NaN }, false);
		}).as(Classification.class);
		// The corners have the values 0, 6, 21 and 27.
		assertEquals(0.135, joined.scores().get(0).score(), 1e-7);
		assertEquals(0.865, joined.scores().get(1).score(), 1e-7);
		assertEquals(0.27, joined.scores().get(0).disagreement(), 1e-7);
		assertEquals(0.54, joined.logits()[0], 1e-7);
		assertTrue(Double.isNaN(joined.logits()[1]));
	}

	@Test
	void anObjectThatOneViewAloneShowsGoes() {
		assertTrue(boxes(box(1, 0.9), null, null, null).isEmpty());
		Detection two = boxes(box(1, 0.9), null, box(1, 0.9), box(1, 0.9)).get(0);
		assertEquals(0.675, two.best().score(), 1e-9);
		assertEquals(0.25, two.best().disagreement(), 1e-9);
	}

	@Test
	void boxesAreAveragedByTheirScores() {
		Detection joined = boxes(box(1, 0.9), box(2, 0.3), box(1, 0.9), box(1, 0.9)).get(0);
		Box box = (Box) joined.region();
		assertEquals(1.1, box.x1(), 1e-9);
		assertEquals(21.1, box.x2(), 1e-9);
		assertEquals(0.75, joined.best().score(), 1e-9);
		assertTrue(joined.best().disagreement() > 0 && joined.best().disagreement() < 0.1);
	}

	/** Three scores of a tenth and one of three: sums of such doubles miss each other by a digit. */
	@Test
	void aPixelThatHalfOfTheViewsShowByTheirScoresIsOfTheObject() {
		Thresholds any = LIMITS.ofAnyScore();
		Detection whole = row(10, 0.3), shorter = row(9, 0.1);
		List<Detection> found = new MirroredObjects(any).joined(
			List.of(List.of(whole), List.of(shorter), List.of(shorter), List.of(shorter)));
		assertEquals(10, found.get(0).region().area());
		Detection weaker = row(10, 0.29);
		found = new MirroredObjects(any).joined(
			List.of(List.of(weaker), List.of(shorter), List.of(shorter), List.of(shorter)));
		assertEquals(9, found.get(0).region().area());
	}

	private static Detection row(int width, double score) {
		byte[] inside = new byte[width];
		Arrays.fill(inside, (byte) 1);
		return new Detection(new Mask(3, 4, width, 1, inside), new ClassScore(0, "a", score));
	}

	@Test
	void neighboursAreNotJoined() {
		assertEquals(0, boxes(box(1, 0.9), box(12, 0.9), null, null).size());
		assertEquals(2, boxes2(List.of(box(1, 0.9), box(12, 0.8))).size());
	}

	@Test
	void regionsWithoutScoresAreWhatMostViewsSay() {
		LabelMap joined = predict((mirror, seen) -> {
			int[] ids = new int[WIDTH * HEIGHT];
			// The first column of what is seen, whatever it is.
			for (int y = 0; y < HEIGHT; y++)
				ids[y * WIDTH] = mirror == Mirror.BOTH ? 0 : 1;
			return new LabelMap(WIDTH, HEIGHT, ids,
				List.of(new Segment(1, new ClassScore(0, "a", 1), false)));
		}).as(LabelMap.class);
		int[] expected = new int[WIDTH * HEIGHT];
		for (int y = 0; y < HEIGHT; y++)
			// Two of four say so on the left, one on the right: of equal votes the lower id counts.
			expected[y * WIDTH] = 0;
		assertArrayEquals(expected, joined.ids());
	}

	@Test
	void aSceneKeepsItsObjectsAndItsStuff() {
		LabelMap joined = predict((mirror, seen) -> {
			int[] ids = new int[WIDTH * HEIGHT];
			Arrays.fill(ids, 2);
			Arrays.fill(ids, 0, 2 * WIDTH, mirror == Mirror.DOWN || mirror == Mirror.BOTH ? 2 : 1);
			if (mirror == Mirror.DOWN || mirror == Mirror.BOTH) Arrays.fill(ids, 2 * WIDTH, 28, 1);
			return new LabelMap(WIDTH, HEIGHT, ids,
				List.of(new Segment(1, new ClassScore(0, "car", 0.9), true),
					new Segment(2, new ClassScore(1, "sky", 0.8), false)));
		}).as(LabelMap.class);
		int[] expected = new int[WIDTH * HEIGHT];
		Arrays.fill(expected, 2);
		Arrays.fill(expected, 0, 2 * WIDTH, 1);
		assertArrayEquals(expected, joined.ids());
		assertEquals(List.of("car 0.9 0.0 true", "sky 0.8 0.0 false"),
			joined.segments()
				.stream()
				.map(s -> s.best().className() + " " + s.best().score() + " "
					+ s.best().disagreement() + " " + s.thing())
				.toList());
	}

	private static Prediction predict(BiFunction<Mirror, Plane, Prediction> predict) {
		return Mirrored.predict(PLANE, LIMITS, NONE, predict);
	}

	private static Detection box(double x, double score) {
		return new Detection(new Box(x, 1, x + 20, 3), new ClassScore(0, "a", score));
	}

	/** Boxes in pixels of the plane, one a view. */
	private static List<Detection> boxes(Detection... views) {
		List<List<Detection>> all = new ArrayList<>();
		for (Detection d : views)
			all.add(d == null ? List.of() : List.of(d));
		return new MirroredObjects(LIMITS).joined(all);
	}

	private static List<Detection> boxes2(List<Detection> each) {
		return new MirroredObjects(LIMITS).joined(List.of(each, each, each, each));
	}
}
