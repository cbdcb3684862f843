package triptych.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import triptych.core.Float16;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.InferenceModel;
import triptych.model.format.ModelLibrary;

/**
 * Tensors into real ONNX models and back, for each element type; opening, closing and several
 * threads.
 */
class DjlModelTest {

	private static final Device CPU = Device.of("cpu");

	private static DjlModel open(String name) {
		return DjlModel.open(
			new ModelLibrary(Path.of("none")).find("src/test/resources/models/" + name + ".onnx"), CPU);
	}

	/** 64 x 64 pixels of three constant channels. */
	private static Tensor image(TensorType type, boolean channelsLast, double... values) {
		int n = 64 * 64;
		ByteBuffer data = ByteBuffer.allocateDirect(3 * n * type.bytes())
			.order(ByteOrder.nativeOrder());
		for (int i = 0; i < 3 * n; i++) {
			double v = values[channelsLast ? i % 3 : i / n];
			if (type == TensorType.FLOAT16) data.putShort(2 * i, Float16.fromFloat((float) v));
			else if (type == TensorType.UINT8) data.put(i, (byte) v);
			else data.putFloat(4 * i, (float) v);
		}
		return new Tensor("input",
			channelsLast ? new long[] { 1, 64, 64, 3 } : new long[] { 1, 3, 64, 64 }, type, data);
	}

	private static float[] floats(Tensor t) {
		float[] floats = new float[t.size()];
		t.floats().get(floats);
		return floats;
	}

	@Test
	void everyElementTypeGoesInAndComesBack() {
		float[] expected = { 2, 5, 10 };
		try (DjlModel plain = open("classes");
			DjlModel half = open("classes_fp16");
			DjlModel bytes = open("classes_uint8_nhwc");
			DjlModel whole = open("classes_int64"))
		{
			assertArrayEquals(expected,
				floats(plain.runner().run(List.of(image(TensorType.FLOAT, false, 0.2, 0.5, 1))).get(0)),
				1e-4f);
			Tensor h = half.runner().run(List.of(image(TensorType.FLOAT16, false, 0.2, 0.5, 1))).get(0);
			assertEquals(TensorType.FLOAT16, h.type());
			assertArrayEquals(expected, floats(h), 0.02f);
			assertArrayEquals(expected,
				floats(bytes.runner().run(List.of(image(TensorType.UINT8, true, 51, 127.5, 255))).get(0)),
				0.03f);
			Tensor w = whole.runner().run(List.of(image(TensorType.FLOAT, false, 0.2, 0.5, 1))).get(0);
			assertEquals(TensorType.INT64, w.type());
			assertArrayEquals(expected, floats(w));
			assertArrayEquals(new long[] { 1, 3 }, w.shape());
		}
	}

	@Test
	void theGraphIsReadWithNamesTypesShapesAndMetadata() {
		try (DjlModel model = open("masks_v8"); DjlModel half = open("classes_fp16")) {
			assertEquals("images float [1, 3, 640, 640]", model.graph().inputs().get(0).toString());
			assertEquals(List.of("output0 float [1, 10, 3]", "output1 float [1, 3, 160, 160]"),
				model.graph().outputs().stream().map(Object::toString).toList());
			assertEquals("segment", model.graph().metadata().get("task"));
			assertEquals("input float16 [-1, 3, 64, 64]", half.graph().inputs().get(0).toString());
			assertEquals("cpu", model.device());
		}
	}

	@Test
	void runnersOfOneModelDoNotWriteIntoEachOthersOutputs() {
		try (DjlModel model = open("classes_int64"); DjlModel open = open("classes")) {
			for (DjlModel m : List.of(model, open)) {
				InferenceModel mine = m.runner(), other = m.runner();
				Tensor first = mine.run(List.of(image(TensorType.FLOAT, false, 1, 0, 0))).get(0);
				for (int i = 0; i < 20; i++)
					other.run(List.of(image(TensorType.FLOAT, false, 0, 0, 1)));
				assertArrayEquals(new float[] { 10, 0, 0 }, floats(first), 1e-4f);
			}
		}
	}

	@Test
	void fixedOutputsAreWrittenIntoOneBufferAgainAndAgain() {
		try (DjlModel model = open("classes_int64")) {
			InferenceModel runner = model.runner();
			ByteBuffer first = runner.run(List.of(image(TensorType.FLOAT, false, 1, 0, 0))).get(0).data();
			Tensor second = runner.run(List.of(image(TensorType.FLOAT, false, 0, 1, 0))).get(0);
			assertSame(first, second.data());
			assertArrayEquals(new float[] { 0, 10, 0 }, floats(second));
		}
	}

	@Test
	void closingTwiceIsHarmlessAndRunningAfterwardsIsTold() {
		DjlModel model = open("classes");
		model.close();
		model.close();
		assertTrue(assertThrows(TriptychException.class,
			() -> model.runner().run(List.of(image(TensorType.FLOAT, false, 0, 0, 0)))).getMessage()
			.contains("was released"));
	}

	@Test
	void closingWhileOthersRunLetsThemFinish() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(3);
		try {
			for (int round = 0; round < 8; round++) {
				DjlModel model = open("boxes_v8");
				CountDownLatch running = new CountDownLatch(3);
				Callable<Boolean> use = () -> {
					ByteBuffer data = ByteBuffer.allocateDirect(4 * 3 * 640 * 640)
						.order(ByteOrder.nativeOrder());
					Tensor in = new Tensor("images", new long[] { 1, 3, 640, 640 }, TensorType.FLOAT, data);
					running.countDown();
					InferenceModel mine = model.runner();
					while (true) mine.run(List.of(in));
				};
				List<Future<Boolean>> users = List.of(pool.submit(use), pool.submit(use), pool.submit(use));
				running.await();
				model.close();
				for (Future<Boolean> user : users) {
					Throwable cause = assertThrows(ExecutionException.class, user::get).getCause();
					assertTrue(cause.getMessage().contains("was released"), cause.toString());
				}
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void anInputOfAWrongShapeIsASentenceAndTheModelStillRuns() {
		try (DjlModel model = open("classes")) {
			Tensor good = image(TensorType.FLOAT, false, 1, 0, 0);
			Tensor flat = new Tensor("input", new long[] { 1, 3, 32, 128 }, TensorType.FLOAT,
				good.data());
			String sentence = assertThrows(TriptychException.class,
				() -> model.runner().run(List.of(flat))).getMessage();
			assertTrue(sentence.contains("classes") && sentence.contains("stopped while running"),
				sentence);
			assertArrayEquals(new float[] { 10, 0, 0 }, floats(model.runner().run(List.of(good)).get(0)),
				1e-4f);
		}
	}

	@Test
	void threadsThatShareAModelDoNotMixTheirResults() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(4);
		try (DjlModel model = open("classes")) {
			List<Callable<float[]>> calls = new ArrayList<>();
			for (int i = 0; i < 64; i++) {
				double v = i / 64.0;
				calls.add(() -> floats(
					model.runner().run(List.of(image(TensorType.FLOAT, false, v, 1 - v, 0))).get(0)));
			}
			List<Future<float[]>> results = pool.invokeAll(calls);
			for (int i = 0; i < 64; i++)
				assertArrayEquals(new float[] { 10 * i / 64f, 10 - 10 * i / 64f, 0 }, results.get(i).get(),
					1e-3f);
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void deviceNamesAreReadAndOthersTold() {
		assertEquals(new Device(Device.Kind.GPU, 0), Device.of("gpu"));
		assertEquals(new Device(Device.Kind.GPU, 3), Device.of("gpu:3"));
		assertEquals(Device.Kind.AUTO, Device.of("auto").kind());
		for (String wrong : List.of("cuda", "gpu:", "gpu:x", "GPU", ""))
			assertTrue(assertThrows(TriptychException.class, () -> Device.of(wrong)).getMessage()
				.contains("auto, cpu, gpu or gpu:N"), wrong);
	}

	@Test
	void aGpuThatCannotRunIsAnErrorAndAutoSaysWhy() {
		assumeTrue(Devices.usable().size() == 1, "there is a GPU");
		ModelLibrary library = new ModelLibrary(Path.of("none"));
		String sentence = assertThrows(TriptychException.class,
			() -> DjlModel.open(library.find("src/test/resources/models/classes.onnx"), Device.of("gpu")))
			.getMessage();
		assertTrue(sentence.startsWith("device=gpu cannot be used: "), sentence);
		try (DjlModel model = DjlModel.open(library.find("src/test/resources/models/classes.onnx"),
			Device.of("auto")))
		{
			assertEquals("cpu", model.device());
			assertTrue(model.deviceNote().startsWith("Running on the CPU: "), model.deviceNote());
		}
		try (DjlModel model = open("classes")) {
			assertEquals("", model.deviceNote(), "who asks for the CPU needs no reason");
		}
	}

	@Test
	void theVersionIsThatOfTheLoadedLibrary() {
		assertEquals("1.28.0", Devices.runtimeVersion());
		assertTrue(Devices.report().contains("ONNX Runtime 1.28.0"));
		assertEquals("cpu", Devices.usable().get(0));
	}

	@Test
	void aFailedAllocationIsToldFromOtherFailures() {
		for (String message : List.of(
			"Error code - ORT_FAIL - message: Non-zero status code returned while running Concat"
				+ " node. Name:'/net/Concat_3' Status Message: bfc_arena.cc:359 void*"
				+ " onnxruntime::BFCArena::AllocateRawInternal(size_t, bool, onnxruntime::Stream*)"
				+ " Failed to allocate memory for requested buffer of size 1158152192",
			"message: std::bad_alloc", "CUDA failure 2: out of memory ; GPU=0",
			"Available memory of 1024 is smaller than requested bytes of 2048",
			"CUDNN failure 2: CUDNN_STATUS_ALLOC_FAILED"))
			assertTrue(DjlRunner.outOfMemory(message), message);
		assertFalse(DjlRunner.outOfMemory(
			"Non-zero status code returned while running Reshape node: the input tensor cannot"
				+ " be reshaped to the requested shape"));
	}
}
