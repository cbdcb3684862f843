package triptych.annotation.coco;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.stream.JsonReader;
import triptych.core.TriptychException;

/**
 * Where the entries of a COCO file lie. The file is gone through once, byte by byte, and of each
 * entry only its place and the image that it refers to are kept (16 bytes), so that a file of any
 * size can be read entry by entry, whatever their order.
 */
final class CocoEntries implements AutoCloseable {

	static final String IMAGES = "images", ANNOTATIONS = "annotations", CATEGORIES = "categories";

	private final Path file;
	private final FileChannel channel;
	private final Map<String, EntryList> lists = new LinkedHashMap<>();
	/** What entries call their image, in the order in which they first do. */
	private final List<String> references = new ArrayList<>();
	private boolean results;

	private CocoEntries(Path file) throws IOException {
		this.file = file;
		channel = FileChannel.open(file);
	}

	/** @throws TriptychException where the file cannot be read or is cut off */
	static CocoEntries scan(Path file) {
		if (!Files.isRegularFile(file))
			throw new TriptychException("There is no file \"" + file + "\".");
		CocoEntries entries = null;
		try {
			entries = new CocoEntries(file);
			entries.new Scan().run();
			return entries;
		}
		catch (IOException e) {
			if (entries != null) entries.close();
			throw unreadable(file, e);
		}
		catch (TriptychException e) {
			entries.close();
			throw e;
		}
	}

	static TriptychException unreadable(Path file, IOException e) {
		return new TriptychException(
			"The file \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
	}

	Path file() {
		return file;
	}

	/** The entries of one list; none where the file has no such list. */
	EntryList list(String name) {
		return lists.getOrDefault(name, new EntryList());
	}

	/** True for a list of predictions, without images and classes. */
	boolean isResults() {
		return results;
	}

	/** What entry references stand for: ids of images, as they are written. */
	List<String> references() {
		return references;
	}

	/** The JSON of one entry. */
	String text(EntryList list, int entry) {
		ByteBuffer bytes = ByteBuffer.allocate(list.length(entry));
		try {
			while (bytes.hasRemaining())
				if (channel.read(bytes, list.start(entry) + bytes.position()) < 0)
					throw new IOException("it became shorter meanwhile");
		}
		catch (IOException e) {
			throw unreadable(file, e);
		}
		return new String(bytes.array(), StandardCharsets.UTF_8);
	}

	/** Reads itself from JSON. */
	interface Parser<T> {

		/** @throws IllegalArgumentException with the end of a sentence on what is wrong with it */
		T of(JsonReader json) throws IOException;
	}

	/** @throws TriptychException naming the entry where it is no JSON or of another kind */
	<T> T read(String list, int entry, Parser<T> parser) {
		try {
			return parser.of(new JsonReader(new StringReader(text(list(list), entry))));
		}
		catch (IOException | IllegalStateException | NumberFormatException e) {
			throw new TriptychException(name(list, entry) + " cannot be read: "
				+ String.valueOf(TriptychException.why(e)).replaceFirst("(?s)\\n.*", "") + ".", e);
		}
	}

	/** What an entry is called in a sentence; entries are counted from 1. */
	String name(String list, int entry) {
		return "In \"" + file + "\", entry " + (entry + 1) + " of \"" + list + "\"";
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (IOException e) {
			// Nothing was written; there is nothing to lose.
			return;
		}
	}

	/** One pass over the file. */
	private final class Scan {

		private static final int LONGEST_WORD = 200;

		private final Map<String, Integer> numbers = new HashMap<>();
		private final StringBuilder word = new StringBuilder();
		private String key = "", listName = "";
		private EntryList list;
		/** How many brackets are open, and so many inside an entry of a list. */
		private int depth, entryDepth;
		private boolean inString, escaped, afterColon, ended;
		private long entryStart;
		private int reference;

		void run() throws IOException {
			ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
			long at = 0;
			for (int n = channel.read(buffer, 0); n > 0; n = channel.read(buffer, at)) {
				byte[] bytes = buffer.array();
				for (int i = 0; i < n; i++)
					take(bytes[i], at + i);
				at += n;
				buffer.clear();
			}
			if (entryDepth == 0) throw new TriptychException("The file \"" + file + "\" is empty.");
			if (!ended) throw cutOff();
		}

		private void take(byte b, long at) {
			if (inString) inString(b);
			else switch (b) {
				case '"' -> {
					inString = true;
					word.setLength(0);
				}
				case '{', '[' -> open(b, at);
				case '}', ']' -> close(b, at);
				case ':' -> {
					if (isWatched()) key = word.toString();
					word.setLength(0);
					afterColon = true;
				}
				case ',' -> endOfValue();
				case ' ', '\t', '\r', '\n' -> {
					return;
				}
				default -> {
					if (entryDepth == 0 && b != (byte) 0xEF && b != (byte) 0xBB && b != (byte) 0xBF)
						throw new TriptychException("The file \"" + file + "\" is no JSON file.");
					if (afterColon && isWatched()) append(b);
				}
			}
		}

		private boolean isWatched() {
			return depth == entryDepth || depth == 1;
		}

		private void append(byte b) {
			// Words that are looked for are short and hold no other letters than those of ASCII.
			if (word.length() < LONGEST_WORD) word.append((char) (b & 0xFF));
		}

		private void inString(byte b) {
			if (escaped) escaped = false;
			else if (b == '\\') escaped = true;
			else if (b == '"') {
				inString = false;
				return;
			}
			if (isWatched()) append(b);
		}

		private void open(byte b, long at) {
			if (entryDepth == 0) {
				results = b == '[';
				entryDepth = results ? 2 : 3;
				if (results) start(ANNOTATIONS);
			}
			depth++;
			if (!results && depth == 2) start(b == '[' ? key : "");
			if (depth == entryDepth && list != null) {
				entryStart = at;
				reference = -1;
			}
			afterColon = false;
			word.setLength(0);
		}

		private void start(String name) {
			listName = name;
			list = name.isEmpty() ? null : lists.computeIfAbsent(name, n -> new EntryList());
		}

		private void close(byte b, long at) {
			endOfValue();
			if (depth == entryDepth && list != null)
				list.add(entryStart, (int) (at + 1 - entryStart), reference);
			if (depth == entryDepth - 1 && list != null) {
				list.close(at);
				list = null;
			}
			if (--depth == 0) ended = true;
		}

		/** Notes what an entry says of the two things that are looked for. */
		private void endOfValue() {
			if (afterColon && depth == entryDepth && list != null) {
				if (key.equals("image_id"))
					reference = numbers.computeIfAbsent(word.toString(), this::newReference);
				else
					if (key.equals("id") && isNumber(word))
						list.seenId(Long.parseLong(word, 0, word.length(), 10));
			}
			afterColon = false;
			word.setLength(0);
		}

		private int newReference(String id) {
			references.add(new String(id.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
			return references.size() - 1;
		}

		private boolean isNumber(CharSequence text) {
			return !text.isEmpty() && text.length() < 18 && text.chars().allMatch(Character::isDigit);
		}

		private TriptychException cutOff() {
			String where = list == null ? ""
				: ", in entry " + (list.size() + 1) + " of \"" + listName + "\"";
			return new TriptychException("The file \"" + file + "\" is cut off: it ends before its last"
				+ " bracket" + where + ". Copy or export it again.");
		}
	}
}
