package triptych.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import triptych.core.TriptychException;
import triptych.needs.NeedsTestData;
import triptych.workflow.Triptych;

/**
 * Every model in the folder of test data, as its owner has it, without a description of ours: its
 * task is recognised, or it is asked for, or a sentence says why the file cannot be used.
 */
@NeedsTestData(RealData.MODELS)
class EveryRealModelTest {

	private static final String ASKED = "Missing: what the model is for";

	/** What is told of a model, where it is not asked for. */
	private static final Map<String, String> TOLD = table("""
		det_neu_defect_yolov8n        : Task: detection
		det_yolo11n_int8_320          : Task: detection
		det_yolo26n_int8_e2e          : Task: detection
		det_yolov5n_f32io             : Task: detection
		det_yolov8n_int8_640          : Task: detection
		inst_yolov8n_seg_int8         : Task: instance
		bio_unet2d_nuclei_broad_spec  : Task: semantic
		neg_silero_vad                : does not take an image
		util_nms_hyuto                : does not take an image
		bad_missing_external_data_mnv3: weights in a file of its own
		bad_custom_ops_superres       : without custom operators
		""");

	/** Those that a description makes usable; the tests of their kind say how well they agree. */
	private static final List<String> ASKED_FOR = List.of("cls_cifar_winml_tutorial", "cls_mnist_ort",
		"cls_mobilenetv2_035_128_st", "cls_mobilenetv2_int8_b07", "cls_pneumoniamnist_extdata",
		"cls_ppocr_textangle_v2", "cls_squeezenet1_fp16", "det_deimv2_atto", "det_fastestdet",
		"det_nanodet_m_320", "det_person_yolox_192", "det_st_ssd_mnv1_025_256", "det_yolox_nano",
		"face_blazeface", "face_scrfd_500m_kps", "face_ultraface_rfb320", "face_yunet_n_320",
		"neg_mosaic_style", "neg_ssrnet_age", "qgis_seg_sigmoid1", "qgis_seg_sigmoid_hw",
		"qgis_seg_softmax2", "seg_deeplabv3_voc_nhwc", "seg_pan_skin_clothes_hair",
		"seg_ppocr_det_v3", "seg_road_adas_0001", "seg_selfie_mediapipe", "seg_sinet_softmax");

	private static Map<String, String> table(String lines) {
		Map<String, String> table = new TreeMap<>();
		lines.lines().forEach(line -> table.put(line.split(":")[0].strip(),
			line.substring(line.indexOf(':') + 1).strip()));
		return table;
	}

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	@Test
	void theTableHoldsEveryModel() throws IOException {
		TreeSet<String> known = new TreeSet<>(TOLD.keySet());
		known.addAll(ASKED_FOR);
		try (Stream<Path> files = Files.list(RealData.file("models"))) {
			assertEquals(known, new TreeSet<>(files
				.map(p -> p.getFileName().toString().replaceFirst("\\.onnx$", ""))
				.toList()));
		}
	}

	static Stream<String> told() {
		return TOLD.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("told")
	void isRecognisedOrRefused(String model) {
		String wanted = TOLD.get(model);
		String found = wanted.startsWith("Task") ? Triptych.inspect(RealData.model(model).toString())
			: assertThrows(TriptychException.class, () -> Triptych.inspect(RealData.model(model)
				.toString())).getMessage();
		assertTrue(found.contains(wanted), found);
	}

	static Stream<String> askedFor() {
		return ASKED_FOR.stream();
	}

	@ParameterizedTest
	@MethodSource("askedFor")
	void isAskedFor(String model) {
		String found = Triptych.inspect(RealData.model(model).toString());
		assertTrue(found.contains(ASKED) && found.contains("task: ?"), found);
	}
}
