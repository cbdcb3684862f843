package triptych.pipeline.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import triptych.core.Placement;
import triptych.core.Tensor;

/**
 * What a model gave for a plane, tile by tile: kept from one run, it can be decoded again and again
 * with other limits. Holds copies, as large as the model's outputs.
 */
public final class RawOutputs {

	private record Kept(List<Tensor> outputs, Placement placement) {}

	private final List<Kept> kept = new ArrayList<>();
	private boolean complete;
	private int next;

	/** True once a whole run was kept; from then on the model is not asked any more. */
	public boolean complete() {
		return complete;
	}

	/** A run begins: the tiles come in the same order again. */
	public void begin() {
		next = 0;
		if (!complete) kept.clear();
	}

	public void end() {
		complete = true;
	}

	void add(List<Tensor> outputs, Placement placement) {
		kept.add(new Kept(outputs.stream().map(RawOutputs::copy).toList(), placement));
	}

	/** The next tile, decoded. */
	public <T> T next(BiFunction<List<Tensor>, Placement, T> decode) {
		Kept tile = kept.get(next++);
		return decode.apply(tile.outputs(), tile.placement());
	}

	private static Tensor copy(Tensor tensor) {
		ByteBuffer from = tensor.data().duplicate().rewind();
		ByteBuffer data = ByteBuffer.allocateDirect(from.remaining())
			.order(ByteOrder.nativeOrder())
			.put(from)
			.rewind();
		return new Tensor(tensor.name(), tensor.shape(), tensor.type(), data);
	}
}
