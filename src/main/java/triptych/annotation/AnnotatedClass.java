package triptych.annotation;

import java.util.Map;

/**
 * A class that a data set knows, whether or not an image shows it.
 *
 * @param properties what else the data set says of it, such as COCO's id and supercategory
 */
public record AnnotatedClass(String name, Map<String, String> properties) {

	public AnnotatedClass(String name) {
		this(name, Map.of());
	}
}
