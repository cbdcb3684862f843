package triptych.teach.features;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.TensorType;
import triptych.engine.DjlModel;
import triptych.model.InferenceModel;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec.Side;
import triptych.model.InputSpec.SideKind;
import triptych.model.InputSpec.Values;
import triptych.pipeline.prepare.ObjectPlane;
import triptych.pipeline.prepare.Preprocessor;

/** Measures the features of objects, by the operators that a taught model begins with. */
public final class FeatureModel implements AutoCloseable {

	private static final String OUTPUT = "features";

	private final List<String> names;
	private final DjlModel model;
	private final InferenceModel runner;
	private final Preprocessor preprocessor;

	public FeatureModel(int channels, float[][] levels) {
		FeatureGraph features = FeatureGraph.of(OUTPUT, channels, levels);
		names = features.names();
		features.graph().output(OUTPUT, features.vector(), 1, names.size());
		// With one thread: handing small work from thread to thread costs more than the work.
		model = DjlModel.of(features.graph().toBytes(), OUTPUT, 1);
		runner = model.runner();
		preprocessor = new Preprocessor(input(channels));
	}

	private static InputSpec input(int channels) {
		double[] ones = new double[channels];
		Arrays.fill(ones, 1);
		return new InputSpec(FeatureGraph.IMAGE, TensorType.FLOAT, Layout.NCHW, channels, 0, 0, 1,
			Fit.PAD, 0, 0, Align.CENTER, Double.NaN, Resize.BILINEAR, false, 1 / 255.0,
			new double[channels], ones, new double[0], Values.BRIGHTNESS,
			List.of(new Side(FeatureGraph.MASK, TensorType.FLOAT, SideKind.OBJECT)), 0);
	}

	public List<String> names() {
		return names;
	}

	/** The features of one object of a plane. */
	public double[] of(Plane plane, Mask object) {
		ObjectPlane seen = ObjectPlane.of(plane, object, FeatureGraph.MARGIN);
		FloatBuffer found = runner.run(preprocessor.prepare(seen).tensors()).get(0).floats();
		double[] features = new double[names.size()];
		for (int i = 0; i < features.length; i++)
			features[i] = found.get(i);
		return features;
	}

	@Override
	public void close() {
		model.close();
	}
}
