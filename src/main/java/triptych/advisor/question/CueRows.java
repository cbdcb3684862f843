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

	/** Cues that may begin with two characters of a normal text; each is handed out once. */
	List<Cue> taken(char a, char b) {
		int bucket = bucket(a, b);
		return first[bucket] == NONE ? List.of() : taken(bucket);
	}

	/** Cues that may begin otherwise than they are written. */
	List<Cue> takenElsewhere() {
		return taken(BUCKETS);
	}

	private List<Cue> taken(int bucket) {
		List<Cue> cues = new ArrayList<>();
		for (int row = first[bucket]; row != NONE; row = next[row])
			cues.add(cue(begins[row]));
		first[bucket] = NONE;
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
		Vocabulary words = new Vocabulary(shortest, table.length);
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
