package triptych.decode;

import triptych.core.Numbers;
import triptych.core.TriptychException;
import triptych.model.ModelSpec;

/**
 * Whether a model gives what its family reads: numbers, and where it is said to have made scores
 * itself, scores. What it does not is told, since it would look like an image without objects.
 */
public final class OutputCheck {

	private static final int MAGNITUDE = 0x7fffffff, INFINITE = 0x7f800000;

	/** Half precision rounds a score of 1 up. */
	private static final float ROUNDING = 0.01f;

	/** A network trained on a map of 0 and 1 swings somewhat over both. */
	private static final float SWING = 0.5f;

	/** Where a model does not name its classes. */
	private static final int MOST_CLASSES = 100_000;

	private OutputCheck() {}

	/** @throws TriptychException where there is a NaN among the values */
	public static void numbers(float[] values, ModelSpec model) {
		int nan = 0;
		for (float v : values)
			nan |= INFINITE - (Float.floatToRawIntBits(v) & MAGNITUDE);
		if (nan < 0) throw noNumber(model);
	}

	/** @throws TriptychException where a value of a map is far from being one from 0 to 1 */
	public static void map(float[] values, ModelSpec model) {
		for (float v : values)
			mapValue(v, model);
	}

	/** @throws TriptychException where the value of a map is far from being one from 0 to 1 */
	public static void mapValue(float value, ModelSpec model) {
		if (!(value >= -SWING && value <= 1 + SWING)) throw noScore(value, model);
	}

	/** @throws TriptychException where the value is no score from 0 to 1 */
	public static void score(float value, ModelSpec model) {
		if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) throw noScore(value, model);
	}

	public static TriptychException noNumber(ModelSpec model) {
		return new TriptychException("The model " + model.name()
			+ " gave values that are no numbers (NaN) for this image. It is damaged, or was exported with"
			+ " too few bits (float16), or the image is not what it was made for: compare scale, mean and"
			+ " std with the way it was trained.");
	}

	private static TriptychException noScore(float value, ModelSpec model) {
		if (Float.isNaN(value)) return noNumber(model);
		return new TriptychException("The model " + model.name() + " gave the score " + text(value)
			+ ", but scores lie from 0 to 1. What tells how its output is read (decoder: layout,"
			+ " activation) does not fit it, or it is damaged.");
	}

	private static String text(float value) {
		return Float.isInfinite(value) ? String.valueOf(value) : Numbers.rounded(value);
	}

	/** @return the class, which is a whole number that the model knows */
	public static int classId(float value, ModelSpec model) {
		int id = Math.round(value), named = model.classes().size();
		int most = named > 0 ? named : MOST_CLASSES;
		if (Math.abs(value - id) < ROUNDING && id >= 0 && id < most) return id;
		if (Float.isNaN(value)) throw noNumber(model);
		String known = named > 0 ? "knows the classes 0 to " + (named - 1)
			: "can have whole numbers from 0 as classes";
		throw new TriptychException("The model " + model.name() + " gave the class "
			+ text(value) + ", but it " + known
			+ ". The names of its classes or its layout do not fit it.");
	}
}
