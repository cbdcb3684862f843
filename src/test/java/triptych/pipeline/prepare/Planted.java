package triptych.pipeline.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import triptych.core.Plane;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;

/** A plane of given values, channel after channel, and the input specifications of these tests. */
public record Planted(int width, int height, int channels, double maxValue, boolean colour,
	float... values) implements Plane
{

	public static Planted grey(int width, int height, float... values) {
		return new Planted(width, height, 1, 255, false, values);
	}

	/** Values 0, 1, 2, ... */
	public static Planted counting(int width, int height, int channels) {
		float[] values = new float[width * height * channels];
		for (int i = 0; i < values.length; i++)
			values[i] = i;
		return new Planted(width, height, channels, 255, channels == 3, values);
	}

	/** One grey channel whose values pass unchanged. */
	static InputSpec input(Fit fit, Resize resize, int width, int height) {
		return input(fit, resize, width, height, 0, Align.CENTER, 114);
	}

	static InputSpec input(Fit fit, Resize resize, int width, int height, int multiple, Align align,
		double fill)
	{
		return new InputSpec("in", TensorType.FLOAT, Layout.NCHW, 1, height, width, multiple, fit, 0,
			align, fill, resize, false, 1, new double[1], new double[] { 1 }, new double[0], 0);
	}

	static InputSpec input(TensorType type, Layout layout, int channels, int width, int height,
		boolean bgr, double scale, double[] mean, double[] std, double[] percentiles)
	{
		return new InputSpec("in", type, layout, channels, height, width, 0, Fit.STRETCH, 0,
			Align.CENTER, 114, Resize.BILINEAR, bgr, scale, mean, std, percentiles, 0);
	}

	/** What the model would get, as floats. */
	static float[] prepared(InputSpec input, Plane plane) {
		return floats(new Preprocessor(input).prepare(plane).tensors().get(0));
	}

	static float[] floats(Tensor tensor) {
		float[] floats = new float[tensor.size()];
		tensor.floats().get(floats);
		return floats;
	}

	/** Lines of a file of reference values. */
	static List<String> golden(String name) {
		try (InputStream in = Planted.class.getResourceAsStream("/golden/" + name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static float[] numbers(String line) {
		String[] words = line.split(" ");
		float[] numbers = new float[words.length];
		for (int i = 0; i < words.length; i++)
			numbers[i] = Float.parseFloat(words[i]);
		return numbers;
	}

	@Override
	public String channelName(int c) {
		return "channel " + (c + 1);
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		if (x < 0 || y < 0 || x + w > width || y + h > height)
			throw new IllegalArgumentException("outside the plane");
		for (int c = 0, to = 0; c < channels; c++)
			for (int j = y; j < y + h; j++, to += w)
				System.arraycopy(values, (c * height + j) * width + x, into, to, w);
	}
}
