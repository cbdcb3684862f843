package triptych.advisor.question;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;

import triptych.advisor.need.TaskChoice;

/**
 * What the letters and words of a question add to its cues: runs of two to five letters and of one
 * or two words, hashed, each with a small score for each task, fitted together with evidence.tsv by
 * src/training/advisor. It helps where a question uses words that no cue knows.
 */
final class Ngrams {

	private static final int SHORTEST = 2, LONGEST = 5, BITS = 15, TASKS = TaskChoice.values().length;

	/** Runs of letters and of words that a short question has: fewer tell less. */
	private static final int FEW_LETTERS = 100, FEW_WORDS = 12;

	/** Scores of runs of letters, then those of words. */
	private static final byte[] WEIGHTS = new byte[2 * TASKS << BITS];
	private static final float SCALE;

	/** Bytes read at a time. */
	private static final int CHUNK = 1 << 13;

	static {
		try (InputStream in = Ngrams.class.getResourceAsStream("/triptych/advisor/ngrams.bin");
			DataInputStream data = new DataInputStream(in))
		{
			SCALE = data.readFloat();
			// At once, it would be read into as much memory again.
			for (int at = 0; at < WEIGHTS.length; at += CHUNK)
				data.readFully(WEIGHTS, at, CHUNK);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Ngrams() {}

	/**
	 * Adds to the score of each task; every run counts once, all of letters and all of words together
	 * with length one, or less where they are few.
	 */
	static void add(NormalText text, double[] scores) {
		String s = "^" + text.text().strip() + "$";
		add(letters(s), FEW_LETTERS, 0, scores);
		add(words(s), FEW_WORDS, 1 << BITS, scores);
	}

	private static void add(BitSet found, int few, int first, double[] scores) {
		double length = Math.sqrt(Math.max(few, found.cardinality()));
		int[] sums = new int[TASKS];
		for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1))
			for (int t = 0, w = (first + i) * TASKS; t < TASKS; t++)
				sums[t] += WEIGHTS[w + t];
		for (int t = 0; t < TASKS; t++)
			scores[t] += sums[t] * SCALE / length;
	}

	private static BitSet letters(String s) {
		BitSet found = new BitSet(1 << BITS);
		for (int start = 0; start < s.length(); start++) {
			int hash = 0;
			for (int n = 1; n <= LONGEST && start + n <= s.length(); n++) {
				hash = hash * 31 + s.charAt(start + n - 1);
				if (n >= SHORTEST) found.set(slot(hash, n));
			}
		}
		return found;
	}

	/**
	 * What stands between blanks and marks is a word; a mark is one too, and so is each Chinese or
	 * Japanese character.
	 */
	private static BitSet words(String s) {
		BitSet found = new BitSet(1 << BITS);
		int before = 0;
		for (int start = 0; start < s.length();) {
			int end = start;
			while (end < s.length() && NormalText.isWord(s.charAt(end))) end++;
			end = Math.max(end, start + 1);
			if (s.charAt(start) > ' ') {
				int hash = s.substring(start, end).hashCode();
				found.set(slot(hash, 1));
				if (start > 0) found.set(slot(before * 961 + hash, 2));
				before = hash;
			}
			start = end;
		}
		return found;
	}

	private static int slot(int hash, int n) {
		int h = (hash + n) * 0x9E3779B1;
		return h >>> 32 - BITS;
	}
}
