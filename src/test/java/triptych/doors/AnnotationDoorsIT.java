package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/** Annotations through menu, dialogs and recorder. */
class AnnotationDoorsIT {

	@Test
	void recordedLinesGiveTheSameOnceMore() throws IOException {
		PlainImageJ.needsDisplay();
		String output = PlainImageJ
			.driven(AnnotatingUser.class, ChildJvm.fresh("annotate").resolve("new").toString())
			.output();
		assertTrue(output.contains("EXPORTED true"), output);
		assertTrue(output.contains("IMPORTED true [Roi[Rectangle, x=3"), output);
		assertTrue(output.contains("RECORDED run(\"Export Annotations...\", \"from=auto format=coco"),
			output);
	}
}
