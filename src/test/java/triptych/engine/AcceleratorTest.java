package triptych.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import org.junit.jupiter.api.Test;
import triptych.core.TriptychException;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelLibrary;

/** What is tried in place of the CPU, and what happens where it fails; without a GPU. */
class AcceleratorTest {

	private static final String DRIVER = "CUDA failure 35: CUDA driver version is insufficient";

	private final ModelFiles model = new ModelLibrary(Path.of("none"))
		.find("src/test/resources/models/classes.onnx");

	/** A provider that is built in, and fails when a session asks for it. */
	private static Accelerator failing(boolean automatic) {
		return new Accelerator("gpu", true, automatic, "", (options, index) -> {
			throw new OrtException(DRIVER + "\nonnxruntime::CudaCall in cuda_call.cc");
		}, "");
	}

	@Test
	void gpuThatFailsIsAnErrorWhereItWasAskedForAndTheCpuOtherwise() {
		String sentence = assertThrows(TriptychException.class,
			() -> DjlModel.open(model, Device.of("gpu:1"), 0, failing(true))).getMessage();
		assertEquals("device=gpu cannot be used: " + DRIVER + ". Check Device lists what is missing.",
			sentence);
		try (DjlModel opened = DjlModel.open(model, Device.of("auto"), 0, failing(true))) {
			assertEquals("cpu", opened.device());
			assertEquals("Running on the CPU: " + DRIVER, opened.deviceNote());
		}
	}

	@Test
	void anotherDeviceIsNamedWithWhatToKnowOfIt() {
		Accelerator works = new Accelerator("coreml", false, false, "", (options, index) -> {},
			"slower");
		try (DjlModel opened = DjlModel.open(model, Device.of("gpu"), 0, works)) {
			assertEquals("coreml", opened.device());
			assertEquals("slower", opened.deviceNote());
		}
		// What nobody has tried is not taken unasked.
		try (DjlModel opened = DjlModel.open(model, Device.of("auto"), 0, works)) {
			assertEquals("cpu", opened.device());
			assertEquals("", opened.deviceNote());
		}
	}

	@Test
	void macsTakeCoreMlOnlyWhereItIsAskedFor() {
		Accelerator mac = Accelerator.of(EnumSet.of(OrtProvider.CPU, OrtProvider.CORE_ML), "Mac OS X",
			"1.28.0");
		assertEquals("coreml", mac.device(0));
		assertFalse(mac.automatic());
		assertEquals("", mac.whyNot());
		assertTrue(mac.note().contains("device=cpu"), mac.note());
		Accelerator intel = Accelerator.of(EnumSet.of(OrtProvider.CPU), "Mac OS X", "1.28.0");
		assertTrue(intel.whyNot().contains("Core ML"), intel.whyNot());
	}

	@Test
	void cudaGoesFirstAndItsAbsenceIsToldWithTheJarThatHasIt() {
		Accelerator cuda = Accelerator.of(EnumSet.of(OrtProvider.CPU, OrtProvider.CUDA), "Linux",
			"1.28.0");
		assertEquals("gpu:2", cuda.device(2));
		assertTrue(cuda.automatic());
		assertEquals("", cuda.whyNot());
		String why = Accelerator.of(EnumSet.of(OrtProvider.CPU), "Linux", "1.28.0").whyNot();
		assertTrue(why.contains("onnxruntime_gpu-1.28.0.jar"), why);
	}
}
