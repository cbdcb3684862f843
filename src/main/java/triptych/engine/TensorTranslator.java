package triptych.engine;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import triptych.core.Tensor;
import triptych.core.TensorType;

/**
 * Hands our tensors to DJL and back and does nothing else: direct input buffers are used where they lie, outputs are
 * copied once because DJL frees them with the call.
 */
final class TensorTranslator implements NoBatchifyTranslator<List<Tensor>, List<Tensor>> {

	@Override
	public NDList processInput(TranslatorContext context, List<Tensor> inputs) {
		NDList list = new NDList(inputs.size());
		for (Tensor t : inputs) {
			NDArray array = context.getNDManager().create(t.data(), new Shape(t.shape()), type(t.type()));
			array.setName(t.name());
			list.add(array);
		}
		return list;
	}

	@Override
	public List<Tensor> processOutput(TranslatorContext context, NDList outputs) {
		List<Tensor> list = new ArrayList<>(outputs.size());
		for (NDArray array : outputs)
			list.add(new Tensor(array.getName(), array.getShape().getShape(), type(array.getDataType()), array.toByteBuffer()
				.order(ByteOrder.nativeOrder())));
		return list;
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

	private static TensorType type(DataType type) {
		return switch (type) {
			case FLOAT32 -> TensorType.FLOAT;
			case FLOAT64 -> TensorType.DOUBLE;
			case FLOAT16 -> TensorType.FLOAT16;
			case UINT8 -> TensorType.UINT8;
			case INT8 -> TensorType.INT8;
			case INT32 -> TensorType.INT32;
			case INT64 -> TensorType.INT64;
			case BOOLEAN -> TensorType.BOOL;
			default -> throw new IllegalStateException("No tensor type for " + type);
		};
	}
}
