package triptych.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import triptych.core.pixels.RunMask;

/** Everything that a data set says, as text that can be compared to the last bit. */
public final class SameAnnotations {

	private SameAnnotations() {}

	/** A line an image, a class and an object. */
	public static List<String> text(AnnotationSet set) {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < set.names().size(); i++) {
			AnnotatedImage image = set.image(i);
			lines.add(image.name() + " " + image.width() + " " + image.height() + " " +
				new TreeMap<>(image.properties()));
			image.annotations().forEach(a -> lines.add(text(a)));
		}
		set.classes().forEach(c -> lines.add(c.name() + " " + new TreeMap<>(c.properties())));
		return lines;
	}

	private static String text(Annotation a) {
		return a.className() + " " + a.score() + " " + a.crowd() + " " + text(a.shape()) + " " +
			new TreeMap<>(a.properties());
	}

	public static String text(Shape shape) {
		StringBuilder text = new StringBuilder(shape.box().toString());
		if (shape instanceof Shape.Polygon p)
			p.rings().forEach(r -> text.append(r.hole()).append(Arrays.toString(r.xy())));
		if (shape instanceof Shape.Pixels p) text.append(text(p.mask()));
		return text.toString();
	}

	private static String text(RunMask m) {
		return m.x() + " " + m.y() + " " + Arrays.toString(m.rows()) + Arrays.toString(m.edges());
	}
}
