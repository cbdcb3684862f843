package triptych.core;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A named array that goes into or comes out of a model. The data is one buffer of the tensor's own
 * type in native byte order, last dimension fastest, read from position 0.
 */
public record Tensor(String name, long[] shape, TensorType type, ByteBuffer data) {

	/** Number of elements. */
	public int size() {
		return Math.toIntExact(elements(shape));
	}

	public static long elements(long[] shape) {
		long n = 1;
		for (long d : shape)
			n = Math.multiplyExact(n, d);
		return n;
	}

	/** The dimensions without those of length one. */
	public int[] squeezed() {
		return Arrays.stream(shape).filter(d -> d != 1).mapToInt(Math::toIntExact).toArray();
	}

	/** All elements as floats: a view where they are floats already, else a converted copy. */
	public FloatBuffer floats() {
		if (type == TensorType.FLOAT) return data.asFloatBuffer();
		int n = size();
		float[] out = new float[n];
		for (int i = 0; i < n; i++)
			out[i] = switch (type) {
				case FLOAT -> data.getFloat(4 * i);
				case DOUBLE -> (float) data.getDouble(8 * i);
				case FLOAT16 -> Float16.toFloat(data.getShort(2 * i));
				case UINT8 -> data.get(i) & 0xff;
				case INT8, BOOL -> data.get(i);
				case INT32 -> data.getInt(4 * i);
				case INT64 -> data.getLong(8 * i);
			};
		return FloatBuffer.wrap(out);
	}

	/** Name and shape as people write them, such as {@code output0 [1, 84, 8400]}. */
	@Override
	public String toString() {
		return name + " " + Arrays.toString(shape);
	}
}
