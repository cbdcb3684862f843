package triptych.decode;

import java.nio.FloatBuffer;
import java.util.List;

import triptych.core.Tensor;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** The scores of a model that gives maps, in the order of its output; for its own test. */
public final class OutputScores {

	private OutputScores() {}

	/** @param outputs all outputs of a run */
	public static float[] of(List<Tensor> outputs, ModelSpec model) {
		Tensor out = NumberedOutput.of(outputs, Parameter.OUTPUT.whole(model.decoder()), model);
		Activation activation = Activation.of(model.decoder());
		long[] shape = out.shape();
		boolean last = model.input().layout() == Layout.NHWC;
		int channels = 1;
		if (shape.length == 4) channels = (int) shape[last ? 3 : 1];
		int pixels = out.size() / channels;
		FloatBuffer values = out.floats();
		float[] scores = new float[out.size()];
		double[] pixel = new double[channels];
		for (int i = 0; i < pixels; i++) {
			for (int c = 0; c < channels; c++)
				pixel[c] = values.get(last ? i * channels + c : c * pixels + i);
			activation.apply(pixel);
			for (int c = 0; c < channels; c++)
				scores[last ? i * channels + c : c * pixels + i] = (float) pixel[c];
		}
		return scores;
	}

	/** The largest difference of two lists of the same length; infinite where one is NaN. */
	public static double largestDifference(float[] a, float[] b) {
		double largest = 0;
		for (int i = 0; i < a.length; i++) {
			double difference = Math.abs(a[i] - b[i]);
			largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
		}
		return largest;
	}
}
