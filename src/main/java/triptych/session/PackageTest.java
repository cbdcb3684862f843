package triptych.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import triptych.core.Plane;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.OutputScores;
import triptych.engine.DjlModel;
import triptych.model.InputSpec.Layout;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.ModelSpec;
import triptych.model.format.TestTensors;
import triptych.pipeline.prepare.Preprocessor;

/**
 * The test that a package brings: an input, and the output that its authors got for it. What
 * Triptych's own preparation and the network give is compared with it, number by number.
 */
final class PackageTest {

	/** Other versions of a runtime differ by so much. */
	private static final double TOLERANCE = 1e-4;

	private PackageTest() {}

	/** In a sentence; empty where the model brings no test. */
	static Optional<String> told(ModelFiles files, DjlModel model, ModelSpec spec) {
		Optional<TestTensors> tensors = ModelFormats.tests(files)
			.filter(t -> Files.isRegularFile(t.input()) && Files.isRegularFile(t.output()));
		return tensors.map(t -> {
			try {
				return sentence(t, model, spec);
			}
			catch (TriptychException e) {
				return "could not be made: " + e.getMessage();
			}
		});
	}

	private static String sentence(TestTensors test, DjlModel model, ModelSpec spec) {
		NpyArray wanted = NpyArray.read(test.output());
		float[] given = scores(test.input(), model, spec);
		if (given.length != wanted.values().length)
			return "failed: the model gives " + given.length + " numbers, the package tells "
				+ wanted.values().length;
		double largest = OutputScores.largestDifference(given, wanted.values());
		String verdict = largest <= TOLERANCE ? "passed" : "failed";
		return String.format(Locale.ROOT,
			"%s: the output differs by at most %.2g from the package's own" + " (%s)", verdict, largest,
			test.output().getFileName());
	}

	private static float[] scores(Path input, DjlModel model, ModelSpec spec) {
		NpyArray array = NpyArray.read(input);
		Plane plane = plane(array, spec.input().layout() == Layout.NHWC, input);
		List<Tensor> in = new Preprocessor(spec.input()).prepare(plane).tensors();
		return OutputScores.of(model.runner().run(in), spec);
	}

	private static Plane plane(NpyArray array, boolean channelsLast, Path file) {
		int[] s = array.shape();
		if (s.length != 4 || s[0] != 1)
			throw new TriptychException(
				"The file " + file.getFileName() + " holds no single image with a batch of one.");
		int c = s[channelsLast ? 3 : 1], h = s[channelsLast ? 1 : 2], w = s[channelsLast ? 2 : 3];
		float[] values = array.values();
		if (channelsLast) {
			values = new float[values.length];
			for (int i = 0; i < h * w; i++)
				for (int k = 0; k < c; k++)
					values[k * h * w + i] = array.values()[i * c + k];
		}
		return new ArrayPlane(w, h, c, values);
	}

	/** Values as an image stores them. */
	private record ArrayPlane(int width, int height, int channels, float[] values) implements Plane {

		@Override
		public double maxValue() {
			return 255;
		}

		@Override
		public boolean colour() {
			return channels == 3;
		}

		@Override
		public String channelName(int c) {
			return "channel " + (c + 1);
		}

		@Override
		public void read(int x, int y, int w, int h, float[] into) {
			for (int c = 0, to = 0; c < channels; c++)
				for (int j = y; j < y + h; j++, to += w)
					System.arraycopy(values, (c * height + j) * width + x, into, to, w);
		}
	}
}
