package triptych.advisor.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strings stored letter by letter, so that all of them that begin at a place in a text are found in
 * one walk.
 */
final class Trie<T> {

	private static final int NONE = -1;

	/** State and letter to the next state, open addressing; 0 is no key, for no letter is 0. */
	private long[] keys = new long[1 << 12];
	private int[] next = new int[1 << 12];
	private int states = 1, used;
	private final List<List<T>> ends = new ArrayList<>(List.of(List.of()));

	void add(String word, T value) {
		int state = 0;
		for (int i = 0; i < word.length(); i++) {
			int to = step(state, word.charAt(i));
			state = to == NONE ? grow(state, word.charAt(i)) : to;
		}
		if (ends.get(state).isEmpty()) ends.set(state, new ArrayList<>());
		ends.get(state).add(value);
	}

	/** The state after a letter, or -1 where nothing goes on so; the first state is 0. */
	int step(int state, char letter) {
		return next(slot(state, letter));
	}

	/** What ends in a state. */
	List<T> at(int state) {
		return ends.get(state);
	}

	private int next(int slot) {
		return keys[slot] == 0 ? NONE : next[slot];
	}

	private int slot(int state, char letter) {
		long key = (long) state << 16 | letter;
		int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
		while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & keys.length - 1;
		return slot;
	}

	private int grow(int state, char letter) {
		if (2 * ++used > keys.length) {
			long[] old = keys;
			int[] oldNext = next;
			keys = new long[2 * old.length];
			next = Arrays.copyOf(next, keys.length);
			for (int i = 0; i < old.length; i++)
				if (old[i] != 0) put((int) (old[i] >> 16), (char) old[i], oldNext[i]);
		}
		put(state, letter, states);
		ends.add(List.of());
		return states++;
	}

	private void put(int state, char letter, int to) {
		int slot = slot(state, letter);
		keys[slot] = (long) state << 16 | letter;
		next[slot] = to;
	}
}
