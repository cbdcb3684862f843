package triptych.draft;

import java.util.List;

/**
 * A reading and what it makes of an image; what makes more sense comes first.
 *
 * @param read how many outputs of the model it reads
 */
public record Tried(Reading reading, Sense sense, int read) implements Comparable<Tried> {

	/** Readings without an image. */
	public static List<Tried> not(List<Reading> readings) {
		return readings.stream().map(r -> new Tried(r, new Sense(Sense.FULL, ""), 0)).toList();
	}

	@Override
	public int compareTo(Tried other) {
		int better = Integer.compare(other.sense.grade(), sense.grade());
		return better != 0 ? better : Integer.compare(other.read, read);
	}

	/** Why it stands where it stands. */
	@Override
	public String toString() {
		return reading + " - " + sense.why();
	}
}
