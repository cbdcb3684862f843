package triptych.teach.regions;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import triptych.core.Placement;
import triptych.core.Plane;
import triptych.core.PlaneCrop;
import triptych.core.Progress;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.engine.DjlModel;
import triptych.model.InferenceModel;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Values;
import triptych.pipeline.prepare.Prepared;
import triptych.pipeline.prepare.Preprocessor;

/**
 * Measures single pixels of planes by the operators that a taught model begins with. Only those
 * parts of a plane are run that hold pixels which are asked for.
 */
final class PixelFeatures implements AutoCloseable {

	/** A whole number of the network's steps. */
	private static final int PART = 256;

	private final DjlModel model;
	private final InferenceModel runner;
	private final Preprocessor preprocessor;
	private final int margin, count;

	/** @param network see {@link RegionGraph#of} */
	PixelFeatures(int channels, Optional<GreyRange> network) {
		RegionGraph graph = RegionGraph.of(RegionGraph.FEATURES, channels, network);
		count = graph.names().size();
		model = DjlModel.of(graph.features(), RegionGraph.FEATURES, 0);
		runner = model.runner();
		int steps = network.isPresent() ? NetworkMaps.MULTIPLE : 1;
		int reach = RegionDescription.reach(network.isPresent());
		margin = (reach + NetworkMaps.MULTIPLE - 1) / NetworkMaps.MULTIPLE * NetworkMaps.MULTIPLE;
		preprocessor = new Preprocessor(input(channels, steps, reach));
	}

	/** What the description of the taught model says in words. */
	private static InputSpec input(int channels, int steps, int reach) {
		double[] ones = new double[channels];
		Arrays.fill(ones, 1);
		return new InputSpec(RegionGraph.IMAGE, TensorType.FLOAT, Layout.NCHW, channels, 0, 0, steps,
			Fit.PAD, 0, 0, Align.CENTER, Double.NaN, Resize.BILINEAR, false, 1 / 255.0,
			new double[channels], ones, new double[0], Values.BRIGHTNESS, List.of(), reach);
	}

	/**
	 * @param pixels of the plane, row after row
	 * @return the features of each
	 */
	float[][] of(Plane plane, int[] pixels, Progress progress) {
		int across = (plane.width() + PART - 1) / PART, down = (plane.height() + PART - 1) / PART;
		List<List<Integer>> parts = new ArrayList<>();
		for (int i = 0; i < across * down; i++)
			parts.add(new ArrayList<>());
		for (int i = 0; i < pixels.length; i++) {
			int x = pixels[i] % plane.width(), y = pixels[i] / plane.width();
			parts.get(y / PART * across + x / PART).add(i);
		}
		float[][] features = new float[pixels.length][count];
		for (int p = 0; p < parts.size(); p++) {
			if (parts.get(p).isEmpty()) continue;
			progress.check();
			measure(plane, pixels, parts.get(p), p % across * PART, p / across * PART, features);
		}
		return features;
	}

	private void measure(Plane plane, int[] pixels, List<Integer> which, int x, int y,
		float[][] into)
	{
		int left = Math.max(0, x - margin), top = Math.max(0, y - margin);
		int right = Math.min(plane.width(), x + PART + margin);
		int bottom = Math.min(plane.height(), y + PART + margin);
		Prepared input = preprocessor.prepare(
			new PlaneCrop(plane, left, top, right - left, bottom - top));
		Tensor output = runner.run(input.tensors()).get(0);
		FloatBuffer values = output.floats();
		Placement at = input.placement();
		int width = (int) output.shape()[3], all = width * (int) output.shape()[2];
		for (int i : which) {
			int column = (int) at.toInputX(pixels[i] % plane.width() - left + 0.5);
			int row = (int) at.toInputY(pixels[i] / plane.width() - top + 0.5);
			for (int f = 0; f < count; f++)
				into[i][f] = values.get(f * all + row * width + column);
		}
	}

	@Override
	public void close() {
		model.close();
	}
}
