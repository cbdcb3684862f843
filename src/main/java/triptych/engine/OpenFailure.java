package triptych.engine;

import java.util.Set;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ai.onnxruntime.OrtException;
import triptych.core.TriptychException;

/**
 * Turns ONNX Runtime's messages about a model that cannot be opened into sentences a user can act
 * on.
 */
final class OpenFailure {

	private static final Pattern OPERATOR =
		Pattern.compile("([\\w.]+:\\w+)\\(-?\\d+\\) is not a registered function/op");
	private static final Pattern MISSING_KERNEL =
		Pattern.compile("Could not find an implementation for (\\w+)");
	private static final Pattern EXTERNAL = Pattern.compile(
		"(?i)external data (path|file)|external initializer|open file .* for reading");
	private static final Pattern OPSET = Pattern.compile(
		"(?i)unsupported model ir version|opset \\d+ is under development|is till opset \\d+");

	/** Operators of the positions that RT-DETR and its kin give their pixels. */
	private static final Set<String> POSITIONS = Set.of("Sin", "Cos");

	private static final String FLOAT_POSITIONS = "float32. RT-DETR, D-FINE and DEIM of Hugging Face"
		+ " compute positions in float64: set compute_dtype = torch.float32 in the function that makes"
		+ " them (transformers, models/rt_detr/modeling_rt_detr.py and those of its kin), then export"
		+ " again.";

	private static final List<Pattern> OWN_WORDS = List.of(
		Pattern.compile("^Error code - \\w+ - message: ?"),
		Pattern.compile("Load model from (the file|\\S+) failed: ?"),
		Pattern.compile("/onnxruntime_src/\\S+:\\d+ [^()]*\\([^()]*\\)( const)?( \\[.*?\\])? ?"),
		Pattern.compile("(Exception during initialization|(\\w+ )?Error): ?"));

	private OpenFailure() {}

	static TriptychException of(String file, OrtException e) {
		String told = e.getMessage() == null ? "" : e.getMessage();
		// The path of a file says nothing of what is wrong with it.
		String message = told.replace(file, "the file");
		return new TriptychException(sentence(file, message), e);
	}

	private static String sentence(String file, String message) {
		Matcher m = OPERATOR.matcher(message);
		if (m.find()) return "The model " + file + " uses the operator " + m.group(1)
			+ ", which is not part of ONNX Runtime; export it again without custom operators (pre- and"
			+ " post-processing steps inside the model are the usual cause).";
		m = MISSING_KERNEL.matcher(message);
		if (m.find()) {
			String how = POSITIONS.contains(m.group(1)) ? FLOAT_POSITIONS : "float32.";
			return "The model " + file + " uses the operator " + m.group(1)
				+ " in a form that this ONNX Runtime cannot compute on the CPU; export it as " + how;
		}
		if (EXTERNAL.matcher(message).find()) return "The model " + file
			+ " keeps its weights in a file of its own, which is not beside it; copy the data file"
			+ " (usually named like the model with .data at the end) into the same folder.";
		if (message.contains("Protobuf parsing failed") || message.contains("INVALID_PROTOBUF")
			|| message.contains("ModelProto does not have a graph"))
			return "The file " + file + " is not a readable ONNX model: it is damaged, cut off or"
				+ " something else under the name .onnx.";
		if (OPSET.matcher(message).find()) return "The model " + file
			+ " was exported for a newer ONNX Runtime than this one; export it with an older opset. ("
			+ first(message) + ")";
		return "The model " + file + " cannot be opened; ONNX Runtime says: "
			+ first(message);
	}

	/** What ONNX Runtime says without its codes and the places in its own source. */
	private static String first(String message) {
		String line = message.lines().findFirst().orElse("");
		for (Pattern own : OWN_WORDS)
			line = own.matcher(line).replaceAll("");
		line = line.strip();
		return line.length() > 300 ? line.substring(0, 300) + "..." : line;
	}
}
