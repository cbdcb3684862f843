package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.core.Detections;
import triptych.core.Placement;
import triptych.model.InferenceModel;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Resize;

/** The three steps in their order, with a model that is made up. */
class PredictionPipelineTest {

	@Test
	void theModelGetsThePreparedTensorsAndTheDecoderTheirPlacement() {
		List<float[]> seen = new ArrayList<>();
		List<Placement> places = new ArrayList<>();
		Detections answer = new Detections(List.of());
		InferenceModel model = inputs -> {
			inputs.forEach(t -> seen.add(Planted.floats(t)));
			return inputs;
		};
		PredictionPipeline pipeline = new PredictionPipeline(
			new Preprocessor(Planted.input(Fit.LETTERBOX, Resize.BILINEAR, 2, 2)), model,
			(outputs, placement) -> {
				places.add(placement);
				assertEquals(4, outputs.get(0).size());
				return answer;
			});
		assertSame(answer, pipeline.predict(Planted.grey(2, 1, 3, 4)));
		assertArrayEquals(new float[] { 3, 4, 114, 114 }, seen.get(0));
		assertEquals(List.of(new Placement(1, 1, 0, 0, 2, 1, 2, 2)), places);
	}
}
