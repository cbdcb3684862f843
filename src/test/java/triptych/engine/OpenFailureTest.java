package triptych.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.onnxruntime.OrtException;

/** What ONNX Runtime says of models that it cannot open, as it says it, and what a user reads. */
class OpenFailureTest {

	private static String sentence(String message) {
		return OpenFailure.of("a.onnx", new OrtException(OrtException.OrtErrorCode.ORT_FAIL, message))
			.getMessage();
	}

	@Test
	void positionsInDoublePrecisionAreToldWithTheLineToChange() {
		String sines = sentence("Could not find an implementation for Sin(7) node with name '/Sin'");
		assertTrue(sines.contains("compute_dtype = torch.float32"), sines);
		String other = sentence("Could not find an implementation for ConvInteger(10) node");
		assertTrue(other.endsWith("export it as float32."), other);
		assertFalse(other.contains("positions"), other);
	}

	@ParameterizedTest
	@ValueSource(strings = {
		"Load model from a.onnx failed:Type Error: Type (x) of output"
			+ " arg (y) does not match expected type (z).",
		"Exception during initialization: /onnxruntime_src/onnxruntime"
			+ "/core/optimizer/initializer.cc:51 onnxruntime::Initializer::Initializer(const"
			+ " onnx::TensorProto&, const std::filesystem::path&) Type (x) was false." })
	void aUserReadsNoCodesAndNoSourceOfOnnxRuntime(String message) {
		String told = sentence(message);
		assertTrue(told.startsWith("The model a.onnx cannot be opened; ONNX Runtime says: Type (x) "),
			told);
		assertFalse(told.contains("rror"), told);
	}
}
