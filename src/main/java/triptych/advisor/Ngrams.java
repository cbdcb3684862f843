package triptych.advisor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;

/**
 * What the letters of a question add to its cues: runs of two to five letters, hashed, each with a small score for each
 * task, fitted together with evidence.tsv by src/training/advisor. It helps where a question uses words that no cue
 * knows.
 */
final class Ngrams {

	private static final int SHORTEST = 2, LONGEST = 5, BITS = 15, TASKS = TaskChoice.values().length;

	private static final byte[] WEIGHTS = new byte[TASKS << BITS];
	private static final float SCALE;

	static {
		try (InputStream in = Ngrams.class.getResourceAsStream("/triptych/advisor/ngrams.bin"); DataInputStream data =
			new DataInputStream(in))
		{
			SCALE = data.readFloat();
			data.readFully(WEIGHTS);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Ngrams() {}

	/** Adds to the score of each task; every run of letters counts once, all together with length one. */
	static void add(NormalText text, double[] scores) {
		String s = "^" + text.text().strip() + "$";
		BitSet seen = new BitSet(1 << BITS);
		for (int start = 0; start < s.length(); start++) {
			int hash = 0;
			for (int n = 1; n <= LONGEST && start + n <= s.length(); n++) {
				hash = hash * 31 + s.charAt(start + n - 1);
				if (n >= SHORTEST) seen.set(slot(hash, n));
			}
		}
		double length = Math.sqrt(seen.cardinality());
		for (int i = seen.nextSetBit(0); i >= 0; i = seen.nextSetBit(i + 1))
			for (int t = 0; t < TASKS; t++)
				scores[t] += WEIGHTS[i * TASKS + t] * SCALE / length;
	}

	private static int slot(int hash, int n) {
		int h = (hash + n) * 0x9E3779B1;
		return h >>> 32 - BITS;
	}
}
