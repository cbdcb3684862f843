package triptych.folder;

import java.util.List;
import java.util.stream.IntStream;

import triptych.core.TriptychException;

/**
 * One of several equal parts of a folder's images, for processes that share the work: of the sorted
 * images every n-th one, so that the same folder is always split in the same way.
 *
 * @param index from 1 to {@code of}
 */
public record Shard(int index, int of) {

	public static final Shard WHOLE = new Shard(1, 1);

	public static Shard of(String text) {
		if (text.matches("\\d{1,6}/\\d{1,6}")) {
			int slash = text.indexOf('/'), i = Integer.parseInt(text.substring(0, slash)),
				n = Integer.parseInt(text.substring(slash + 1));
			if (i >= 1 && i <= n) return new Shard(i, n);
		}
		throw new TriptychException(
			"The shard \"" + text + "\" is not known; write the part and the number of parts, "
				+ "such as 2/3 for the second of three.");
	}

	boolean whole() {
		return of == 1;
	}

	public <T> List<T> of(List<T> all) {
		return IntStream.range(0, all.size())
			.filter(i -> i % of == index - 1)
			.mapToObj(all::get)
			.toList();
	}

	/** Ends the names of the files that each shard has for itself. */
	String ending() {
		return whole() ? "" : "-" + index + "-of-" + of;
	}

	@Override
	public String toString() {
		return index + "/" + of;
	}
}
