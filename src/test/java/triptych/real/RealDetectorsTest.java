package triptych.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ij.ImagePlus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.model.InputSpec.Resize;
import triptych.needs.NeedsTestData;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** YOLO models against two references: Ultralytics' own preparation, and the script that came with the models. */
@NeedsTestData(RealData.MODELS)
class RealDetectorsTest {

	@TempDir
	static Path folder;

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	@Test
	void detectGivesWhatUltralyticsGives() {
		BoxAgreement all = new BoxAgreement();
		for (String model : List.of("det_yolov5n_f32io", "det_yolov8n_int8_640", "det_yolo11n_int8_320",
			"det_yolo26n_int8_e2e", "det_neu_defect_yolov8n"))
		{
			BoxAgreement agreement = new BoxAgreement();
			String overlap = model.equals("det_yolo26n_int8_e2e") ? "" : " overlap=0.5";
			ultralytics(model).forEach((image, lines) -> {
				Result result = Triptych.detect(RealData.image(image), "model=[" + RealData.model(model)
					+ "] device=cpu confidence=0.3" + overlap);
				agreement.add(image, lines.stream().map(RealDetectorsTest::box).toList(), result.prediction().as(
					Detections.class).items());
			});
			System.out.println(model + " as Ultralytics prepares it: " + agreement);
			agreement.checkAllButOne();
			all.add(agreement);
		}
		System.out.println("All: " + all);
		all.check();
	}

	@Test
	void decodersGiveWhatTheReferenceGives() {
		BoxAgreement all = new BoxAgreement();
		for (String model : List.of("det_yolov5n_f32io", "det_yolov8n_int8_640", "det_yolo11n_int8_320",
			"det_yolo26n_int8_e2e", "inst_yolov8n_seg_int8"))
		{
			BoxAgreement agreement = new BoxAgreement();
			try (RealModel opened = RealModel.open(RealData.model(model))) {
				// The reference letterboxed with PIL's antialiased resize, which Ultralytics does not.
				RealModel resized = opened.resizedBy(Resize.ANTIALIAS);
				for (JsonObject entry : RealData.reference(model)) {
					String name = entry.get("image").getAsString();
					ImagePlus image = RealData.image(name);
					List<Detection> expected = new ArrayList<>();
					for (JsonElement e : entry.getAsJsonArray("detections"))
						expected.add(box(e.getAsJsonArray(), image));
					agreement.add(name, expected, resized.predict(image, 0.3, 0.5).as(Detections.class).items());
				}
			}
			System.out.println(model + " as the reference prepared it: " + agreement);
			all.add(agreement);
		}
		System.out.println("All: " + all);
		all.check();
	}

	@ParameterizedTest
	@ValueSource(strings = { "det_yolox_nano", "det_person_yolox_192", "det_deimv2_atto", "det_nanodet_m_320",
		"det_fastestdet", "face_ultraface_rfb320" })
	void describedModelsGiveWhatTheReferenceGives(String model) {
		BoxAgreement agreement = new BoxAgreement();
		try (RealModel opened = RealModel.open(RealData.described(model, folder))) {
			// The reference resized with PIL.
			RealModel resized = opened.resizedBy(Resize.ANTIALIAS);
			for (JsonObject entry : RealData.reference(model)) {
				String name = entry.get("image").getAsString();
				ImagePlus image = RealData.image(name);
				List<Detection> expected = new ArrayList<>();
				for (JsonElement e : entry.getAsJsonArray("detections"))
					expected.add(box(e.getAsJsonArray(), image));
				agreement.add(name, expected, resized.predict(image, entry.get("threshold").getAsDouble(), 0.5).as(Detections.class).items());
			}
		}
		System.out.println(model + " as the reference prepared it: " + agreement);
		agreement.check();
	}

	/** Anchors and cells of families that the script that came with the models does not decode. */
	@ParameterizedTest
	@ValueSource(strings = { "det_st_ssd_mnv1_025_256", "face_blazeface", "face_yunet_n_320",
		"face_scrfd_500m_kps" })
	void anchorsGiveWhatPlainNumpyGives(String model) {
		BoxAgreement agreement = new BoxAgreement();
		try (RealModel opened = RealModel.open(RealData.described(model, folder))) {
			golden("anchors_reference", model).forEach((name, lines) -> {
				ImagePlus image = RealData.image(name);
				List<Detection> expected = lines.stream().map(f -> clipped(box(f), image)).toList();
				agreement.add(name, expected, opened.predict(image, 0.3, 0.5).as(Detections.class).items());
			});
		}
		System.out.println(model + " as plain numpy decodes it: " + agreement);
		agreement.check();
		assertTrue(agreement.wanted() > 2, "the case shows something");
	}

	private static Detection clipped(Detection d, ImagePlus image) {
		return new Detection(Box.around(d.region()).clipped(image.getWidth(), image.getHeight()), d.best());
	}

	@Test
	void masksAreWhatUltralyticsGives() {
		BoxAgreement agreement = new BoxAgreement();
		List<Double> ious = new ArrayList<>();
		try (RealModel model = RealModel.open(RealData.model("inst_yolov8n_seg_int8"))) {
			ultralytics("inst_yolov8n_seg_int8").forEach((name, lines) -> {
				ImagePlus image = RealData.image(name);
				List<Detection> ours = model.predict(image, 0.3, 0.5).as(Detections.class).items();
				List<Detection> boxes = ours.stream().map(d -> new Detection(Box.around(d.region()), d.best())).toList();
				agreement.add(name, lines.stream().map(RealDetectorsTest::box).toList(), boxes);
				for (String[] line : lines)
					if (BoxAgreement.counts(box(line))) BoxAgreement.partner(box(line), boxes).ifPresent(found -> {
						Mask mask = (Mask) ours.get(boxes.indexOf(found)).region();
						ious.add(iou(pixels(line[8], image), pixels(mask, image)));
					});
			});
		}
		System.out.printf("inst_yolov8n_seg_int8 as Ultralytics prepares it: %s; %d masks, IoU mean %.3f, least %.3f%n",
			agreement, ious.size(), ious.stream().mapToDouble(d -> d).average().orElse(0), ious.stream().mapToDouble(d -> d)
				.min().orElse(0));
		agreement.check();
		assertTrue(ious.size() > 10 && ious.stream().allMatch(d -> d >= 0.9), ious.toString());
	}

	@Test
	void segmentObjectsPaintsTheSameObjects() {
		ImagePlus image = RealData.image("ultralytics_a/bus.jpg");
		Result result = Triptych.segmentObjects(image, "model=[" + RealData.model("inst_yolov8n_seg_int8")
			+ "] device=cpu confidence=0.5 overlap=0.5");
		List<Object> classes = result.table().rows().stream().map(row -> row.get(2)).toList();
		assertEquals(List.of("bus", "person", "person", "person"), classes.stream().sorted().toList());
		assertEquals(4, result.labels().orElseThrow().getStatistics().max);
	}

	private static Map<String, List<String[]>> ultralytics(String model) {
		return golden("ultralytics_reference", model);
	}

	private static Map<String, List<String[]>> golden(String file, String model) {
		Map<String, List<String[]>> byImage = new LinkedHashMap<>();
		for (String line : RealData.resource("/golden/" + file + ".tsv").split("\n")) {
			String[] f = line.split("\t");
			if (f[0].equals(model)) byImage.computeIfAbsent(f[1], k -> new ArrayList<>()).add(f);
		}
		return byImage;
	}

	private static Detection box(String[] f) {
		double[] v = Arrays.stream(f, 3, 8).mapToDouble(Double::parseDouble).toArray();
		return new Detection(new Box(v[1], v[2], v[3], v[4]), new ClassScore(Integer.parseInt(f[2]), "", v[0]));
	}

	/** The script's boxes reach over the image's edges. */
	private static Detection box(JsonArray d, ImagePlus image) {
		return new Detection(new Box(d.get(0).getAsDouble(), d.get(1).getAsDouble(), d.get(2).getAsDouble(), d.get(3)
			.getAsDouble()).clipped(image.getWidth(), image.getHeight()), new ClassScore(d.get(5).getAsInt(), "", d.get(4)
				.getAsDouble()));
	}

	private static boolean[] pixels(String runs, ImagePlus image) {
		boolean[] pixels = new boolean[image.getWidth() * image.getHeight()];
		int at = 0;
		boolean inside = false;
		for (String run : runs.split(" ")) {
			int end = at + Integer.parseInt(run, 16);
			Arrays.fill(pixels, at, end, inside);
			at = end;
			inside = !inside;
		}
		return pixels;
	}

	private static boolean[] pixels(Mask m, ImagePlus image) {
		boolean[] pixels = new boolean[image.getWidth() * image.getHeight()];
		for (int j = 0; j < m.height(); j++)
			for (int i = 0; i < m.width(); i++)
				pixels[(m.y() + j) * image.getWidth() + m.x() + i] = m.inside()[j * m.width() + i] != 0;
		return pixels;
	}

	private static double iou(boolean[] a, boolean[] b) {
		int both = 0, any = 0;
		for (int i = 0; i < a.length; i++) {
			if (a[i] && b[i]) both++;
			if (a[i] || b[i]) any++;
		}
		return any == 0 ? 0 : (double) both / any;
	}
}
