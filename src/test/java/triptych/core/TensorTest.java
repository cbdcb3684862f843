package triptych.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorTest {

	@ParameterizedTest
	@EnumSource(TensorType.class)
	void everyTypeReadsAsFloats(TensorType type) {
		int[] values = switch (type) {
			case UINT8 -> new int[] { 0, 1, 127, 128, 255 };
			case BOOL -> new int[] { 0, 1, 1, 0, 1 };
			default -> new int[] { 0, 1, -1, 127, -128 };
		};
		ByteBuffer data = ByteBuffer.allocateDirect(5 * type.bytes()).order(ByteOrder.nativeOrder());
		for (int i = 0; i < 5; i++)
			switch (type) {
				case FLOAT -> data.putFloat(4 * i, values[i]);
				case DOUBLE -> data.putDouble(8 * i, values[i]);
				case FLOAT16 -> data.putShort(2 * i, Float16.fromFloat(values[i]));
				case UINT8, INT8, BOOL -> data.put(i, (byte) values[i]);
				case INT32 -> data.putInt(4 * i, values[i]);
				case INT64 -> data.putLong(8 * i, values[i]);
			}
		FloatBuffer floats = new Tensor("t", new long[] { 1, 5 }, type, data).floats();
		float[] read = new float[floats.remaining()];
		floats.get(read);
		float[] expected = new float[5];
		for (int i = 0; i < 5; i++)
			expected[i] = values[i];
		assertArrayEquals(expected, read);
	}

	@Test
	void elementCountsThatOverflowAreFound() {
		assertEquals(84L * 8400, Tensor.elements(new long[] { 1, 84, 8400 }));
		assertThrows(ArithmeticException.class,
			() -> Tensor.elements(new long[] { 1L << 40, 1L << 40 }));
	}

	@Test
	void onlyDimensionsOfLengthOneAreSqueezed() {
		assertArrayEquals(new int[] { 3, 2 },
			new Tensor("t", new long[] { 1, 3, 1, 2, 1 }, TensorType.FLOAT, ByteBuffer.allocate(24))
				.squeezed());
	}
}
