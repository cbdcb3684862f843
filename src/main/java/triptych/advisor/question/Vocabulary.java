package triptych.advisor.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words of letters from a to z, as {@link NormalText} writes them, read letter by letter. */
final class Vocabulary {

	private final int shortest;

	/** The words one after another; where each ends; word + 1 by its letters, open addressing. */
	private byte[] letters = new byte[1 << 15];
	private int[] ends = new int[1 << 12], slots = new int[1 << 13];
	private int words, begin, end;

	/** @param shortest letters of the shortest word that is kept */
	Vocabulary(int shortest) {
		this.shortest = shortest;
	}

	/** The next character of the text; any but a letter ends a word. */
	void read(char c) {
		char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
		if (lower >= 'a' && lower <= 'z') {
			if (lower == 'e' && endsInVowel()) return;
			if (end == letters.length) letters = Arrays.copyOf(letters, 2 * end);
			letters[end++] = (byte) lower;
			return;
		}
		if (end - begin >= shortest) keep();
		end = begin;
	}

	/** A, o and u swallow an e behind them, as in {@link NormalText}. */
	private boolean endsInVowel() {
		int last = end > begin ? letters[end - 1] : 0;
		return last == 'a' || last == 'o' || last == 'u';
	}

	private void keep() {
		int slot = slot(hash(begin, end));
		while (slots[slot] != 0) {
			if (isWord(slots[slot] - 1)) return;
			slot = slot + 1 & slots.length - 1;
		}
		slots[slot] = words + 1;
		if (words == ends.length) ends = Arrays.copyOf(ends, 2 * words);
		ends[words++] = end;
		begin = end;
		if (2 * words == slots.length) grow();
	}

	private void grow() {
		slots = new int[2 * slots.length];
		for (int w = 0; w < words; w++) {
			int slot = slot(hash(begin(w), ends[w]));
			while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
			slots[slot] = w + 1;
		}
	}

	/** As that of a string. */
	private int hash(int from, int to) {
		int hash = 0;
		for (int i = from; i < to; i++)
			hash = 31 * hash + letters[i];
		return hash;
	}

	private int slot(int hash) {
		return (hash * 0x9E3779B1 >>> 8) & slots.length - 1;
	}

	private int begin(int word) {
		return word == 0 ? 0 : ends[word - 1];
	}

	/** Whether what is being read is a word. */
	private boolean isWord(int word) {
		int from = begin(word), length = ends[word] - from;
		if (length != end - begin) return false;
		for (int i = 0; i < length; i++)
			if (letters[from + i] != letters[begin + i]) return false;
		return true;
	}

	boolean contains(String word) {
		int slot = slot(word.hashCode());
		while (slots[slot] != 0) {
			if (isWord(slots[slot] - 1, word)) return true;
			slot = slot + 1 & slots.length - 1;
		}
		return false;
	}

	private boolean isWord(int word, String text) {
		int from = begin(word);
		if (ends[word] - from != text.length()) return false;
		for (int i = 0; i < text.length(); i++)
			if (letters[from + i] != text.charAt(i)) return false;
		return true;
	}

	/** The words of so many letters that begin with one. */
	List<String> beginningWith(char letter, int length) {
		List<String> found = new ArrayList<>();
		for (int w = 0; w < words; w++)
			if (letters[begin(w)] == letter && ends[w] - begin(w) == length) found.add(word(w));
		return found;
	}

	private String word(int w) {
		StringBuilder word = new StringBuilder();
		for (int i = begin(w); i < ends[w]; i++)
			word.append((char) letters[i]);
		return word.toString();
	}
}
