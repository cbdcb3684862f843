package triptych.real;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.TriptychException;
import triptych.needs.NeedsTestData;
import triptych.workflow.Triptych;

/** Real files that cannot be used: each gets a sentence that says what is wrong with it, never a result. */
@NeedsTestData(RealData.MODELS)
class RealNegativesTest {

	@TempDir
	static Path folder;

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		neg_ssrnet_age                 | does not say what it is for; neg_ssrnet_age.triptych.yaml
		neg_mosaic_style               | does not say what it is for; neg_mosaic_style.triptych.yaml
		neg_silero_vad                 | does not take an image; x float [1, 512]
		bad_missing_external_data_mnv3 | weights in a file of its own; not beside it
		bad_custom_ops_superres        | com.microsoft.extensions:DecodeImage; custom operators
		util_nms_hyuto                 | does not take an image; detection
		""")
	void undescribed(String model, String sentence) {
		check(RealData.model(model), sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		neg_ssrnet_age   | does not give a score for each class; a single number, as a regression model gives
		neg_mosaic_style | do not fit its decoder class-scores; outputImage
		""")
	void describedAsClassifier(String model, String sentence) {
		check(RealData.described(model, folder), sentence);
	}

	/** Its three maps have the shape of three classes, but are red, green and blue. */
	@Test
	void aPaintingModelDescribedAsSegmentationIsRefused() {
		Path model = RealData.described("neg_mosaic_style", folder, "classification", "semantic",
			"class-scores", "semantic");
		ImagePlus image = IJ.createImage("grey", "RGB ramp", 64, 64, 1);
		String sentence = assertThrows(TriptychException.class,
			() -> Triptych.segmentRegions(image, "model=[" + model + "] device=cpu")).getMessage();
		assertTrue(sentence.contains("as a picture holds them"), sentence);
	}

	private static void check(Path model, String sentence) {
		ImagePlus image = IJ.createImage("grey", "RGB ramp", 64, 64, 1);
		TriptychException e = assertThrows(TriptychException.class, () -> Triptych.classify(image, "model=[" + model
			+ "] device=cpu"));
		System.out.println(e.getMessage());
		for (String part : sentence.split(";"))
			assertTrue(e.getMessage().contains(part.strip()), e.getMessage());
	}
}
