package triptych.decode.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import triptych.core.LabelMap;
import triptych.core.Placement;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.family.ModelFamilies;
import triptych.decode.family.Outputs;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** Planted flows, and what object_references.py (a second writing of the paper) finds in them. */
class FlowsTest {

	private static final Path GOLDEN = Path.of("src/test/resources/golden/objects");
	private static final int WIDTH = 120, HEIGHT = 96, PIXELS = WIDTH * HEIGHT;

	private static Tensor planted() throws IOException {
		byte[] stored = Files.readAllBytes(GOLDEN.resolve("flows.raw"));
		float[] values = new float[stored.length];
		for (int i = 0; i < values.length; i++)
			values[i] = stored[i] / 20f;
		return Outputs.tensor(new long[]{ 1, 3, HEIGHT, WIDTH }, values);
	}

	private static int[] ids(String name) throws IOException {
		byte[] stored = Files.readAllBytes(GOLDEN.resolve(name));
		int[] ids = new int[stored.length];
		for (int i = 0; i < ids.length; i++)
			ids[i] = stored[i];
		return ids;
	}

	private static ModelSpec model(String... parameters) {
		return Outputs.model(Task.INSTANCE_SEGMENTATION, List.of("cell"), Layout.NCHW, "flows",
			parameters);
	}

	private static LabelMap decode(ModelSpec model, Placement placement, Tensor out) {
		return Outputs.decode(model, Outputs.limits(0), placement, out).as(LabelMap.class);
	}

	/** The best overlap with any object of ours, for each id of another map. */
	private static double[] overlaps(int[] theirs, int[] ours) {
		int n = Arrays.stream(theirs).max().orElse(0) + 1, m = Arrays.stream(ours).max().orElse(0) + 1;
		int[][] both = new int[n][m];
		int[] a = new int[n], b = new int[m];
		for (int i = 0; i < theirs.length; i++) {
			both[theirs[i]][ours[i]]++;
			a[theirs[i]]++;
			b[ours[i]]++;
		}
		double[] best = new double[n];
		for (int i = 1; i < n; i++)
			for (int j = 1; j < m; j++)
				best[i] = Math.max(best[i], both[i][j] / (double) (a[i] + b[j] - both[i][j]));
		return best;
	}

	@Test
	void objectsAreThoseOfASecondWritingAndThosePlanted() throws IOException {
		int[] ours = decode(model(), Outputs.same(WIDTH, HEIGHT), planted()).ids();
		int[] theirs = ids("flows-found.raw");
		double[] same = overlaps(theirs, ours);
		assertEquals(7, same.length - 1);
		assertEquals(7, Arrays.stream(ours).max().orElse(0));
		double[] planted = overlaps(ids("flows-planted.raw"), ours);
		System.out.printf("flows: IoU with the second writing %s, with the planted ones %s%n",
			Arrays.toString(same), Arrays.toString(planted));
		for (int id = 1; id <= 7; id++) {
			assertTrue(same[id] > 0.99, id + " " + same[id]);
			assertTrue(planted[id] > 0.9, id + " " + planted[id]);
		}
		assertEquals(0, planted[8], "its flows are those of no object");
		assertTrue(ours[56 * WIDTH + 67] == ours[64 * WIDTH + 66], "its hole is filled");
	}

	@Test
	void whatTheDescriptionAllowsCounts() throws IOException {
		Placement same = Outputs.same(WIDTH, HEIGHT);
		assertEquals(8, decode(model("error", "0"), same, planted()).segments().size());
		assertEquals(6, decode(model("smallest", "280"), same, planted()).segments().size());
		assertTrue(decode(model("steps", "0"), same, planted()).segments().isEmpty());
		List<Segment> all = decode(model(), same, planted()).segments();
		assertTrue(all.stream().allMatch(s -> s.best().score() > 0.9), all.toString());
	}

	@Test
	void anImageTwiceAsLargeAsTheInputHasTheSameObjects() throws IOException {
		int[] ours = decode(model(), Outputs.same(WIDTH, HEIGHT), planted()).ids();
		Placement half = new Placement(0.5, 0.5, 0, 0, 2 * WIDTH, 2 * HEIGHT, WIDTH, HEIGHT);
		LabelMap large = decode(model(), half, planted());
		int[] every = new int[PIXELS];
		for (int i = 0; i < PIXELS; i++)
			every[i] = large.ids()[2 * (i / WIDTH) * 2 * WIDTH + 2 * (i % WIDTH)];
		double[] same = overlaps(ours, every);
		for (int id = 1; id < same.length; id++)
			assertTrue(same[id] > 0.9, id + " " + same[id]);
	}

	@Test
	void nothingTellsWhatStoodInTheWay() throws IOException {
		assertTrue(closest(planted(), "error", "0.0001").contains("flows that are not those of its"));
		float[] dark = new float[3 * PIXELS];
		Arrays.fill(dark, 2 * PIXELS, 3 * PIXELS, -2);
		assertEquals("The pixel most like a cell scored 0.12, below cutoff=0.5",
			closest(Outputs.tensor(new long[]{ 1, 3, HEIGHT, WIDTH }, dark)));
		Arrays.fill(dark, 2 * PIXELS, 3 * PIXELS, 2);
		assertTrue(closest(Outputs.tensor(new long[]{ 1, 3, HEIGHT, WIDTH }, dark))
			.contains("does not flow together"));
		dark[5] = Float.NaN;
		assertThrows(TriptychException.class, () -> decode(model(), Outputs.same(WIDTH, HEIGHT),
			Outputs.tensor(new long[]{ 1, 3, HEIGHT, WIDTH }, dark)));
	}

	private static String closest(Tensor out, String... parameters) {
		return ModelFamilies.decoder(model(parameters), Outputs.limits(0))
			.closest(List.of(out), Outputs.same(WIDTH, HEIGHT))
			.orElseThrow()
			.sentence();
	}
}
