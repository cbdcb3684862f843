package triptych.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import triptych.core.Tensor;
import triptych.decode.family.ModelFamilies;
import triptych.ij.convert.ImagePlane;
import triptych.model.GraphInfo;
import triptych.model.ModelSpec;
import triptych.model.format.Described;
import triptych.model.format.ModelFormats;
import triptych.needs.NeedsTestData;
import triptych.pipeline.prepare.Preprocessor;

/** What a network gets of photographs, against PIL and torch: filters, crop and normalisation. */
@NeedsTestData(RealData.MODELS)
class RealPreparationTest {

	/** Every so many numbers were written down. */
	private static final int STEP = 997;

	@TempDir
	Path folder;

	@Test
	void photographsAreWithinAGreyValueOfPillowAndTorch() throws IOException {
		double[] std = { 0.229, 0.224, 0.225 };
		Map<String, Double> most = new TreeMap<>();
		for (String line : RealData.resource("/golden/photos_reference.tsv").split("\n")) {
			String[] f = line.split("\t");
			Tensor input = new Preprocessor(spec(f[1]).input())
				.prepare(ImagePlane.of(RealData.image(f[0])))
				.tensors()
				.get(0);
			int w = Integer.parseInt(f[2]), h = Integer.parseInt(f[3]);
			assertEquals(3 * w * h, input.size());
			String[] wanted = f[4].split(" ");
			FloatBuffer values = input.floats();
			for (int i = 0; i < wanted.length; i++) {
				int at = i * STEP;
				double grey = 255 * std[at / (w * h)]
					* Math.abs(values.get(at) - Double.parseDouble(wanted[i]));
				most.merge(f[1], grey, Math::max);
			}
		}
		most.forEach((how, grey) -> System.out.printf("%s: within %.3f of a grey value%n", how, grey));
		assertEquals(9, most.size());
		most.forEach((how, grey) -> assertTrue(grey <= 1.001, how + " " + grey));
	}

	private ModelSpec spec(String how) throws IOException {
		GraphInfo graph = Described.graph(Map.of(), new long[] { 1, 3, -1, -1 }, new long[] { 1, 2 });
		String text = "task: classification\ninput:\n  " + how.replace("; ", "\n  ")
			+ "\n  scale: 1/255\n  mean: [0.485, 0.456, 0.406]\n  std: [0.229, 0.224, 0.225]\n"
			+ "decoder: {name: class-scores, activation: softmax}\n";
		return ModelFormats.read(new Described(folder).files(text), graph,
			ModelFamilies::usualLimits);
	}
}
