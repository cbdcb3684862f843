package triptych.real;

import java.nio.file.Path;
import java.util.Map;

import ij.ImagePlus;
import triptych.core.Prediction;
import triptych.decode.family.ModelFamilies;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.engine.Device;
import triptych.engine.DjlModel;
import triptych.ij.convert.ImagePlane;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Resize;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.model.ModelSpec;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.Preprocessor;

/** A model below the commands: what its decoder says before objects are painted over each other, with any resize. */
record RealModel(DjlModel model, ModelSpec spec) implements AutoCloseable {

	static RealModel open(Path path) {
		ModelFiles files = new ModelLibrary(Path.of("target")).find(path.toString());
		DjlModel model = DjlModel.open(files, Device.of("cpu"));
		return new RealModel(model, ModelFormats.read(files, model.graph(),
			ModelFamilies::usualLimits));
	}

	RealModel resizedBy(Resize resize) {
		InputSpec i = spec.input();
		InputSpec input = new InputSpec(i.name(), i.type(), i.layout(), i.channels(), i.height(), i.width(), i.multiple(), i
			.fit(), i.shortSide(), i.longSide(), i.align(), i.fill(), resize, i.bgr(), i.scale(), i.mean(), i.std(), i
			.percentiles(), i.values(), i.sides(), i.halo());
		return new RealModel(model, new ModelSpec(spec.name(), spec.task(), spec.classes(), input, spec.decoder(), spec
			.confidence(), spec.overlap(), spec.pixelSize(), spec.licence(), spec.origins()));
	}

	Prediction predict(ImagePlus image, double confidence, double overlap) {
		Thresholds thresholds = new Thresholds(confidence, Map.of(), overlap, Suppression.PER_CLASS, 0.5);
		return new PredictionPipeline(new Preprocessor(spec.input()), model.runner(), ModelFamilies.decoder(spec, thresholds)).predict(
			ImagePlane.of(image));
	}

	@Override
	public void close() {
		model.close();
	}
}
