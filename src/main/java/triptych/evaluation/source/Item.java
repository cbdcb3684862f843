package triptych.evaluation.source;

import java.util.Map;

/**
 * One image of a source.
 *
 * @param name by which it is matched, with the folders below that of the source
 * @param origin the file or window, for sentences
 * @param reading gives what is in each plane, by a name of the plane such as {@link #ONLY}
 */
public record Item(String name, String origin, Reading reading) {

	/** Slice and frame of a plane that has no others beside it. */
	public static final String ONLY = "1.1";

	/** Reads when it is asked, as often as it is asked. */
	public interface Reading {

		Map<String, Content> planes();
	}

	public Map<String, Content> planes() {
		return reading.planes();
	}

	/** The name without folders. */
	public String last() {
		return name.substring(name.lastIndexOf('/') + 1);
	}

	Item named(String other) {
		return new Item(other, origin, reading);
	}

	static Item of(String name, String origin, Content content) {
		return new Item(name, origin, () -> Map.of(ONLY, content));
	}
}
