package triptych.core;

/** Element types of tensors, with their size in bytes. */
public enum TensorType {

	FLOAT(4), DOUBLE(8), FLOAT16(2), UINT8(1), INT8(1), INT32(4), INT64(8), BOOL(1);

	private final int bytes;

	TensorType(int bytes) {
		this.bytes = bytes;
	}

	public int bytes() {
		return bytes;
	}
}
