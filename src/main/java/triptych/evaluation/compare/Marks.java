package triptych.evaluation.compare;

import java.util.List;
import java.util.stream.Stream;

import triptych.core.Box;
import triptych.core.pixels.RunMask;
import triptych.evaluation.source.Content;

/**
 * What is right, wrong and missed in one plane, for drawing.
 *
 * @param shapes of objects
 * @param pixels a kind for each pixel as its place among {@link Kind}, -1 for none; empty where
 *          objects are compared
 * @param caption in words
 */
public record Marks(PlaneSize size, List<Mark> shapes, byte[] pixels, String caption) {

	/** How truth and prediction go together. */
	public enum Kind {
		RIGHT("right"), WRONG("wrong"), MISSED("missed");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		public String word() {
			return word;
		}
	}

	/**
	 * One object: as predicted where it is right or wrong, as drawn where it was missed.
	 *
	 * @param mask null where only its box is known
	 */
	public record Mark(Kind kind, String className, Box box, RunMask mask) {}

	/** Gives the marks of one plane. */
	public interface Marker {

		Marks of(String name, Content truth, Content found);
	}

	static Marks ofShapes(PlaneSize size, List<Mark> shapes) {
		String caption = String.join(", ", Stream.of(Kind.values())
			.map(k -> shapes.stream().filter(s -> s.kind() == k).count() + " " + k.word())
			.toList());
		return new Marks(size, shapes, new byte[0], caption);
	}
}
