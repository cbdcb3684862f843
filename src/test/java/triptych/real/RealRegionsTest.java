package triptych.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.LabelMap;
import triptych.needs.NeedsTestData;
import triptych.workflow.Triptych;

/** Semantic models: areas against the reference, which measured them at the model's size, and against arithmetic. */
@NeedsTestData(RealData.MODELS)
class RealRegionsTest {

	@TempDir
	static Path folder;

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	@ParameterizedTest
	@CsvSource({ "seg_deeplabv3_voc_nhwc, 0", "seg_sinet_softmax, 0", "seg_road_adas_0001, 0", "seg_selfie_mediapipe, 1" })
	void areasOfClasses(String model, int firstClass) {
		for (boolean asReference : List.of(true, false)) {
			Path description = description(model, asReference);
			Differences differences = new Differences();
			for (JsonObject entry : RealData.reference(model)) {
				LabelMap map = regions(entry, description, "");
				JsonElement above = entry.get("fraction_above_0.5");
				if (above != null) differences.add(above.getAsJsonArray().get(0).getAsDouble(), fraction(map, 1));
				else for (Map.Entry<String, JsonElement> e : entry.getAsJsonObject("class_fraction").entrySet())
					differences.add(e.getValue().getAsDouble(), fraction(map, Integer.parseInt(e.getKey()) + firstClass));
			}
			differences.report(model, asReference);
		}
	}

	@Test
	void areasOfClassesThatOverlap() {
		String model = "seg_pan_skin_clothes_hair";
		String[] only = { "skin:0.5,clothes:1,hair:1", "skin:1,clothes:0.5,hair:1", "skin:1,clothes:1,hair:0.5" };
		Path description = description(model, true);
		Differences differences = new Differences();
		for (JsonObject entry : RealData.reference(model))
			for (int c = 0; c < 3; c++)
				differences.add(entry.getAsJsonArray("fraction_above_0.5").get(c).getAsDouble(), fraction(regions(entry,
					description, " thresholds=" + only[c]), c + 1));
		differences.report(model, true);
	}

	/** The dummies of Deepness are one 1 x 1 convolution: their answer can be computed by hand. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		qgis_seg_sigmoid1   | -0.20842513 -0.35320354 0.4048587  -0.48322442
		qgis_seg_sigmoid_hw | -0.22551484 -0.04394151 0.26401922 -0.09262428
		qgis_seg_softmax2   | 0.01039456  0.17169660  0.00477268 0.626901
		""")
	void dummiesDoTheirArithmetic(String model, String weights) {
		String[] w = weights.split(" +");
		ImagePlus image = RealData.image("skimage_a/astronaut.png");
		int[] pixels = (int[]) image.getProcessor().getPixels();
		int[] ids = Triptych.segmentRegions(image, "model=[" + RealData.described(model, folder) + "] device=cpu").prediction()
			.as(LabelMap.class).ids();
		int agree = 0;
		for (int i = 0; i < pixels.length; i++) {
			double logit = (Double.parseDouble(w[0]) * (pixels[i] >> 16 & 255) + Double.parseDouble(w[1]) * (pixels[i] >> 8
				& 255) + Double.parseDouble(w[2]) * (pixels[i] & 255)) / 255 + Double.parseDouble(w[3]);
			boolean expected = logit >= 0;
			if (ids[i] == (model.equals("qgis_seg_softmax2") ? expected ? 1 : 2 : expected ? 1 : 0)) agree++;
		}
		System.out.printf("%s: %d of %d pixels as computed by hand%n", model, agree, pixels.length);
		assertTrue(agree >= 0.9999 * pixels.length, agree + " of " + pixels.length);
	}

	@Test
	void textIsFoundWhereItStands() {
		ImageProcessor page = new ColorProcessor(500, 330);
		page.setColor(Color.WHITE);
		page.fill();
		page.setColor(Color.BLACK);
		page.setAntialiasedText(true);
		page.setFont(new Font("SansSerif", Font.PLAIN, 24));
		page.drawString("Regions of printed text", 40, 60);
		page.drawString("are seen by this model.", 40, 110);
		LabelMap map = Triptych.segmentRegions(new ImagePlus("page", page), "model=[" + RealData.described("seg_ppocr_det_v3",
			folder) + "] device=cpu").prediction().as(LabelMap.class);
		int upper = 0, lower = 0;
		for (int i = 0; i < map.ids().length; i++)
			if (map.ids()[i] == 1) {
				if (i / map.width() < 125) upper++;
				else lower++;
			}
		System.out.printf("seg_ppocr_det_v3: %.3f of the page's upper part is text, %d pixels below%n", upper / (500.0 * 125),
			lower);
		assertTrue(upper > 0.05 * 500 * 125 && upper < 0.35 * 500 * 125, "text pixels: " + upper);
		assertEquals(0, lower);
	}

	/** The package's own test tensors. Its normalisation is over the image at hand, so the test fills it in. */
	@Test
	void bioimageUnetGivesItsTestOutput() throws IOException {
		String id = "bio_unet2d_nuclei_broad_spec";
		float[] input = npy(RealData.file("models/" + id + "/test_input.npy"));
		float[] output = npy(RealData.file("models/" + id + "/test_output.npy"));
		double mean = 0, square = 0;
		for (float v : input) {
			mean += v / input.length;
			square += (double) v * v / input.length;
		}
		String std = String.valueOf(Math.sqrt(square - mean * mean) + 1e-6);
		Path description = RealData.described(id, folder, "SCALE", 65535 + "/255", "MEAN", String.valueOf(mean), "STD", std);
		ImagePlus image = new ImagePlus("test_input", new FloatProcessor(512, 512, input));
		int[] ids = Triptych.segmentRegions(image, "model=[" + description + "] device=cpu").prediction().as(LabelMap.class)
			.ids();
		int agree = 0;
		for (int i = 0; i < ids.length; i++)
			if (ids[i] == (output[i] >= 0.5 ? 1 : 0)) agree++;
		System.out.printf("%s: %d of %d pixels as in test_output.npy%n", id, agree, ids.length);
		assertTrue(agree >= ids.length - 5, agree + " of " + ids.length);
	}

	private static float[] npy(Path file) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		FloatBuffer values = bytes.position(10 + bytes.getShort(8)).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
		float[] array = new float[values.remaining()];
		values.get(array);
		return array;
	}

	private static Path description(String model, boolean asReference) {
		return asReference ? RealData.described(model, folder, "resize: bilinear", "resize: antialias") : RealData.described(
			model, folder);
	}

	private static LabelMap regions(JsonObject entry, Path description, String more) {
		return Triptych.segmentRegions(RealData.image(entry.get("image").getAsString()), "model=[" + description
			+ "] device=cpu" + more).prediction().as(LabelMap.class);
	}

	private static double fraction(LabelMap map, int id) {
		int n = 0;
		for (int i : map.ids())
			if (i == id) n++;
		return n / (double) map.ids().length;
	}

	/** Differences between fractions of the image. */
	private static final class Differences {

		private final List<Double> all = new ArrayList<>();

		void add(double expected, double actual) {
			all.add(Math.abs(expected - actual));
		}

		void report(String model, boolean asReference) {
			double largest = all.stream().mapToDouble(d -> d).max().orElse(1);
			System.out.printf("%s %s: %d fractions, mean difference %.4f, largest %.4f%n", model, asReference
				? "as the reference prepared it" : "as its family prepares it", all.size(), all.stream().mapToDouble(d -> d)
					.average().orElse(1), largest);
			assertTrue(largest <= (asReference ? 0.002 : 0.12), "fractions differ by " + largest);
		}
	}
}
