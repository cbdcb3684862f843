package triptych.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import ij.ImagePlus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.draft.ModelDraft;
import triptych.draft.Reading;
import triptych.draft.Tried;
import triptych.ij.convert.ImagePlane;
import triptych.needs.NeedsTestData;
import triptych.workflow.Triptych;

/** Describe Model... puts the right reading first where a photograph is open, model by model. */
@NeedsTestData(RealData.MODELS)
class RealReadingsTest {

	private static final String PHOTO = "coco_train2017/images/000000000036.jpg";

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	/** YOLOX takes 0..255: with 0..1 it finds nothing, and says nothing itself. */
	@Test
	void aWrongRangeOfValuesIsToldWithTheRightOne() {
		ModelDraft draft = ModelDraft.of(RealData.model("det_yolox_nano").toString());
		ImagePlane photo = ImagePlane.of(RealData.image(PHOTO));
		Reading grid = draft.readings(photo).get(0).reading();
		String text = draft.text(draft.lines(grid));
		assertEquals("", draft.trial(text, photo).hint());
		String dark = text.replace("scale: 1 ", "scale: 1/255 ");
		assertNotEquals(text, dark);
		String hint = draft.trial(dark, photo).hint();
		assertTrue(hint.contains("below confidence=0.25") && hint.contains("With scale: 1 the"), hint);
	}

	@Test
	void theFormOffersTheNamesOfCocoForEightyClasses() {
		String form = Triptych.describe(RealData.model("det_yolox_nano").toString(),
			RealData.image(PHOTO));
		assertTrue(form.contains("# classes may be the 80 of COCO"), form);
		assertTrue(form.contains("layout: grid"), form);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"det_yolox_nano | detection: yolo, grid",
		"det_person_yolox_192 | detection: yolo, grid",
		"det_deimv2_atto | detection: boxes, boxes 1, labels 0",
		"det_nanodet_m_320 | detection: pyramid, distances",
		"det_fastestdet | detection: fastestdet",
		"det_st_ssd_mnv1_025_256 | detection: ssd, corner-offsets",
		"face_blazeface | detection: ssd, blazeface, background no, scores 1, boxes 0",
		"face_ultraface_rfb320 | detection: ssd, corners",
		"qgis_seg_softmax2 | semantic: semantic", "seg_selfie_mediapipe | semantic: semantic",
		"seg_sinet_softmax | semantic: semantic", "seg_deeplabv3_voc_nhwc | semantic: semantic",
		"seg_pan_skin_clothes_hair | semantic: semantic", "qgis_seg_sigmoid_hw | semantic: semantic",
		"cls_mnist_ort | classification: class-scores",
		"cls_mobilenetv2_int8_b07 | classification: class-scores" })
	void theRightReadingComesFirst(String model, String reading) {
		ModelDraft draft = ModelDraft.of(RealData.model(model).toString());
		ImagePlus photo = RealData.image(PHOTO);
		List<Tried> tried = draft.readings(ImagePlane.of(photo));
		assertEquals(reading, tried.get(0).reading().toString(), tried.toString());
	}
}
