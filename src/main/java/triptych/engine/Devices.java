package triptych.engine;

import java.util.ArrayList;
import java.util.List;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;

/** Which devices this ONNX Runtime can use here, and why not the others. */
public final class Devices {

	private static final int MOST_GPUS = 16;

	private Devices() {}

	/** Version of ONNX Runtime that is really loaded. */
	public static String runtimeVersion() {
		return OnnxEngine.version();
	}

	/** As the key device names them; each was asked whether it starts. */
	public static List<String> usable() {
		List<String> devices = new ArrayList<>(List.of("cpu"));
		Accelerator accelerator = Accelerator.here();
		if (!accelerator.whyNot().isEmpty()) return devices;
		int most = accelerator.several() ? MOST_GPUS : 1;
		for (int i = 0; i < most && whyNot(accelerator, i).isEmpty(); i++)
			devices.add(accelerator.several() ? "gpu:" + i : "gpu");
		return devices;
	}

	/** Blank where the device starts, else the reason. */
	private static String whyNot(Accelerator accelerator, int index) {
		try (SessionOptions options = new SessionOptions()) {
			accelerator.adding().to(options, index);
			return "";
		}
		catch (OrtException e) {
			return e.getMessage().lines().findFirst().orElse("it cannot start");
		}
	}

	/** What a user can read: versions, devices and the steps that would make a GPU usable. */
	public static String report() {
		String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
		List<String> lines = new ArrayList<>();
		lines.add("ONNX Runtime " + runtimeVersion() + ", DJL " + Engine.getDjlVersion());
		lines.add("Java " + Runtime.version() + ", " + system + ", "
			+ Runtime.getRuntime().availableProcessors() + " processors");
		lines.add("Usable devices: " + String.join(", ", usable()));
		lines.addAll(steps(Accelerator.here()));
		return String.join("\n", lines) + "\n";
	}

	/** What makes a GPU usable on this computer, or what to know of it. */
	private static List<String> steps(Accelerator accelerator) {
		if (!accelerator.note().isEmpty())
			return List.of("device=gpu: " + accelerator.note() + ". device=auto stays on the CPU.");
		if (!accelerator.whyNot().isEmpty()) return List.of("No GPU: " + accelerator.whyNot());
		String why = whyNot(accelerator, 0);
		if (why.isEmpty()) return List.of();
		return List.of("No GPU: " + why, "1. nvidia-smi in a terminal must list the card; otherwise"
			+ " install NVIDIA's driver.",
			"2. CUDA 12 and cuDNN 9 must be installed, their libraries on " + libraryPath() + ".",
			"3. Start ImageJ again. device=cpu runs meanwhile.");
	}

	private static String libraryPath() {
		return System.getProperty("os.name").startsWith("Windows") ? "PATH" : "LD_LIBRARY_PATH";
	}
}
