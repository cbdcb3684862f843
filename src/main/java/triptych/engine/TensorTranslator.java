package triptych.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.model.GraphInfo.Slot;

/**
 * Hands our tensors to DJL and back and does nothing else. Direct input buffers are used where they
 * lie; outputs are written into buffers of its own that every call reuses, or, where their shapes
 * are open or large, kept by the {@link Call}.
 */
final class TensorTranslator implements NoBatchifyTranslator<List<Tensor>, List<Tensor>> {

	/** Bytes; files may state larger outputs than they give. */
	private static final double MOST_OWN = 1 << 29;

	private final List<Tensor> own;

	/** @param outputs the outputs with fixed shapes, or none */
	TensorTranslator(List<Slot> outputs) {
		own = outputs.stream().map(TensorTranslator::tensor).toList();
	}

	private static Tensor tensor(Slot output) {
		long bytes = Tensor.elements(output.shape()) * output.type().bytes();
		ByteBuffer data = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
		return new Tensor(output.name(), output.shape(), output.type(), data);
	}

	/** True where the outputs' buffers can be made before the run and take little memory. */
	static boolean fixed(List<Slot> outputs) {
		double all = 0;
		for (Slot output : outputs) {
			double bytes = output.type().bytes();
			for (long edge : output.shape()) {
				if (edge < 1) return false;
				bytes *= edge;
			}
			all += bytes;
		}
		return all <= Math.min(MOST_OWN, Runtime.getRuntime().maxMemory() / 4);
	}

	@Override
	public NDList processInput(TranslatorContext context, List<Tensor> inputs) {
		NDList list = new NDList(inputs.size() + own.size());
		for (Tensor t : inputs)
			list.add(array(context, t));
		for (Tensor t : own)
			list.add(array(context, t));
		return list;
	}

	private static NDArray array(TranslatorContext context, Tensor t) {
		NDArray array = context.getNDManager().create(t.data(), new Shape(t.shape()), type(t.type()));
		array.setName(t.name());
		return array;
	}

	@Override
	public List<Tensor> processOutput(TranslatorContext context, NDList outputs) {
		return own.isEmpty() ? Call.current().outputs() : own;
	}

	private static DataType type(TensorType type) {
		return switch (type) {
			case FLOAT -> DataType.FLOAT32;
			case DOUBLE -> DataType.FLOAT64;
			case FLOAT16 -> DataType.FLOAT16;
			case UINT8 -> DataType.UINT8;
			case INT8 -> DataType.INT8;
			case INT32 -> DataType.INT32;
			case INT64 -> DataType.INT64;
			case BOOL -> DataType.BOOLEAN;
		};
	}
}
