package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.sun.management.OperatingSystemMXBean;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import triptych.core.LabelMap;
import triptych.core.Progress;
import triptych.core.Tensor;
import triptych.decode.Thresholds;
import triptych.decode.family.ModelFamilies;
import triptych.engine.Device;
import triptych.engine.DjlModel;
import triptych.ij.convert.ImagePlane;
import triptych.model.InferenceModel;
import triptych.model.ModelSpec;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.Preprocessor;
import triptych.pipeline.tiles.TileSize;
import triptych.pipeline.tiles.Tiling;
import triptych.result.Result;
import triptych.workflow.Triptych;

/**
 * Segment Objects... on a large 8-bit mosaic: arguments are an edge in pixels, images that the
 * mosaic is made of (cut to 256 x 256, turned and mirrored at random) separated by commas, and one
 * or more options strings. Prints time and peak memory so far for each, and how the objects of the
 * second and further ones differ from those of the first. An option "network MODEL TILE" runs that
 * model on the same tiles with nothing after it, and prints the time inside the network.
 */
public final class LargeImages {

	private static final int PIECE = 256;

	private LargeImages() {}

	public static void main(String[] args) throws IOException {
		int edge = Integer.parseInt(args[0]);
		ImagePlus image = new ImagePlus("mosaic", mosaic(edge, args[1].split(",")));
		int[] first = null;
		for (String options : Arrays.copyOfRange(args, 2, args.length)) {
			if (options.startsWith("network ")) {
				network(image, options.split(" "));
				continue;
			}
			ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
			long start = System.nanoTime(), cpu = cpu();
			Result result = Triptych.segmentObjects(image, options);
			double seconds = (System.nanoTime() - start) / 1e9;
			double work = (cpu() - cpu) / 1e9;
			int[] areas = areas((LabelMap) result.prediction());
			System.out.printf(
				"%d x %d %s: tile %s, %.1f s, processor time %.1f s, %.0f ms a megapixel, %d objects, heap"
					+ " %d MB, resident %d MB%n",
				edge, edge, options, result.provenance().get("tile"), seconds, work,
				work * 1e9 / ((double) edge * edge), areas.length, heap(), resident());
			if (first == null) first = areas;
			else compare(first, areas);
		}
	}

	/** @param words "network", a model and the edge of the tiles */
	private static void network(ImagePlus image, String[] words) {
		ModelFiles files = new ModelLibrary(Path.of("none")).find(words[1]);
		long[] inside = new long[3];
		try (DjlModel opened = DjlModel.open(files, Device.of("cpu"))) {
			ModelSpec model = ModelFormats.read(files, opened.graph(), ModelFamilies::usualLimits);
			InferenceModel runner = opened.runner();
			InferenceModel timed = inputs -> {
				long start = System.nanoTime(), cpu = cpu();
				List<Tensor> outputs = runner.run(inputs);
				inside[0] += System.nanoTime() - start;
				inside[1] += cpu() - cpu;
				inside[2]++;
				return outputs;
			};
			Thresholds limits = Thresholds.of(model);
			PredictionPipeline pipeline = new PredictionPipeline(new Preprocessor(model.input()), timed,
				ModelFamilies.decoder(model, limits));
			long cpu = cpu();
			new Tiling(model, TileSize.of(words[2]), limits).predict(pipeline, ImagePlane.of(image),
				Progress.NONE);
			System.out.printf(
				"%d tiles: inside the network %.1f s, processor time %.1f s; with preparing, decoding and"
					+ " joining %.1f s%n",
				inside[2], inside[0] / 1e9, inside[1] / 1e9, (cpu() - cpu) / 1e9);
		}
	}

	private static ImageProcessor mosaic(int edge, String[] names) {
		List<ImageProcessor> sources = new ArrayList<>();
		for (String name : names)
			sources.add(Triptych.open(Path.of(name)).getProcessor().convertToByte(false));
		ImageProcessor mosaic = new ByteProcessor(edge, edge);
		Random random = new Random(7);
		for (int y = 0; y < edge; y += PIECE)
			for (int x = 0; x < edge; x += PIECE) {
				ImageProcessor from = sources.get(random.nextInt(sources.size()));
				from.setRoi(random.nextInt(from.getWidth() - PIECE + 1),
					random.nextInt(from.getHeight() - PIECE + 1), PIECE, PIECE);
				ImageProcessor piece = from.crop();
				if (random.nextBoolean()) piece.flipHorizontal();
				if (random.nextBoolean()) piece.flipVertical();
				if (random.nextBoolean()) piece = piece.rotateRight();
				mosaic.insert(piece, x, y);
			}
		return mosaic;
	}

	/** Pixels of each object, by id. */
	private static int[] areas(LabelMap map) {
		int[] pixels = new int[map.maxId() + 1];
		for (int id : map.ids())
			pixels[id]++;
		return Arrays.copyOfRange(pixels, 1, pixels.length);
	}

	private static void compare(int[] first, int[] second) {
		long a = Arrays.stream(first).asLongStream().sum(),
			b = Arrays.stream(second).asLongStream().sum();
		System.out.printf("  objects %+.3f %%, area %+.4f %%, the areas of all objects are %s%n",
			100.0 * (second.length - first.length) / first.length, 100.0 * (b - a) / a,
			Arrays.equals(first, second) ? "the same" : "not all the same");
	}

	/** Of all threads; on a busy machine it says more than the clock. */
	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

	private static long heap() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter(p -> p.getType() == java.lang.management.MemoryType.HEAP)
			.mapToLong(p -> p.getPeakUsage().getUsed())
			.sum() >> 20;
	}

	private static long resident() throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc/self/status")))
			if (line.startsWith("VmHWM")) return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
		return 0;
	}
}
