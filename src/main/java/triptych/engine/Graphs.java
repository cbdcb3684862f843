package triptych.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.GraphInfo;
import triptych.model.GraphInfo.Slot;

/** Reads from a session what DJL does not tell: names, shapes, types and metadata. */
final class Graphs {

	private Graphs() {}

	static GraphInfo read(OrtSession session, String file) throws OrtException {
		List<Slot> outputs = slots(session.getOutputInfo(), file);
		if (outputs.isEmpty()) throw new TriptychException("The model " + file
			+ " has no output, so it tells nothing about an image; export it again.");
		return new GraphInfo(slots(session.getInputInfo(), file), outputs,
			Map.copyOf(session.getMetadata().getCustomMetadata()));
	}

	private static List<Slot> slots(Map<String, NodeInfo> nodes, String file) {
		List<Slot> slots = new ArrayList<>();
		nodes.forEach((name, node) -> {
			if (!(node.getInfo() instanceof TensorInfo t))
				throw new TriptychException("The model " + file + " has \"" + name
					+ "\", which is a list or a map, not a tensor; export it so that it gives tensors only.");
			slots.add(new Slot(name, type(t.type, file), t.getShape()));
		});
		return slots;
	}

	static TensorType type(OnnxJavaType type, String file) {
		return switch (type) {
			case FLOAT -> TensorType.FLOAT;
			case DOUBLE -> TensorType.DOUBLE;
			case FLOAT16 -> TensorType.FLOAT16;
			case UINT8 -> TensorType.UINT8;
			case INT8 -> TensorType.INT8;
			case INT32 -> TensorType.INT32;
			case INT64 -> TensorType.INT64;
			case BOOL -> TensorType.BOOL;
			default -> throw new TriptychException(
				"The model " + file + " uses values of the type " + type + ", which Triptych cannot hold.");
		};
	}
}
