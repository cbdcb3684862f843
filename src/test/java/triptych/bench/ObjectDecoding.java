package triptych.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.decode.Decoder;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.model.DecoderSpec;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;

/**
 * Flows and star-convex objects of 1,000 planted discs on 1024 x 1024 pixels, decoded here and by
 * object_references.py, whose masks must be the same (IoU of at least 0.99 for each object). The
 * argument is the Python that has numpy, scipy and OpenCV.
 */
public final class ObjectDecoding {

	private static final int EDGE = 1024, PIXELS = EDGE * EDGE, OBJECTS = 1000, RAYS = 32;
	private static final Placement SAME = new Placement(1, 1, 0, 0, EDGE, EDGE, EDGE, EDGE);

	private ObjectDecoding() {}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("objects");
		float[] flows = new float[3 * PIXELS], stars = new float[(RAYS + 1) * PIXELS];
		plant(flows, stars);
		Tensor flowing = tensor(flows, 3), starry = tensor(stars, RAYS + 1);
		write(folder.resolve("flows.raw"), flowing.data());
		write(folder.resolve("stars.raw"), starry.data());
		Decoder cellpose = decoder("flows", 0), stardist = decoder("stardist", 0.5);
		Prediction[] found = new Prediction[2];
		Turns.Time[] ours = Turns.of(6, () -> found[0] = cellpose.decode(List.of(flowing), SAME),
			() -> found[1] = stardist.decode(List.of(starry), SAME));
		System.out.printf("ours: flows %s, stardist %s%n", ours[0], ours[1]);
		Process python = new ProcessBuilder(args[0],
			"src/test/java/triptych/bench/object_references.py", folder.toString()).inheritIO().start();
		if (python.waitFor() != 0) throw new IOException("object_references.py failed");
		compare("flows", found[0].as(LabelMap.class), folder.resolve("flows-found.raw"));
		compare("stardist", found[1].as(Detections.class).toLabelMap(EDGE, EDGE),
			folder.resolve("stars-found.raw"));
	}

	/** Discs in a grid, each somewhat off its place, so that some touch; with noise. */
	private static void plant(float[] flows, float[] stars) {
		Random random = new Random(7);
		Arrays.fill(flows, 2 * PIXELS, 3 * PIXELS, -4);
		for (int n = 0; n < OBJECTS; n++) {
			double cx = n % 32 * 32 + 15 + 3 * random.nextDouble();
			double cy = n / 32 * 32 + 15 + 3 * random.nextDouble();
			double radius = 9 + 6 * random.nextDouble();
			for (int y = (int) Math.max(0, cy - radius); y < Math.min(EDGE, cy + radius + 1); y++)
				for (int x = (int) Math.max(0, cx - radius); x < Math.min(EDGE, cx + radius + 1); x++) {
					double dx = x + 0.5 - cx, dy = y + 0.5 - cy, r = Math.hypot(dx, dy);
					int i = y * EDGE + x;
					if (r >= radius) continue;
					flows[i] = (float) (-5 * dy / (r + 0.5) + 0.3 * random.nextGaussian());
					flows[PIXELS + i] = (float) (-5 * dx / (r + 0.5) + 0.3 * random.nextGaussian());
					flows[2 * PIXELS + i] = 4;
					stars[i] = (float) Math.max(0, 1 - 2 * r / radius + 1e-3 * random.nextDouble());
					for (int k = 0; k < RAYS; k++) {
						double a = 2 * Math.PI * k / RAYS, along = dx * Math.cos(a) + dy * Math.sin(a);
						double far = Math.sqrt(along * along - r * r + radius * radius) - along;
						stars[(1 + k) * PIXELS + i] = (float) far;
					}
				}
		}
	}

	private static void compare(String what, LabelMap ours, Path file) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		IntBuffer theirs = bytes.asIntBuffer();
		int[] a = new int[OBJECTS * 2], b = new int[OBJECTS * 2];
		int[][] both = new int[OBJECTS * 2][OBJECTS * 2];
		int n = 0, m = 0;
		for (int i = 0; i < PIXELS; i++) {
			int p = ours.ids()[i], q = theirs.get(i);
			a[p]++;
			b[q]++;
			both[p][q]++;
			n = Math.max(n, p);
			m = Math.max(m, q);
		}
		double least = 1;
		for (int q = 1; q <= m; q++) {
			double best = 0;
			for (int p = 1; p <= n; p++)
				best = Math.max(best, both[p][q] / (double) (a[p] + b[q] - both[p][q]));
			if (b[q] > 0) least = Math.min(least, best);
		}
		System.out.printf("%s: ours %d objects, theirs %d, least IoU %.4f%n", what, n, m, least);
		if (n != m || least < 0.99) throw new IllegalStateException("not the same masks");
	}

	private static Decoder decoder(String family, double confidence) {
		InputSpec in = new InputSpec("in", TensorType.FLOAT, InputSpec.Layout.NCHW, 1, EDGE, EDGE, 0,
			InputSpec.Fit.STRETCH, 0, InputSpec.Align.CENTER, 0, InputSpec.Resize.BILINEAR, false, 1,
			new double[1], new double[]{ 1 }, new double[0], 0);
		ModelSpec model = new ModelSpec("planted", Task.INSTANCE_SEGMENTATION, List.of("cell"), in,
			new DecoderSpec(family, Map.of()), confidence, 0.4, 0, "", Map.of());
		return ModelFamilies.decoder(model,
			new Thresholds(confidence, Map.of(), 0.4, Suppression.PER_CLASS, 0.5));
	}

	private static Tensor tensor(float[] values, int maps) {
		ByteBuffer data = ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.nativeOrder());
		data.asFloatBuffer().put(values);
		return new Tensor("out", new long[]{ 1, maps, EDGE, EDGE }, TensorType.FLOAT, data);
	}

	private static void write(Path file, ByteBuffer data) throws IOException {
		byte[] bytes = new byte[data.capacity()];
		data.duplicate().get(bytes);
		Files.write(file, bytes);
	}
}
