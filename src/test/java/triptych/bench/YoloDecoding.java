package triptych.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.Placement;
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
 * From the outputs of YOLO models to boxes in pixels of a photograph, suppression and masks
 * included, in turns with yolo_references.py, which must find the same boxes bit for bit. The
 * outputs are invented: 40 objects with six candidates each among faint ones. The argument is the
 * Python that has numpy and OpenCV.
 */
public final class YoloDecoding {

	private static final int EDGE = 640, CLASSES = 80, MASKS = 32, MAP = 160, OBJECTS = 40;
	private static final int CANDIDATES = 6, BLOCKS = 30, WARM = 10;

	/** 1280 x 960 in the middle of the input. */
	private static final Placement PLACEMENT = new Placement(0.5, 0.5, 0, 80, 1280, 960, EDGE, EDGE);

	private final Path folder = Files.createTempDirectory("yolo");
	private final Process python;
	private final BufferedReader answers;
	private final PrintWriter orders;

	private YoloDecoding(String command) throws IOException {
		python = new ProcessBuilder(command, "src/test/java/triptych/bench/yolo_references.py",
			folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		answers = python.inputReader();
		orders = new PrintWriter(python.outputWriter(), true);
	}

	public static void main(String[] args) throws IOException {
		YoloDecoding bench = new YoloDecoding(args[0]);
		try {
			bench.compare("columns", 8400, 0, 200);
			bench.compare("rows", 25200, 0, 200);
			bench.compare("end-to-end", 300, 0, 400);
			bench.compare("masks", 8400, MASKS, 1);
		}
		finally {
			bench.python.destroy();
		}
	}

	private void compare(String kind, int n, int extra, int rounds) throws IOException {
		List<Tensor> outputs = outputs(kind, n, extra);
		for (int i = 0; i < outputs.size(); i++)
			write(kind + "-" + i, outputs.get(i).data());
		Decoder decoder = decoder(kind);
		double[] clock = new double[BLOCKS - WARM], cpu = new double[BLOCKS - WARM];
		double[] theirClock = new double[BLOCKS - WARM], theirCpu = new double[BLOCKS - WARM];
		double[] ratio = new double[BLOCKS - WARM];
		Detections[] found = new Detections[1];
		for (int block = 0; block < BLOCKS; block++) {
			double[] ours = ours(rounds,
				() -> found[0] = decoder.decode(outputs, PLACEMENT).as(Detections.class));
			orders.println(kind + " " + rounds);
			String[] theirs = String.valueOf(answers.readLine()).split(" ");
			if (block < WARM) continue;
			clock[block - WARM] = ours[0];
			cpu[block - WARM] = ours[1];
			theirClock[block - WARM] = Double.parseDouble(theirs[0]);
			theirCpu[block - WARM] = Double.parseDouble(theirs[1]);
			ratio[block - WARM] = cpu[block - WARM] / theirCpu[block - WARM];
		}
		System.out.printf(Locale.ROOT, "%s %s: ours %s ms, processor %s; Python %s ms,"
			+ " processor %s; processor time of blocks over Python's %s; %s%n", kind, outputs,
			spread(clock), spread(cpu), spread(theirClock), spread(theirCpu), spread(ratio),
			same(found[0], kind));
	}

	/** Median of the clock, and mean processor time of this thread, in ms. */
	private static double[] ours(int rounds, Runnable work) {
		double[] clock = new double[rounds];
		long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		for (int i = 0; i < rounds; i++) {
			long start = System.nanoTime();
			work.run();
			clock[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(clock);
		cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
		return new double[]{ clock[rounds / 2], cpu / 1e6 / rounds };
	}

	/** Median, least and most of the blocks. */
	private static String spread(double[] blocks) {
		Arrays.sort(blocks);
		return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", blocks[blocks.length / 2],
			blocks[0], blocks[blocks.length - 1]);
	}

	/** Rows of x1, y1, x2, y2, score, class and pixels of the mask, as Python has written them. */
	private String same(Detections ours, String kind) throws IOException {
		ByteBuffer theirs = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(kind + ".found")))
			.order(ByteOrder.LITTLE_ENDIAN);
		int n = ours.items().size();
		if (theirs.capacity() != 8 * 7 * n) throw new IllegalStateException(kind + ": " + n
			+ " boxes here, " + theirs.capacity() / 56 + " there");
		double pixels = 0, other = 0;
		for (Detection d : ours.items()) {
			boolean mask = d.region() instanceof Mask;
			double[] row = { d.region().x1(), d.region().y1(), d.region().x2(), d.region().y2(),
				(float) d.best().score(), d.best().classId() };
			for (double value : row)
				if (theirs.getDouble() != value) throw new IllegalStateException(kind + ": other boxes");
			double theirPixels = theirs.getDouble();
			if (!mask) continue;
			pixels += d.region().area();
			other += Math.abs(d.region().area() - theirPixels);
		}
		String masks = pixels == 0 ? "" : String.format(Locale.ROOT,
			", areas of %.0f pixels differ by %.0f", pixels, other);
		return n + " boxes, the same" + masks;
	}

	private static List<Tensor> outputs(String kind, int n, int extra) {
		Random random = new Random(3);
		int fixed = kind.equals("rows") ? 5 : 4;
		int width = kind.equals("end-to-end") ? 6 : fixed + CLASSES + extra;
		float[][] rows = new float[n][width];
		for (float[] row : rows)
			faint(row, fixed, random);
		for (int object = 0; object < OBJECTS; object++) {
			float x = 60 + 520 * random.nextFloat(), y = 130 + 380 * random.nextFloat();
			float w = 20 + 80 * random.nextFloat(), h = 20 + 80 * random.nextFloat();
			int classId = random.nextInt(CLASSES);
			for (int i = 0; i < CANDIDATES && (width > 6 || i == 0); i++) {
				float[] row = rows[(object * CANDIDATES + i) * (n / (OBJECTS * CANDIDATES))];
				float score = 0.3f + 0.6f * random.nextFloat();
				row[0] = x + random.nextFloat();
				row[1] = y + random.nextFloat();
				row[2] = w + random.nextFloat();
				row[3] = h + random.nextFloat();
				row[4] = fixed == 5 || width == 6 ? score : row[4];
				row[width == 6 ? 5 : fixed + classId] = width == 6 ? classId : score / 2 + 0.5f;
				if (width > 6) continue;
				row[2] += row[0];
				row[3] += row[1];
			}
		}
		boolean columns = kind.equals("columns") || kind.equals("masks");
		long[] shape = columns ? new long[]{ 1, width, n } : new long[]{ 1, n, width };
		Tensor out = tensor(columns ? turned(rows) : rows, shape);
		if (extra == 0) return List.of(out);
		float[][] prototypes = new float[extra][MAP * MAP];
		for (int j = 0; j < extra; j++)
			for (int i = 0; i < MAP * MAP; i++)
				prototypes[j][i] = (float) Math.sin(j + i % MAP * 0.2 + i / MAP * 0.1 * j);
		return List.of(out, tensor(prototypes, 1, extra, MAP, MAP));
	}

	private static void faint(float[] row, int fixed, Random random) {
		for (int i = 0; i < row.length; i++)
			row[i] = (i < 4 ? 100 : 0.02f) * random.nextFloat();
		// Of an end-to-end model none; coefficients of masks are around zero.
		if (row.length == 6) row[4] = 0;
		for (int i = fixed + CLASSES; i < row.length; i++)
			row[i] = random.nextFloat() - 0.5f;
	}

	private static float[][] turned(float[][] rows) {
		float[][] columns = new float[rows[0].length][rows.length];
		for (int i = 0; i < rows.length; i++)
			for (int j = 0; j < columns.length; j++)
				columns[j][i] = rows[i][j];
		return columns;
	}

	private static Tensor tensor(float[][] rows, long... shape) {
		ByteBuffer data = ByteBuffer.allocateDirect((int) (4 * Tensor.elements(shape)))
			.order(ByteOrder.nativeOrder());
		for (int i = 0, at = 0; i < rows.length; at += rows[i++].length)
			data.asFloatBuffer().put(at, rows[i]);
		return new Tensor("out", shape, TensorType.FLOAT, data);
	}

	private static Decoder decoder(String kind) {
		InputSpec in = new InputSpec("in", TensorType.FLOAT, InputSpec.Layout.NCHW, 3, EDGE, EDGE, 0,
			InputSpec.Fit.STRETCH, 0, InputSpec.Align.CENTER, 0, InputSpec.Resize.BILINEAR, false, 1,
			new double[3], new double[]{ 1, 1, 1 }, new double[0], 0);
		boolean masks = kind.equals("masks");
		Task task = masks ? Task.INSTANCE_SEGMENTATION : Task.DETECTION;
		Map<String, String> parameters = Map.of("layout", masks ? "columns" : kind);
		ModelSpec model = new ModelSpec("invented", task, List.of(), in,
			new DecoderSpec(masks ? "yolo-masks" : "yolo", parameters), 0.25, 0.45, 0, "", Map.of());
		return ModelFamilies.decoder(model,
			new Thresholds(0.25, Map.of(), 0.45, Suppression.PER_CLASS, 0.5));
	}

	private void write(String name, ByteBuffer data) throws IOException {
		byte[] bytes = new byte[data.capacity()];
		data.duplicate().get(bytes);
		Files.write(folder.resolve(name + ".raw"), bytes);
	}
}
