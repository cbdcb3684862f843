package triptych.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.Ring;
import triptych.annotation.SameAnnotations;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.pixels.RunMask;
import triptych.needs.NeedsTestData;
import triptych.needs.TestData;

/** What one format says, the others say too, as far as they can. */
class SameBoxesInEveryFormatTest {

	private static final String ORACLE = "testdata/images/formats_voc_padilla/gts/";

	@TempDir
	Path folder;

	private static AnnotationSet open(Path path) {
		return AnnotationFormats.of("auto", path).open(path);
	}

	/** Boxes of each image, in the order of the data set. */
	private static TreeMap<String, List<Annotation>> boxes(Path path) {
		TreeMap<String, List<Annotation>> boxes = new TreeMap<>();
		try (AnnotationSet set = open(path)) {
			for (int i = 0; i < set.names().size(); i++) {
				AnnotatedImage image = set.image(i);
				boxes.put(image.stem(), image.annotations());
			}
		}
		return boxes;
	}

	@Test
	@NeedsTestData(ORACLE)
	void theSameBoxesOfSixImagesInFiveFormats() {
		TreeMap<String, List<Annotation>> voc = boxes(TestData.at(ORACLE + "pascalvoc_format"));
		assertEquals(6, voc.size());
		assertSame(voc, "labelme_format", 0);
		assertSame(voc, "coco_format_v1/instances_default.json", 0.5);
		assertSame(voc, "coco_format_v2/instances_v2.json", 0);
		// Six digits of a part of 500 pixels.
		assertSame(voc, "yolo_format", 0.001);
	}

	private static void assertSame(TreeMap<String, List<Annotation>> expected, String path,
		double tolerance)
	{
		TreeMap<String, List<Annotation>> found = boxes(TestData.at(ORACLE + path));
		expected.forEach((image, boxes) -> {
			List<Annotation> others = found.get(image);
			assertEquals(boxes.size(), others.size(), path + " " + image);
			for (int i = 0; i < boxes.size(); i++) {
				Annotation box = boxes.get(i);
				assertTrue(others.stream().anyMatch(o -> o.className().equals(box.className())
					&& near(o.shape().box(), box.shape().box(), tolerance)),
					path + " " + image + " " + box + " " + others);
			}
		});
	}

	private static boolean near(Box a, Box b, double tolerance) {
		return Math.abs(a.x1() - b.x1()) <= tolerance && Math.abs(a.y1() - b.y1()) <= tolerance
			&& Math.abs(a.x2() - b.x2()) <= tolerance && Math.abs(a.y2() - b.y2()) <= tolerance;
	}

	/** The pictures were made of the polygons by LabelMe itself, with its own rule of pixels. */
	@Test
	@NeedsTestData("testdata/images/voc_labelme_a")
	void labelMePolygonsAreTheMasksThatItsOwnToolMadeOfThem() {
		Path data = TestData.at("testdata/images/voc_labelme_a");
		TreeMap<String, List<Annotation>> polygons = boxes(data.resolve("labelme_json"));
		TreeMap<String, List<Annotation>> masks = boxes(data.resolve("bbox_Annotations"));
		assertEquals(3, polygons.get("2011_000003").size(), "two persons of which one has two parts");
		polygons.forEach((image, shapes) -> {
			for (int i = 0; i < shapes.size(); i++) {
				RunMask polygon = shapes.get(i).shape().pixels(500, 400);
				RunMask mask = masks.get(image).get(i).shape().pixels(500, 400);
				double shared = polygon.shared(mask);
				double iou = shared / (polygon.area() + mask.area() - shared);
				assertTrue(iou > 0.93, image + " " + i + ": " + iou);
				assertEquals(masks.get(image).get(i).className(), shapes.get(i).className());
			}
		});
	}

	private static final String QUPATH = """
		{"type":"FeatureCollection","features":[
		{"type":"Feature","id":"2f3e","geometry":{"type":"Polygon","coordinates":
		[[[10,10],[30,10],[30,40],[10,40],[10,10]],[[15,15],[20,15],[20,20],[15,20],[15,15]]]},
		"properties":{"objectType":"annotation","name":"A","classification":
		{"name":"Tumor","color":[200,0,0]},"measurements":{"Area":575.0}}},
		{"type":"Feature","id":"77","geometry":{"type":"MultiPolygon","coordinates":
		[[[[1.5,1],[4,1],[4,5.25],[1.5,1]]],[[[50,50],[60,50],[55,60],[50,50]]]]},
		"properties":{"objectType":"detection","isLocked":true}},
		{"type":"Feature","geometry":{"type":"Point","coordinates":[3,4]},"properties":{}},
		{"type":"Feature","geometry":{"type":"Polygon","coordinates":
		[[[5,6],[8,6],[8,9.5],[5,9.5],[5,6]]]},"properties":{"objectType":"annotation",
		"classification":{"names":["Tumor","Positive"]}}}]}
		""";

	@Test
	void whatQuPathWroteComesBack() throws IOException {
		Path file = Files.writeString(folder.resolve("slide.geojson"), QUPATH);
		AnnotationFormat geojson = AnnotationFormats.of("auto", file);
		assertEquals("geojson", geojson.name());
		AnnotationSet set = geojson.open(file);
		AnnotatedImage image = set.image(0);
		assertEquals(List.of("Tumor", "object", "Tumor: Positive"),
			image.annotations().stream().map(Annotation::className).toList());
		assertEquals(575, image.annotations().get(0).shape().area());
		assertEquals(new Box(5, 6, 8, 9.5),
			((Shape.Rectangle) image.annotations().get(2).shape()).box());
		assertEquals("[In \"" + file + "\", 1 point or line was left out]", set.notes().toString());
		Path again = folder.resolve("again");
		assertEquals(List.of(), RoundTripTest.copy(set, geojson, again));
		assertEquals(SameAnnotations.text(set),
			SameAnnotations.text(geojson.open(again.resolve("slide.geojson"))));
	}

	/** One object with a hole and two parts goes through every format that has outlines. */
	@Test
	void aHoleAndPartsCoverTheSamePixelsInEveryFormatWithOutlines() throws IOException {
		Shape shape = new Shape.Polygon(List.of(new Ring(2, 2, 30, 2, 30, 30, 2, 30),
			new Ring(new double[] {10, 10, 20, 10, 20, 20, 10, 20}, true),
			new Ring(40, 5, 50, 5, 50, 15, 40, 15)));
		Path png = folder.resolve("a.png");
		ImageIO.write(new BufferedImage(64, 48,
			BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
		AnnotatedImage image = new AnnotatedImage("a.png", Optional.of(png), 64, 48,
			List.of(new Annotation("cell", shape)), Map.of());
		for (AnnotationFormat format : AnnotationFormats.all()) {
			if (!format.writes()) continue;
			boolean oneFile = format.name().equals("coco");
			Path target = folder.resolve(oneFile ? "coco.json" : format.name());
			try (AnnotationWriter writer = format.writer(target, List.of(), false)) {
				writer.add(image);
				writer.finish();
			}
			Path in = format.name().equals("panoptic") ? target.resolve("panoptic.json") : target;
			Annotation back = open(in).image(0).annotations().get(0);
			assertEquals("cell", back.className(), format.name());
			RunMask pixels = back.shape().pixels(64, 48);
			assertEquals(28 * 28 - 100 + 100, pixels.area(), format.name());
			assertEquals(pixels.area(), pixels.shared(shape.pixels(64, 48)), format.name());
		}
	}
}
