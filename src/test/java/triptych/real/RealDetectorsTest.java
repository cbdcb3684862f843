package triptych.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import ij.ImagePlus;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Region;
import triptych.workflow.Triptych;

class RealDetectorsTest {

	@BeforeAll
	static void data() {
		RealData.required();
	}

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	@ParameterizedTest
	@ValueSource(strings = { "det_yolov5n_f32io", "det_yolov8n_int8_640", "det_yolo11n_int8_320", "det_yolo26n_int8_e2e",
		"det_neu_defect_yolov8n", "inst_yolov8n_seg_int8" })
	void findsWhatUltralyticsFinds(String model) {
		Agreement agreement = new Agreement();
		Map<String, List<Detection>> expected = golden(model);
		expected.forEach((image, found) -> agreement.add(found, run(model, image, RealData.model(model))));
		System.out.println(model + " as Ultralytics prepares it: " + agreement);
		agreement.check();
	}

	@ParameterizedTest
	@ValueSource(strings = { "det_yolov5n_f32io", "det_yolov8n_int8_640", "det_yolo11n_int8_320", "det_yolo26n_int8_e2e",
		"inst_yolov8n_seg_int8" })
	void json(String model) {
		Agreement agreement = new Agreement();
		for (JsonObject entry : RealData.reference(model)) {
			String name = entry.get("image").getAsString();
			ImagePlus image = RealData.image(name);
			List<Detection> expected = new ArrayList<>();
			for (var e : entry.getAsJsonArray("detections")) {
				JsonArray d = e.getAsJsonArray();
				expected.add(new Detection(new Box(d.get(0).getAsDouble(), d.get(1).getAsDouble(), d.get(2).getAsDouble(), d
					.get(3).getAsDouble()).clipped(image.getWidth(), image.getHeight()), new ClassScore(d.get(5).getAsInt(), "",
						d.get(4).getAsDouble())));
			}
			agreement.add(expected, run(model, name, RealData.model(model)));
		}
		System.out.println(model + " reference.json " + agreement);
	}

	private static List<Detection> run(String model, String image, Path path) {
		String options = "model=[" + path + "] device=cpu confidence=0.3" + (model.contains("e2e") ? "" : " overlap=0.5");
		var result = model.startsWith("inst") ? Triptych.segmentObjects(RealData.image(image), options) : Triptych.detect(
			RealData.image(image), options);
		return result.prediction() instanceof Detections d ? d.items() : List.of();
	}

	private static Map<String, List<Detection>> golden(String model) {
		Map<String, List<Detection>> byImage = new LinkedHashMap<>();
		for (String line : RealData.resource("/golden/ultralytics_reference.tsv").split("\n")) {
			String[] f = line.split("\t");
			if (!f[0].equals(model)) continue;
			Region region = new Box(Double.parseDouble(f[4]), Double.parseDouble(f[5]), Double.parseDouble(f[6]), Double
				.parseDouble(f[7]));
			byImage.computeIfAbsent(f[1], k -> new ArrayList<>()).add(new Detection(region, new ClassScore(Integer.parseInt(
				f[2]), "", Double.parseDouble(f[3]))));
		}
		return byImage;
	}

	private static final class Agreement {
		int wanted, matched, given, extra;
		double worst;
		List<String> misses = new ArrayList<>();

		void add(List<Detection> reference, List<Detection> ours) {
			for (Detection r : reference) {
				if (r.best().score() <= 0.35) continue;
				wanted++;
				double diff = ours.stream().filter(o -> o.best().classId() == r.best().classId() && o.region().bounds().iou(r
					.region().bounds()) >= 0.9).mapToDouble(o -> Math.abs(o.best().score() - r.best().score())).min().orElse(9);
				if (diff <= 0.05) {
					matched++;
					worst = Math.max(worst, diff);
				}
				else misses.add(r.best().classId() + " " + r.best().score() + " diff " + diff);
			}
			for (Detection o : ours) {
				if (o.best().score() <= 0.4) continue;
				given++;
				if (reference.stream().noneMatch(r -> r.best().classId() == o.best().classId() && r.region().bounds().iou(o
					.region().bounds()) >= 0.5)) extra++;
			}
		}

		void check() {
			assertTrue(matched >= 0.95 * wanted, toString());
		}

		@Override
		public String toString() {
			return String.format("%d of %d boxes, %d of %d extra, worst %.4f %s", matched, wanted, extra, given, worst, misses);
		}
	}
}
