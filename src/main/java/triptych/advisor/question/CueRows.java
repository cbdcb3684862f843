package triptych.advisor.question;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import triptych.advisor.need.Language;
import triptych.advisor.need.ResourceTable;

/**
 * The rows of a table of cues, as bytes, by what a cue begins with. A question needs few of them,
 * so that no other row is ever made into a cue.
 */
final class CueRows {

	private static final int BUCKETS = 1024, NONE = -1, COLUMNS = 3;

	private final byte[] table;

	/** Where each row begins, and the row behind it in its bucket; the last bucket takes the rest. */
	private int[] begins = new int[4096], next = new int[4096];
	private final int[] first = new int[BUCKETS + 1];

	CueRows(Language language) {
		table = ResourceTable.bytes("cues-" + language.key() + ".tsv");
		Arrays.fill(first, NONE);
		int[] last = new int[BUCKETS + 1];
		boolean heading = true;
		int rows = 0;
		for (int begin = 0; begin < table.length; begin = end(begin, '\n') + 1) {
			if (table[begin] == '#' || table[begin] == '\n') continue;
			if (!heading) put(rows++, begin, last);
			heading = false;
		}
		begins = Arrays.copyOf(begins, rows);
	}

	private void put(int row, int begin, int[] last) {
		if (row == begins.length) {
			begins = Arrays.copyOf(begins, 2 * row);
			next = Arrays.copyOf(next, 2 * row);
		}
		int bucket = bucket(begin);
		begins[row] = begin;
		next[row] = NONE;
		if (first[bucket] == NONE) first[bucket] = row;
		else next[last[bucket]] = row;
		last[bucket] = row;
	}

	/** The first place from a row's beginning that holds an ASCII character. */
	private int end(int from, char mark) {
		int i = from;
		while (i < table.length && table[i] != mark) i++;
		return i;
	}

	/** By what a cue begins with; the last one for those that may begin otherwise than written. */
	private int bucket(int begin) {
		int i = table[begin] == '^' ? begin + 1 : begin;
		char a = table[i] >= 0 ? (char) table[i] : letter(i);
		int bytes = a < 0x800 ? 2 : 3;
		byte b = table[a < 0x80 ? i + 1 : i + bytes];
		if (b == '@') return BUCKETS;
		boolean kana = a >= 0x3041 && a <= 0x30fa, han = a >= 0x4e00 && a <= 0x9fff;
		if (kana || han) return bucket(NormalText.simplified(a), ' ');
		boolean umlaut = b == 'e' && (a == 'a' || a == 'o' || a == 'u');
		boolean letters = a >= 'a' && a <= 'z' && (b >= 'a' && b <= 'z' || b == ' ');
		return letters && !umlaut ? bucket(a, (char) b) : BUCKETS;
	}

	/** A letter of two or three bytes of UTF-8. */
	private char letter(int i) {
		int a = table[i], b = table[i + 1] & 0x3f;
		return (char) ((a & 0xe0) == 0xc0 ? (a & 0x1f) << 6 | b
			: (a & 0xf) << 12 | b << 6 | table[i + 2] & 0x3f);
	}

	private static int bucket(char a, char b) {
		return (a * 31 + (a < 128 ? b : 0)) % BUCKETS;
	}

	/** Cues that may begin at a place of a text; each is handed out once. */
	List<Cue> taken(NormalText text, int place) {
		char second = place + 1 < text.length() ? text.at(place + 1) : ' ';
		int bucket = bucket(text.at(place), second), before = NONE;
		List<Cue> cues = new ArrayList<>(0);
		for (int row = first[bucket]; row != NONE; row = next[row]) {
			if (!mayBegin(begins[row], text, place)) {
				before = row;
				continue;
			}
			cues.add(cue(begins[row]));
			if (before == NONE) first[bucket] = next[row];
			else next[before] = next[row];
		}
		return cues;
	}

	/**
	 * Whether the plain letters that a row begins with stand there; of what follows them, and of
	 * what a normal text may write otherwise, nothing is said.
	 */
	private boolean mayBegin(int begin, NormalText text, int place) {
		int from = table[begin] == '^' ? begin + 1 : begin;
		for (int i = from, t = place; isPlain(i, from); i++, t++)
			if (t >= text.length() || text.at(t) != table[i]) return false;
		return true;
	}

	private boolean isPlain(int i, int from) {
		byte c = table[i];
		if (c == ' ') return isLetter(table[i + 1]);
		boolean umlaut = c == 'e' && i > from && "aou".indexOf(table[i - 1]) >= 0;
		return isLetter(c) && !umlaut;
	}

	private static boolean isLetter(byte c) {
		return c >= 'a' && c <= 'z';
	}

	/** Cues that may begin otherwise than they are written; they are handed out once. */
	List<Cue> takenElsewhere() {
		List<Cue> cues = new ArrayList<>();
		for (int row = first[BUCKETS]; row != NONE; row = next[row])
			cues.add(cue(begins[row]));
		first[BUCKETS] = NONE;
		return cues;
	}

	private Cue cue(int begin) {
		String[] cells = ResourceTable.cells(text(begin, end(begin, '\n')), COLUMNS);
		return new Cue(cells[0], cells[1], cells[2].isEmpty() ? 1 : Double.parseDouble(cells[2]));
	}

	private String text(int begin, int end) {
		return new String(table, begin, end - begin, StandardCharsets.UTF_8);
	}

	/** The words of all cues, those of cues with any word apart, but for the shortest. */
	Vocabulary words(int shortest) {
		Vocabulary words = new Vocabulary(shortest);
		for (int begin : begins) {
			int end = end(begin, '\t');
			boolean ascii = true, any = false;
			for (int i = begin; i < end; i++) {
				ascii &= table[i] >= 0;
				any |= table[i] == '@';
			}
			if (any) continue;
			String normal = ascii ? "" : NormalText.of(text(begin, end)).text();
			for (int i = begin; ascii && i < end; i++)
				words.read((char) table[i]);
			for (int i = 0; i < normal.length(); i++)
				words.read(normal.charAt(i));
			words.read(' ');
		}
		return words;
	}
}
