package triptych.engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;

/**
 * The process in which a {@link Trial} opens a model, and runs it once on invented pixels. It knows
 * ONNX Runtime and nothing else, so that it starts quickly. What ends it by force would have ended
 * ImageJ.
 */
public final class TrialRun {

	/** It prints one of these when it has got so far; ONNX Runtime's refusals are no accidents. */
	static final String STARTED = "started", OPENED = "opened", RAN = "ran", REFUSED = "refused";

	/** An edge that the model leaves open. */
	private static final long OPEN_EDGE = 64;

	/** Larger inputs are not tried. */
	private static final long MOST_BYTES = 1L << 28;

	private TrialRun() {}

	/** @param args the path of the model */
	public static void main(String[] args) {
		Thread parent = new Thread(TrialRun::endWithParent, "parent");
		parent.setDaemon(true);
		parent.start();
		PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
		try (SessionOptions options = new SessionOptions()) {
			OrtEnvironment environment = OrtEnvironment.getEnvironment();
			options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
			answers.println(STARTED);
			OrtSession session = environment.createSession(args[0], options);
			answers.println(OPENED);
			run(environment, session);
			answers.println(RAN);
		}
		catch (OrtException | RuntimeException e) {
			answers.println(REFUSED);
		}
		catch (OutOfMemoryError e) {
			// Another matter, which is told where the model is really run.
			answers.println(REFUSED);
		}
		// Nothing is to be put in order, and closing what a strange model has left is a risk.
		Runtime.getRuntime().halt(0);
	}

	/** The pipe from the parent closes when the parent ends in whatever way. */
	private static void endWithParent() {
		try {
			while (System.in.read() >= 0) continue;
		}
		catch (IOException e) {
			// The pipe is gone as well.
		}
		Runtime.getRuntime().halt(1);
	}

	private static void run(OrtEnvironment environment, OrtSession session) throws OrtException {
		Map<String, OnnxTensor> inputs = new HashMap<>();
		for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
			if (!(input.getValue().getInfo() instanceof TensorInfo info)) return;
			long[] shape = info.getShape().clone();
			long bytes = info.type.size;
			for (int i = 0; i < shape.length; i++) {
				if (shape[i] < 0) shape[i] = openEdge(i, shape.length);
				if (shape[i] > MOST_BYTES) return;
				bytes *= shape[i];
				if (bytes > MOST_BYTES) return;
			}
			ByteBuffer data = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
			fill(data, info);
			inputs.put(input.getKey(), OnnxTensor.createTensor(environment, data, shape, info.type));
		}
		session.run(inputs).close();
	}

	private static long openEdge(int dimension, int dimensions) {
		if (dimensions < 4 || dimension == 0) return 1;
		return dimension == 1 ? 3 : OPEN_EDGE;
	}

	/** Values from 0 to 1, or small whole numbers, which differ from pixel to pixel. */
	private static void fill(ByteBuffer data, TensorInfo info) {
		int n = data.capacity() / Math.max(1, info.type.size);
		for (int i = 0; i < n; i++) {
			int value = (i * 31 + i / 7) % 101;
			switch (info.type) {
				case FLOAT -> data.putFloat(4 * i, value / 100f);
				case DOUBLE -> data.putDouble(8 * i, value / 100.0);
				case FLOAT16 -> data.putShort(2 * i, (short) (0x3000 + 8 * value));
				case INT64 -> data.putLong(8 * i, value);
				case INT32 -> data.putInt(4 * i, value);
				case UINT8, INT8 -> data.put(i, (byte) value);
				default -> {
					return;
				}
			}
		}
	}
}
