package triptych.decode;

import java.util.Arrays;

/**
 * Which class is the strongest at each pixel of a row: maps compete one after the other, and of
 * equal ones the first wins. NaN wins, so that it is seen. Floats are compared as whole numbers of
 * the same order, in short loops without branches: those are vectorised, and where classes change
 * from pixel to pixel a branch would be foreseen wrongly most of the time.
 */
public final class Contest {

	private static final int MAGNITUDE = 0x7fffffff, INFINITE = 0x7f800000;

	/** Each pixel's best value so far, and all bits set where the map that is new is better. */
	private final int[] best, better;
	private final int[] winner;

	public Contest(int width) {
		best = new int[width];
		better = new int[width];
		winner = new int[width];
	}

	/** All pixels have winner 0 until a map is above minus infinity there. */
	public void begin() {
		Arrays.fill(best, -INFINITE);
		Arrays.fill(winner, 0);
	}

	/** @param bits of the floats of one map, which are overwritten */
	public void enter(int[] bits, int id) {
		compare(best, bits, better);
		take(best, bits, better);
		take(winner, id, better);
	}

	/**
	 * Magnitude and sign become a number that is larger where the float is; both zeros become 0, NaN
	 * more than infinity whatever its sign. Then the sign of best - new, also where the difference
	 * overflows (Warren, Hacker's Delight, 2-12).
	 */
	private static void compare(int[] best, int[] bits, int[] better) {
		for (int x = 0; x < better.length; x++) {
			int magnitude = bits[x] & MAGNITUDE, nan = INFINITE - magnitude >> 31;
			int negative = bits[x] >> 31 & ~nan;
			int a = best[x], b = (magnitude ^ negative) - negative;
			bits[x] = b;
			better[x] = (a & ~b | ~(a ^ b) & a - b) >> 31;
		}
	}

	private static void take(int[] best, int[] now, int[] better) {
		for (int x = 0; x < better.length; x++)
			best[x] ^= (best[x] ^ now[x]) & better[x];
	}

	private static void take(int[] winner, int id, int[] better) {
		for (int x = 0; x < better.length; x++)
			winner[x] ^= (winner[x] ^ id) & better[x];
	}

	/** True where a map held NaN in this row. */
	public boolean metNaN() {
		boolean met = false;
		for (int value : best)
			met |= value > INFINITE;
		return met;
	}

	/** The winners, there until the next row begins. */
	public int[] winners() {
		return winner;
	}
}
