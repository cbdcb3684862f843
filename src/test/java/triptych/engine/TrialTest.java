package triptych.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.Stopped;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.InferenceModel;
import triptych.model.format.ModelLibrary;

/** Models that ONNX Runtime does not survive, or does not finish, leave this JVM alive. */
@Timeout(300)
class TrialTest {

	private static Path model(String name) {
		return Path.of("src/test/resources/models", name + ".onnx");
	}

	private static void tried(String name) {
		OnnxEngine.start();
		Trial.of(model(name), 1000, () -> false);
	}

	@ParameterizedTest
	@CsvSource({ "overflow, run", "depth, opened", "groups, opened" })
	void aModelThatTakesItsProcessDownIsTold(String name, String when) {
		String sentence = assertThrows(TriptychException.class, () -> tried(name)).getMessage();
		assertTrue(sentence.contains(name + ".onnx makes ONNX Runtime fail in a way that would close"
			+ " ImageJ when it is " + when), sentence);
	}

	@Test
	void aModelThatDoesNotOpenInTimeIsTold() {
		String sentence = assertThrows(TriptychException.class, () -> tried("doubling")).getMessage();
		assertTrue(sentence.contains("still not open after 6 seconds"), sentence);
	}

	@Test
	void aModelThatOpensAndOneThatIsRefusedInOrderMayBeOpenedHere() {
		for (String name : List.of("classes", "classes_uint8_nhwc", "boxes_e2e", "custom_op",
			"external_ok", "endless"))
			tried(name);
	}

	@Test
	void aTrialCanBeStopped() {
		OnnxEngine.start();
		long start = System.nanoTime();
		assertThrows(Stopped.class, () -> Trial.of(model("doubling"), 1000,
			() -> System.nanoTime() - start > 200_000_000L));
	}

	@Test
	void aRunThatNeverEndsCanBeEnded() throws Exception {
		ByteBuffer data = ByteBuffer.allocateDirect(4 * 3 * 64 * 64).order(ByteOrder.nativeOrder());
		Tensor in = new Tensor("input", new long[] { 1, 3, 64, 64 }, TensorType.FLOAT, data);
		try (DjlModel opened = DjlModel.open(
			new ModelLibrary(Path.of("none")).find(model("endless").toString()), Device.of("cpu")))
		{
			for (int round = 0; round < 2; round++) {
				InferenceModel runner = opened.runner();
				CompletableFuture<?> run = CompletableFuture.supplyAsync(() -> runner.run(List.of(in)));
				while (!run.isDone()) {
					Thread.sleep(50);
					runner.end();
				}
				Throwable end = assertThrows(ExecutionException.class, run::get).getCause();
				assertEquals(Stopped.class, end.getClass());
			}
		}
	}
}
