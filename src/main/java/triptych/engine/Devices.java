package triptych.engine;

import java.util.ArrayList;
import java.util.List;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;

/** Which devices this ONNX Runtime can use here, and why not the others. */
public final class Devices {

	private static final int MOST_GPUS = 16;

	private Devices() {}

	/** Version of ONNX Runtime that is really loaded. */
	public static String runtimeVersion() {
		return OnnxEngine.version();
	}

	/** Blank where CUDA can be tried, else one sentence on why no GPU can be used. */
	static String whyNoGpu() {
		OnnxEngine.start();
		if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) return "";
		String os = System.getProperty("os.name");
		if (os.startsWith("Mac")) return "ONNX Runtime has no CUDA on macOS.";
		return "this ONNX Runtime is the CPU build, which has no CUDA support; to use an NVIDIA GPU,"
			+ " replace jars/onnxruntime-" + runtimeVersion() + ".jar by onnxruntime_gpu-"
			+ runtimeVersion() + ".jar (CUDA 12 and cuDNN 9 must be installed) and restart.";
	}

	/**
	 * Tries each GPU with session options only; an empty list with CUDA inside means that the driver
	 * is missing.
	 */
	public static List<String> usable() {
		List<String> devices = new ArrayList<>(List.of("cpu"));
		if (!whyNoGpu().isEmpty()) return devices;
		for (int i = 0; i < MOST_GPUS; i++)
			try (SessionOptions options = new SessionOptions()) {
				options.addCUDA(i);
				devices.add("gpu:" + i);
			}
			catch (OrtException e) {
				break;
			}
		return devices;
	}

	/** What a user can read: versions, devices and the steps that would make a GPU usable. */
	public static String report() {
		String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
		List<String> lines = new ArrayList<>();
		lines.add("ONNX Runtime " + runtimeVersion() + ", DJL " + Engine.getDjlVersion());
		lines.add("Java " + Runtime.version() + ", " + system + ", "
			+ Runtime.getRuntime().availableProcessors() + " processors");
		lines.add("Usable devices: " + String.join(", ", usable()));
		String why = whyNoGpu();
		if (!why.isEmpty()) lines.add("No GPU: " + why);
		return String.join("\n", lines) + "\n";
	}
}
