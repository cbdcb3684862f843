package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.Stopped;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** The status line tells stage, rate and remaining time, seldom enough to be read; Esc ends whatever goes on. */
class StatusBarTest {

	private final List<String> lines = new ArrayList<>();
	private long now;

	private StatusBar bar(ModelCommand<?> verb, int planes) {
		return new StatusBar(verb.spec(), planes, true, () -> now, lines::add);
	}

	private void seconds(double s) {
		now += (long) (s * 1e9);
	}

	@AfterEach
	void forgetEsc() {
		IJ.resetEscape();
	}

	@Test
	void aStackInTilesTellsPlaneTileRateAndTime() {
		StatusBar bar = bar(Commands.SEGMENT_OBJECTS, 40);
		bar.at(0, 12);
		for (int plane = 0; plane < 2; plane++) {
			bar.plane(plane);
			for (int tile = 1; tile <= 12; tile++) {
				seconds(2.4);
				bar.at(tile, 12);
			}
		}
		bar.plane(2);
		seconds(10);
		bar.at(4, 12);
		assertEquals("Segment Objects: plane 1 of 40, tile 1 of 12", lines.get(0));
		assertEquals("Segment Objects: plane 1 of 40, tile 2 of 12", lines.get(1));
		assertEquals("Segment Objects: plane 2 of 40, measuring, 2.1 planes/min, 18 min left", lines.get(lines.size() - 2));
		assertEquals("Segment Objects: plane 3 of 40, tile 5 of 12, 2.1 planes/min, 18 min left", lines.get(lines.size() - 1));
	}

	@Test
	void aSinglePlaneTellsItsTiles() {
		StatusBar bar = bar(Commands.DETECT, 1);
		bar.at(0, 6);
		seconds(4);
		bar.at(2, 6);
		seconds(8);
		bar.at(6, 6);
		assertEquals(List.of("Detect Objects: tile 1 of 6", "Detect Objects: tile 3 of 6, 30.0 tiles/min, 8 s left",
			"Detect Objects: measuring"), lines);
	}

	@Test
	void theLineChangesTwiceASecondAtMost() {
		StatusBar bar = bar(Commands.DETECT, 5000);
		for (int plane = 0; plane < 5000; plane++) {
			bar.plane(plane);
			bar.at(0, 1);
			seconds(0.002);
			bar.at(1, 1);
		}
		assertTrue(lines.size() <= 21, lines.size() + " lines in 10 seconds");
		new StatusBar(Commands.DETECT.spec(), 9, false, () -> now, lines::add).at(1, 1);
		assertTrue(lines.size() <= 21, "somebody else shows the progress");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "250 | 1000 | ', 250 images/s, 4 s left'",
		"0.5 | 100 | ', 30.0 images/min, 3 min left'",
		"0.001 | 20 | ', 3.6 images/h, 5 h 33 min left'", "2 | 0 | ', 2.0 images/s'", "0 | 5 | ''" })
	void rateAndTimeHaveUnitsThatCanBeRead(double perSecond, double left, String text) {
		assertEquals(text, new Rate(perSecond, left, "images").text());
	}

	/** Presses Esc when the pixels of its plane are asked for the n-th time. */
	private static ImagePlus pressingEsc(int n) {
		ByteProcessor pixels = new ByteProcessor(64, 48);
		pixels.setValue(200);
		pixels.fill(new OvalRoi(10, 10, 20, 20));
		return new ImagePlus("esc.tif", pixels) {

			private int asked;

			@Override
			public ImageStack getStack() {
				if (++asked == n) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				return super.getStack();
			}
		};
	}

	@Test
	void escWhileTheModelOpensStopsBeforeItRuns() {
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		Triptych.releaseModels();
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertThrows(Stopped.class, () -> Triptych.segmentObjects(image, ""));
		assertThrows(Stopped.class, () -> Triptych.classify(image, Planted.model("classes")));
	}

	@Test
	void escStopsMeasuringAndLabels() {
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		Result result = Triptych.segmentObjects(image, "");
		Overlay overlay = new Overlay();
		result.rois().forEach(overlay::add);
		image.setOverlay(overlay);
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertThrows(Stopped.class, () -> Triptych.measureObjects(image, ""));
		assertThrows(Stopped.class, () -> Triptych.roisToLabels(image, ""));
		assertThrows(Stopped.class, () -> Triptych.labelsToRois(result.labels().orElseThrow(), ""));
	}

	@Test
	void escAfterTheModelHasRunLeavesNothingOfThePlane() {
		int reads = 0;
		for (int n = 1; n < 12; n++) {
			IJ.resetEscape();
			ImagePlus image = pressingEsc(n);
			try {
				Triptych.segmentObjects(image, "outputs=table,overlay");
			}
			catch (Stopped e) {
				reads++;
			}
		}
		assertTrue(reads > 1, "stopped at " + reads + " of the times that the plane was read");
	}
}
