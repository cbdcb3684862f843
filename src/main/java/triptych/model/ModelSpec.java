package triptych.model;

import java.util.List;
import java.util.Map;

import triptych.core.Task;
import triptych.core.TriptychException;

/**
 * Everything needed to use a model: its task, classes, input and decoder, its default thresholds
 * and where each fact came from.
 *
 * @param classes class names in the order of the class ids
 * @param confidence default threshold on scores, in [0,1]
 * @param overlap default IoU above which the weaker of two objects is dropped, in [0,1]
 * @param pixelSize micrometres a pixel that the model was trained at, 0 where not told
 * @param diameter pixels across of the objects that it was trained at, 0 where not told
 * @param origins for each fact the format that told it
 */
public record ModelSpec(String name, Task task, List<String> classes, InputSpec input,
	DecoderSpec decoder, double confidence, double overlap, double pixelSize, double diameter,
	String licence, Map<String, String> origins)
{

	/** Of a model that does not tell the size of its objects. */
	public ModelSpec(String name, Task task, List<String> classes, InputSpec input,
		DecoderSpec decoder, double confidence, double overlap, double pixelSize, String licence,
		Map<String, String> origins)
	{
		this(name, task, classes, input, decoder, confidence, overlap, pixelSize, 0, licence, origins);
	}

	/** True where the image can be rescaled so that its objects get the size trained at. */
	public boolean takesDiameter() {
		return diameter > 0 && input.fit() == InputSpec.Fit.PAD && input.anySize();
	}

	/** The same for an image that is rescaled by this factor before the network sees it. */
	public ModelSpec magnified(double factor) {
		return with(input.magnified(factor));
	}

	/** The same for another task, which its family must know. */
	public ModelSpec with(Task other) {
		return new ModelSpec(name, other, classes, input, decoder, confidence, overlap, pixelSize,
			diameter, licence, origins);
	}

	/** The same with another input. */
	public ModelSpec with(InputSpec other) {
		return new ModelSpec(name, task, classes, other, decoder, confidence, overlap, pixelSize,
			diameter, licence, origins);
	}

	/** The same with its outputs read in another way. */
	public ModelSpec with(DecoderSpec other) {
		return new ModelSpec(name, task, classes, input, other, confidence, overlap, pixelSize,
			diameter, licence, origins);
	}

	/** The same with other names of classes. */
	public ModelSpec with(List<String> names) {
		return new ModelSpec(name, task, names, input, decoder, confidence, overlap, pixelSize,
			diameter, licence, origins);
	}

	/** The key among the origins of the SHA-256 that a package tells of its weights. */
	public static final String CHECKSUM = "sha256";

	/** A warning where the file is not the one that its package tells of; blank where all is well. */
	public String checksumWarning(String actual) {
		String told = origins.getOrDefault(CHECKSUM, actual);
		if (told.equalsIgnoreCase(actual)) return "";
		return "The file of the model " + name + " is not the one that its package tells of: SHA-256 "
			+ actual + " instead of " + told;
	}

	/** The name of a class, or {@code class-7} where the model gives none. */
	public String className(int id) {
		return id < classes.size() ? classes.get(id) : "class-" + id;
	}

	/** The id of a class given by its name or by its index. */
	public int classId(String nameOrIndex) {
		int byName = classes.indexOf(nameOrIndex);
		if (byName >= 0) return byName;
		if (nameOrIndex.matches("\\d{1,6}")) {
			int index = Integer.parseInt(nameOrIndex);
			if (classes.isEmpty() || index < classes.size()) return index;
		}
		String meant = Similar.to(nameOrIndex, classes);
		String asked = meant.isEmpty() ? "" : "did you mean " + meant + "? ";
		throw new TriptychException("Unknown class \"" + nameOrIndex + "\" in thresholds; "
			+ asked + "the model " + name + " knows " + shortList(classes) + ".");
	}

	private static String shortList(List<String> names) {
		int shown = Math.min(names.size(), 25);
		String list = String.join(", ", names.subList(0, shown));
		return shown < names.size() ? list + " and " + (names.size() - shown) + " more" : list;
	}
}
