package triptych.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Box;

/** Whatever is likely a mistake is told with its image and object. */
class DataSetReportTest {

	private final DataSetReport report = new DataSetReport();

	private static Annotation object(String className, double x, double y, double w, double h) {
		return new Annotation(className, new Shape.Rectangle(new Box(x, y, x + w, y + h)));
	}

	private String lookAt(AnnotatedImage... images) {
		List.of(images).forEach(report::add);
		List<String> lines = report.lines();
		return String.join("; ", lines.stream().filter(l -> l.startsWith("Look at")).toList());
	}

	private static AnnotatedImage image(String name, Annotation... objects) {
		return new AnnotatedImage(name, 100, 80, List.of(objects));
	}

	@Test
	void whatIsRightIsNotLookedAt() {
		assertEquals("", lookAt(image("a.png", object("cell", 0, 0, 10, 10),
			object("cell", 90.4, 70.4, 10, 10), object("debris", 1, 0, 10, 10))));
		assertEquals("[cell: 2 objects in 1 image, debris: 1 object in 1 image]",
			report.lines().toString());
	}

	@Test
	void outsideTinyDoubledAndEmpty() {
		assertEquals("Look at: 1 image without annotation, such as in b.png; "
			+ "Look at: 1 object annotated twice (boxes of one class that agree to 95 %), such as in"
			+ " a.png (object 4, cell); "
			+ "Look at: 1 tiny object (narrower or lower than 3 pixels), such as in a.png (object 3,"
			+ " cell); "
			+ "Look at: 1 object reaches outside its image, such as in a.png (object 2, cell)",
			lookAt(image("a.png", object("cell", 10, 10, 30, 30), object("cell", 90, 5, 20, 20),
				object("cell", 50, 50, 2, 9), object("cell", 10.2, 10, 30, 30)), image("b.png")));
	}

	@Test
	void eachEdgeOfTheImageCounts() {
		for (Annotation out : List.of(object("cell", -5, 20, 20, 20), object("cell", 20, -5, 20, 20),
			object("cell", 85, 20, 20, 20), object("cell", 20, 65, 20, 20)))
			assertTrue(new DataSetReportTest().lookAt(image("a.png", out)).contains("reaches outside"),
				out.toString());
	}

	@Test
	void oneClassUnderTwoSpellingsAndImbalance() {
		List<Annotation> many = new ArrayList<>();
		for (int i = 0; i < 20; i++)
			many.add(object("Red cell", 4 * i, 0, 4, 4));
		many.add(object("red_cells", 0, 50, 9, 9));
		assertEquals("Look at: imbalance, Red cell has 20 times as many objects as red_cells; "
			+ "Look at: one class under several spellings, \"Red cell\" and \"red_cells\"",
			lookAt(image("a.png", many.toArray(Annotation[]::new))));
	}
}
