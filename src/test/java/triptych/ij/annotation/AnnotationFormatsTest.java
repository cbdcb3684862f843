package triptych.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.AnnotationSet;
import triptych.needs.NeedsTestData;
import triptych.needs.TestData;

/** Formats are told from each other and read. */
class AnnotationFormatsTest {

	@Test
	@NeedsTestData("testdata/images/dsb2018_a/labels")
	void labelImagesGiveAsManyObjectsAsTheirTableSays() throws IOException {
		Path folder = TestData.at("testdata/images/dsb2018_a/labels");
		Map<String, String[]> rows = rows(folder.resolveSibling("index.tsv"));
		try (AnnotationSet set = AnnotationFormats.of("auto", folder).open(folder)) {
			assertEquals(13, set.names().size());
			for (int i = 0; i < 13; i++) {
				AnnotatedImage image = set.image(i);
				String[] row = rows.get(image.stem());
				double area = image.annotations().stream().mapToDouble(a -> a.shape().area()).sum();
				assertEquals(Integer.parseInt(row[3]), image.annotations().size(), image.name());
				assertEquals(Double.parseDouble(row[6]), area, image.name());
			}
			assertEquals("object", set.classes().get(0).name());
		}
	}

	private static Map<String, String[]> rows(Path table) throws IOException {
		return Files.readAllLines(table)
				.stream()
				.map(line -> line.split("\t"))
				.collect(Collectors.toMap(row -> row[0], row -> row));
	}
}
