package triptych.annotation;

import java.util.Map;

/**
 * One object, or the class of a whole image.
 *
 * @param score in [0,1] where it is a prediction, NaN where none is given
 * @param crowd true for a region of many objects that nobody told apart: COCO's iscrowd
 * @param properties whatever else the file says of it, in the format's own words: COCO's id and
 *          area, VOC's difficult, truncated and pose
 */
public record Annotation(String className, double score, boolean crowd, Shape shape,
	Map<String, String> properties)
{

	/** An object that was drawn, with nothing else said of it. */
	public Annotation(String className, Shape shape) {
		this(className, Double.NaN, false, shape, Map.of());
	}

	public Annotation withShape(Shape other) {
		return new Annotation(className, score, crowd, other, properties);
	}
}
