package triptych.ij.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.annotation.AnnotationFormat;
import triptych.annotation.AnnotationSet;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.SameAnnotations;
import triptych.needs.TestData;

/** What is read, written and read again is the same to the last bit. */
class RoundTripTest {

	@TempDir
	Path folder;

	static List<String> copy(AnnotationSet set, AnnotationFormat format, Path target) {
		try (AnnotationWriter writer = format.writer(target, set.classes(), false)) {
			for (int i = 0; i < set.names().size(); i++) writer.add(set.image(i));
			writer.finish();
			return writer.losses();
		}
	}

	@ParameterizedTest
	@CsvSource({
		"coco, coco_train2017/instances_val2014_overlap_subset.json",
		"coco, metrics_cocoeval/instances_val2014_100.json",
		"coco, formats_voc_padilla/gts/coco_format_v1/instances_default.json",
		"coco, formats_voc_padilla/gts/coco_format_v2/instances_v2.json",
		"voc, formats_voc_padilla/gts/pascalvoc_format",
		"voc, voc_labelme_a/bbox_Annotations",
		"voc, bccd_a",
		"yolo, formats_voc_padilla/gts/yolo_format",
		"yolo, coco_train2017/labels_bbox_yolo",
		"yolo, coco_train2017/labels_poly_yolo",
		"panoptic, coco_train2017/panoptic_train2017_subset.json",
		"panoptic, metrics_pq_a/gt.json",
		"panoptic, metrics_panopticapi/sample_data/panoptic_examples.json"})
	void aDataSetComesBackAsItWas(String name, String path) {
		Path data = TestData.required("testdata/images/" + path);
		// A panoptic file is recognised as COCO's, and written by its own name.
		AnnotationFormat found = AnnotationFormats.of("auto", data);
		assertEquals(name.equals("panoptic") ? "coco" : name, found.name());
		AnnotationFormat format = AnnotationFormats.of(name);
		Path target = folder.resolve(name.equals("coco") ? "again.json" : "again");
		List<String> before;
		try (AnnotationSet set = found.open(data)) {
			assertEquals(List.of(), copy(set, format, target), "nothing is lost");
			before = SameAnnotations.text(set);
		}
		assertTrue(before.size() > 5);
		Path written = name.equals("panoptic") ? target.resolve("panoptic.json") : target;
		try (AnnotationSet again = format.open(written)) {
			assertEquals(String.join("\n", before), String.join("\n", SameAnnotations.text(again)));
		}
	}
}
