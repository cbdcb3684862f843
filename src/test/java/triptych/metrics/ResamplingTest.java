package triptych.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import triptych.core.Box;
import triptych.metrics.classes.ClassificationEvaluation;
import triptych.metrics.classes.MultiLabelEvaluation;
import triptych.metrics.objects.CocoEvaluation;
import triptych.metrics.objects.DetectionEvaluation;
import triptych.metrics.objects.ErrorEvaluation;
import triptych.metrics.objects.Found;
import triptych.metrics.objects.InstanceEvaluation;
import triptych.metrics.objects.ObjectImage;
import triptych.metrics.objects.Overlaps;
import triptych.metrics.objects.Truth;
import triptych.metrics.pixels.PanopticEvaluation;
import triptych.metrics.pixels.PanopticSegment;
import triptych.metrics.pixels.PixelEvaluation;
import triptych.metrics.pixels.SurfaceEvaluation;

/**
 * An image that counts three times gives what three such images give, for every figure of every
 * evaluation; and no image at all, or images of nothing, give an answer.
 */
class ResamplingTest {

	private static final List<String> CLASSES = List.of("a", "b", "never");
	private static final int IMAGES = 9;
	private static final int[] TIMES = {1, 0, 3, 2, 0, 1, 1, 4, 1};

	/** Adds image i to an evaluation; image 8 holds nothing. */
	private static <E extends Evaluation> void hold(Supplier<E> empty, BiConsumer<E, Integer> add) {
		hold(empty, add, TIMES);
	}

	private static <E extends Evaluation> void hold(
			Supplier<E> empty, BiConsumer<E, Integer> add, int[] times) {
		E once = empty.get(), repeated = empty.get(), nothing = empty.get();
		for (int i = 0; i < IMAGES; i++) {
			add.accept(once, i);
			for (int k = 0; k < times[i]; k++) add.accept(repeated, i);
		}
		add.accept(nothing, IMAGES - 1);
		List<Figure> expected = repeated.figures(), figures = once.figures();
		for (int f = 0; f < figures.size(); f++)
			assertEquals(
					expected.get(f).value(),
					figures.get(f).pooled().over(times),
					1e-12,
					figures.get(f).metric().name() + " of " + figures.get(f).className());
		for (E few : List.of(empty.get(), nothing))
			for (Figure figure : few.figures()) figure.value();
		once.headline().interval();
		assertEquals(IMAGES, once.images());
	}

	private static ObjectImage objects(int image) {
		return objects(image, 12);
	}

	private static ObjectImage objects(int image, int objects) {
		Random random = new Random(image);
		List<Truth> truth = new ArrayList<>();
		List<Found> found = new ArrayList<>();
		List<Box> truthBoxes = new ArrayList<>(), foundBoxes = new ArrayList<>();
		for (int i = 0; i < (image == IMAGES - 1 ? 0 : objects); i++) {
			double x = random.nextInt(200), y = random.nextInt(200), w = 20 + random.nextInt(30);
			if (i % 3 > 0) {
				truthBoxes.add(new Box(x, y, x + w, y + w));
				truth.add(
						new Truth(
								random.nextInt(2),
								w * w,
								i == 1 ? Truth.Kind.CROWD : Truth.Kind.OBJECT));
			}
			double d = random.nextInt(9);
			foundBoxes.add(new Box(x + d, y, x + w + d, y + w));
			found.add(
					new Found(
							random.nextInt(2),
							w * w,
							random.nextInt(1000) / 1000.0 + image * 1e-5 + i * 1e-8));
		}
		return new ObjectImage(truth, found, Overlaps.ofBoxes(truthBoxes, foundBoxes));
	}

	private static int[] map(int image, int round) {
		int[] map = new Random(31L * image + round).ints(120, 0, 2).toArray();
		if (image == IMAGES - 1) Arrays.fill(map, 7);
		return map;
	}

	@Test
	void coco() {
		hold(() -> new CocoEvaluation(CLASSES), (e, i) -> e.add(objects(i)));
	}

	/** Sums over many predictions, and over images that count often, are made block by block. */
	@Test
	void cocoOfHundreds() {
		hold(
				() -> new CocoEvaluation(CLASSES, 1, 10, 1000),
				(e, i) -> e.add(objects(i, 150 + 20 * i)),
				new int[] {1, 0, 33, 2, 0, 17, 1, 4, 1});
	}

	@Test
	void detection() {
		hold(() -> new DetectionEvaluation(CLASSES, 0.5, 0.3), (e, i) -> e.add(objects(i)));
	}

	@Test
	void instances() {
		hold(
				() -> new InstanceEvaluation(CLASSES, 0.5, 0.3, "µm"),
				(e, i) -> e.add(objects(i), 0.25));
	}

	@Test
	void errors() {
		hold(() -> new ErrorEvaluation(CLASSES), (e, i) -> e.add(objects(i)));
	}

	@Test
	void pixels() {
		hold(() -> new PixelEvaluation(CLASSES), (e, i) -> e.add(map(i, 0), map(i, 1)));
	}

	@Test
	void surfaces() {
		hold(
				() -> new SurfaceEvaluation(CLASSES, 1, "µm"),
				(e, i) -> e.add(map(i, 0), map(i, 1), 12, 0.5, 0.5));
	}

	@Test
	void panoptic() {
		List<PanopticSegment> segments =
				List.of(new PanopticSegment(1, 0, false), new PanopticSegment(0, 1, false));
		hold(
				() -> new PanopticEvaluation(CLASSES, new boolean[] {true, false, true}, false),
				(e, i) -> e.add(map(i, 0), segments, map(i, i % 2), segments));
	}

	@Test
	void classes() {
		hold(
				() -> new ClassificationEvaluation(CLASSES),
				(e, i) -> {
					double[] scores = new Random(i).doubles(3).toArray();
					e.add(
							i % 2,
							i == IMAGES - 1 ? -1 : ClassificationEvaluation.best(scores),
							i == IMAGES - 1 ? null : scores);
				});
	}

	@Test
	void severalClasses() {
		hold(
				() -> new MultiLabelEvaluation(CLASSES, new double[] {0.5, 0.4, 0.9}),
				(e, i) ->
						e.add(
								new boolean[] {i % 2 == 0, i % 3 == 0, false},
								i == IMAGES - 1
										? new double[3]
										: new Random(i).doubles(3).toArray()));
	}
}
