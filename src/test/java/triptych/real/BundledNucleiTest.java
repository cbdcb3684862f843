package triptych.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import triptych.core.LabelMap;
import triptych.needs.NeedsTestData;
import triptych.workflow.Triptych;

/** The bundled nuclei model against hand-drawn nuclei (13 images of the 2018 Data Science Bowl, three kinds). */
@NeedsTestData(RealData.MODELS)
class BundledNucleiTest {

	/** A bit below what was measured with the bundled weights; see this package's README. */
	private static final double LEAST_PRECISION = 0.77, LARGEST_COUNT_ERROR = 0.13, LEAST_FOREGROUND_IOU = 0.82;

	private static final List<String> IMAGES = List.of("00071198d0", "05040e2e95", "08ae2741df", "0bf4b14416",
		"12f89395ad", "00ae65c1c6", "0e21d7b3ee", "02903040e1", "0d2bf916cc", "07fb37aafa", "1b518cd2ea", "08275a5b1c",
		"1400420310");

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	@Test
	void findsNuclei() {
		double precision = 0, countError = 0, foreground = 0;
		System.out.println("image       drawn found AP0.5 foreground IoU");
		for (String name : IMAGES) {
			ImagePlus image = RealData.image("dsb2018_a/images/" + name + ".png");
			int[] truth = labels(RealData.image("dsb2018_a/labels/" + name + ".tif"));
			LabelMap objects = Triptych.segmentObjects(image, "device=cpu").prediction().as(LabelMap.class);
			LabelMap regions = Triptych.segmentRegions(image, "device=cpu").prediction().as(LabelMap.class);
			int drawn = max(truth), found = objects.maxId();
			int hits = matches(truth, drawn, objects.ids(), found);
			double ap = hits / (double) (drawn + found - hits), iou = foregroundIou(truth, regions.ids());
			System.out.printf("%s  %5d %5d %5.3f %5.3f%n", name, drawn, found, ap, iou);
			precision += ap / IMAGES.size();
			countError += Math.abs(found - drawn) / (double) drawn / IMAGES.size();
			foreground += iou / IMAGES.size();
		}
		System.out.printf("mean AP0.5 %.3f, relative count error %.3f, foreground IoU %.3f%n", precision, countError,
			foreground);
		assertTrue(precision >= LEAST_PRECISION, "AP at IoU 0.5: " + precision);
		assertTrue(countError <= LARGEST_COUNT_ERROR, "relative count error: " + countError);
		assertTrue(foreground >= LEAST_FOREGROUND_IOU, "foreground IoU: " + foreground);
	}

	private static int[] labels(ImagePlus image) {
		ImageProcessor ip = image.getProcessor();
		int[] labels = new int[ip.getPixelCount()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = ip.get(i);
		return labels;
	}

	private static int max(int[] labels) {
		int max = 0;
		for (int l : labels)
			max = Math.max(max, l);
		return max;
	}

	/** Pairs with an IoU above 0.5; there is at most one for each object, so counting them is matching them. */
	private static int matches(int[] truth, int drawn, int[] found, int count) {
		int[] areaA = new int[drawn + 1], areaB = new int[count + 1];
		int[][] shared = new int[drawn + 1][count + 1];
		for (int i = 0; i < truth.length; i++) {
			areaA[truth[i]]++;
			areaB[found[i]]++;
			shared[truth[i]][found[i]]++;
		}
		int hits = 0;
		for (int a = 1; a <= drawn; a++)
			for (int b = 1; b <= count; b++)
				if (2 * shared[a][b] > areaA[a] + areaB[b] - shared[a][b]) hits++;
		return hits;
	}

	private static double foregroundIou(int[] truth, int[] found) {
		int both = 0, any = 0;
		for (int i = 0; i < truth.length; i++) {
			if (truth[i] > 0 && found[i] > 0) both++;
			if (truth[i] > 0 || found[i] > 0) any++;
		}
		return both / (double) any;
	}
}
