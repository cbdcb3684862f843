package triptych.engine;

import java.util.Map;
import java.util.Set;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;

/**
 * What can run a model in place of the CPU.
 *
 * @param name of the device, such as {@code gpu}; its index follows where there can be several
 * @param whyNot blank where it can be tried, else a sentence
 * @param automatic true where device=auto takes it
 * @param note what the user should know of its numbers
 */
record Accelerator(String name, boolean several, boolean automatic, String whyNot, Adding adding,
	String note)
{

	/** Puts it before the CPU; ONNX Runtime gives the CPU what it cannot do. */
	@FunctionalInterface
	interface Adding {

		void to(SessionOptions options, int index) throws OrtException;
	}

	/** Programs of Core ML's newer kind, on whatever unit of the computer is fastest. */
	private static final Map<String, String> CORE_ML = Map.of("ModelFormat", "MLProgram",
		"MLComputeUnits", "ALL");

	/** The one of this computer, or CUDA with the reason why it cannot be used. */
	static Accelerator here() {
		OnnxEngine.start();
		return of(OrtEnvironment.getAvailableProviders(), System.getProperty("os.name"),
			OnnxEngine.version());
	}

	/** @param built what ONNX Runtime's libraries hold, usable or not */
	static Accelerator of(Set<OrtProvider> built, String system, String version) {
		if (built.contains(OrtProvider.CUDA)) return cuda("");
		if (built.contains(OrtProvider.CORE_ML)) return new Accelerator("coreml", false, false, "",
			(options, index) -> options.addCoreML(CORE_ML), "Run by Core ML, which may compute with half"
				+ " the digits and was never tried by Triptych's makers: compare a result with"
				+ " device=cpu before you rely on it");
		if (system.startsWith("Mac")) return cuda("this ONNX Runtime has neither CUDA nor Core ML;"
			+ " on a Mac with an Apple processor, Triptych's own onnxruntime-" + version
			+ ".jar has Core ML.");
		return cuda("this ONNX Runtime is the CPU build, which has no CUDA support; to use an NVIDIA"
			+ " GPU, replace onnxruntime-" + version + ".jar by onnxruntime_gpu-" + version
			+ ".jar where it lies (jars, in plain ImageJ plugins/Triptych; CUDA 12 and cuDNN 9 must be"
			+ " installed) and restart.");
	}

	private static Accelerator cuda(String whyNot) {
		return new Accelerator("gpu", true, true, whyNot, SessionOptions::addCUDA, "");
	}

	String device(int index) {
		return several ? name + ":" + index : name;
	}
}
