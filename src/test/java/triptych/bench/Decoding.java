package triptych.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Placement;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.decode.Decoder;
import triptych.decode.family.ModelFamilies;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.model.DecoderSpec;
import triptych.model.InputSpec;
import triptych.model.ModelSpec;

/**
 * Decoders and suppression on invented outputs, beside plain loops over the same numbers, in turns
 * in one process. With a folder as argument the numbers are written there, for references.py to
 * read.
 */
public final class Decoding {

	private static final int CLASSES = 80, MAPS = 21, EDGE = 2048, TILE = 2048;
	private static final float CONFIDENCE = 0.25f;
	private static final double OVERLAP = 0.45;

	private Decoding() {}

	public static void main(String[] args) throws IOException {
		Path folder = args.length == 0 ? null : Files.createDirectories(Path.of(args[0]));
		for (int n : new int[]{ 8400, 100_000 }) {
			candidates(n, folder);
			suppression(n, folder);
		}
		argmax(folder);
	}

	/** [84, n]: every hundredth candidate passes. */
	private static void candidates(int n, Path folder) throws IOException {
		Random random = new Random(3);
		float[] out = new float[(4 + CLASSES) * n];
		for (int i = 0; i < out.length; i++)
			out[i] = i < 4 * n ? 10 + 100 * random.nextFloat() : 0.2f * random.nextFloat();
		for (int i = 0; i < n; i += 100)
			out[(4 + random.nextInt(CLASSES)) * n + i] = 0.3f + 0.7f * random.nextFloat();
		Tensor tensor = tensor(out, 1, 4 + CLASSES, n);
		save(folder, "candidates-" + n, tensor.data());
		Decoder decoder = ModelFamilies.decoder(model("yolo", Map.of("layout", "columns")),
			new Thresholds(CONFIDENCE, Map.of(), OVERLAP, Suppression.NONE, 0.5));
		Placement same = new Placement(1, 1, 0, 0, 640, 640, 640, 640);
		int[] found = new int[2];
		Turns.Time[] t = Turns.of(n > 10_000 ? 60 : 600,
			() -> found[0] = decoder.decode(List.of(tensor), same).as(Detections.class).items().size(),
			() -> found[1] = plainCandidates(out, n));
		System.out.printf("decode [84, %d]: %s; plain loop, without boxes: %s; %d and %d found%n", n,
			t[0], t[1], found[0], found[1]);
	}

	private static int plainCandidates(float[] out, int n) {
		float[] best = new float[n];
		int[] bestClass = new int[n];
		for (int c = 0, k = 4 * n; c < CLASSES; c++)
			for (int i = 0; i < n; i++, k++)
				if (out[k] > best[i]) {
					best[i] = out[k];
					bestClass[i] = c;
				}
		int found = 0;
		for (int i = 0; i < n; i++)
			if (best[i] >= CONFIDENCE) found++;
		return found;
	}

	/** Twenty boxes around each object of 4096 x 4096 pixels, nine of ten with its class. */
	private static void suppression(int n, Path folder) throws IOException {
		Random random = new Random(4);
		float[] boxes = new float[4 * n], scores = new float[n];
		int[] classes = new int[n];
		float x = 0, y = 0, w = 0, h = 0;
		for (int i = 0, object = 0; i < n; i++) {
			if (i % 20 == 0) {
				x = 4000 * random.nextFloat();
				y = 4000 * random.nextFloat();
				w = 10 + 50 * random.nextFloat();
				h = 10 + 50 * random.nextFloat();
				object = random.nextInt(CLASSES);
			}
			boxes[4 * i] = x + w * 0.2f * random.nextFloat();
			boxes[4 * i + 1] = y + h * 0.2f * random.nextFloat();
			boxes[4 * i + 2] = boxes[4 * i] + w * (0.9f + 0.2f * random.nextFloat());
			boxes[4 * i + 3] = boxes[4 * i + 1] + h * (0.9f + 0.2f * random.nextFloat());
			scores[i] = random.nextFloat();
			classes[i] = random.nextInt(10) == 0 ? random.nextInt(CLASSES) : object;
		}
		save(folder, "boxes-" + n, tensor(boxes, n, 4).data());
		save(folder, "scores-" + n, tensor(scores, n).data());
		float[] numbers = new float[n];
		for (int i = 0; i < n; i++)
			numbers[i] = classes[i];
		save(folder, "classes-" + n, tensor(numbers, n).data());
		int[] kept = new int[2];
		Turns.Time[] t = Turns.of(n > 10_000 ? 30 : 300,
			() -> kept[0] = Suppression.PER_CLASS.keep(boxes, scores, classes, n, OVERLAP).length,
			() -> kept[1] = Suppression.AGNOSTIC.keep(boxes, scores, classes, n, OVERLAP).length);
		System.out.printf("suppression of %d boxes: per class %s, %d kept; of any class %s, %d kept%n",
			n, t[0], kept[0], t[1], kept[1]);
	}

	/** [21, 2048, 2048] of noise, where no processor foresees which class is next. */
	private static void argmax(Path folder) throws IOException {
		int n = EDGE * EDGE;
		float[] maps = new float[MAPS * n];
		Random random = new Random(5);
		for (int i = 0; i < maps.length; i++)
			maps[i] = random.nextFloat();
		Tensor tensor = tensor(maps, 1, MAPS, EDGE, EDGE);
		save(folder, "maps", tensor.data());
		Decoder decoder = ModelFamilies.decoder(
			model("semantic", Map.of("activation", "softmax", "background", "yes")),
			new Thresholds(CONFIDENCE, Map.of(), OVERLAP, Suppression.NONE, 0.5));
		Placement same = new Placement(1, 1, 0, 0, EDGE, EDGE, EDGE, EDGE);
		int[][] ids = new int[2][];
		float[] read = new float[EDGE];
		Turns.Time[] t = Turns.of(18,
			() -> ids[0] = decoder.decode(List.of(tensor), same).as(LabelMap.class).ids(),
			() -> ids[1] = plainArgmax(maps, n), () -> {
				for (int i = 0; i < MAPS * EDGE; i++)
					tensor.data().asFloatBuffer().get(i * EDGE, read);
			});
		int equal = Arrays.mismatch(ids[0], ids[1]);
		System.out.printf(
			"argmax [21, 2048, 2048]: %s; plain tiled loop %s; only reading the maps %s; %s%n", t[0],
			t[1], t[2], equal < 0 ? "the same classes" : "DIFFERENT at " + equal);
	}

	private static int[] plainArgmax(float[] maps, int n) {
		int[] ids = new int[n];
		float[] best = new float[TILE];
		for (int from = 0; from < n; from += TILE) {
			System.arraycopy(maps, from, best, 0, TILE);
			for (int c = 1; c < MAPS; c++)
				for (int i = 0, k = c * n + from; i < TILE; i++, k++)
					if (maps[k] > best[i]) {
						best[i] = maps[k];
						ids[from + i] = c;
					}
		}
		return ids;
	}

	private static ModelSpec model(String decoder, Map<String, String> parameters) {
		InputSpec in = new InputSpec("in", TensorType.FLOAT, InputSpec.Layout.NCHW, 3, 640, 640, 0,
			InputSpec.Fit.STRETCH, 0, InputSpec.Align.CENTER, 0, InputSpec.Resize.BILINEAR, false, 1,
			new double[3], new double[]{ 1, 1, 1 }, new double[0], 0);
		return new ModelSpec("invented",
			decoder.equals("yolo") ? Task.DETECTION : Task.SEMANTIC_SEGMENTATION, List.of(), in,
			new DecoderSpec(decoder, parameters), CONFIDENCE, OVERLAP, 0, "", Map.of());
	}

	private static Tensor tensor(float[] values, long... shape) {
		ByteBuffer data = ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.nativeOrder());
		data.asFloatBuffer().put(values);
		return new Tensor("out", shape, TensorType.FLOAT, data);
	}

	private static void save(Path folder, String name, ByteBuffer data) throws IOException {
		if (folder == null) return;
		try (FileChannel file = FileChannel.open(folder.resolve(name + ".raw"),
			StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))
		{
			for (ByteBuffer rest = data.duplicate(); rest.hasRemaining();)
				file.write(rest);
		}
	}
}
