package triptych.core;

/** IEEE 754 half precision, to and from float; Java has it only from version 20 on. */
public final class Float16 {

	private Float16() {}

	public static float toFloat(short half) {
		int sign = (half & 0x8000) << 16;
		int exponent = (half >>> 10) & 0x1f;
		int mantissa = half & 0x3ff;
		if (exponent == 0x1f) return Float.intBitsToFloat(sign | 0x7f800000 | mantissa << 13);
		if (exponent == 0) {
			float value = mantissa * 0x1p-24f;
			return sign == 0 ? value : -value;
		}
		return Float.intBitsToFloat(sign | (exponent + 112) << 23 | mantissa << 13);
	}

	/** Rounds to nearest, ties to even; beyond 65504 to infinity. */
	public static short fromFloat(float value) {
		int bits = Float.floatToIntBits(value);
		int sign = bits >>> 16 & 0x8000;
		int magnitude = bits & 0x7fffffff;
		if (magnitude > 0x7f800000) return (short) (sign | 0x7e00);
		if (magnitude >= 0x477ff000) return (short) (sign | 0x7c00);
		if (magnitude < 0x38800000) {
			// Below the smallest normal half: a multiple of 2^-24, which Math.rint rounds to even.
			return (short) (sign | (int) Math.rint(Math.abs(value) * 0x1p24));
		}
		int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1);
		return (short) (sign | (rounded - 0x38000000) >>> 13);
	}
}
