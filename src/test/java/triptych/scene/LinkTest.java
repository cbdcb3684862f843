package triptych.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** A disc that moves through four slices, and one that is in the last two only. */
class LinkTest {

	private static final String EVERY = "model=src/test/resources/models/touching.onnx"
		+ " outputs=table link=yes slices=%s";

	private static final String MODEL = "model=src/test/resources/models/touching.onnx slices=all"
		+ " outputs=table,labels ";

	@Test
	void aDiscHasOneIdThroughTheSlices() {
		Result linked = Triptych.segmentObjects(discs(), MODEL + "link=yes");
		assertEquals(List.of(1, 1, 1, 2, 1, 2), column(linked, "Id"));
		assertEquals(List.of(1, 1, 1, 3, 1, 3), column(linked, "FirstSlice"));
		assertEquals(List.of(4, 4, 4, 4, 4, 4), column(linked, "LastSlice"));
		double area = 0;
		for (int r : new int[]{ 0, 1, 2, 4 })
			area += (Double) column(linked, "Area").get(r);
		assertEquals(3 * area, (Double) column(linked, "Volume").get(0), 1e-6);
		Set<Integer> ids = new HashSet<>();
		ImagePlus labels = linked.labels().orElseThrow();
		for (int i = 0; i < labels.getWidth() * labels.getHeight(); i++)
			ids.add(labels.getStack().getProcessor(4).get(i));
		assertEquals(Set.of(0, 1, 2), ids);
	}

	/** A slice that is left out is as deep as one that is looked at. */
	@Test
	void ofEveryOtherSliceAVolumeCountsTwice() {
		Result linked = Triptych.segmentObjects(discs(), EVERY.formatted("2,4"));
		assertEquals(List.of(1, 1, 2), column(linked, "Id"));
		double area = (Double) column(linked, "Area").get(0) + (Double) column(linked, "Area").get(1);
		assertEquals(6 * area, (Double) column(linked, "Volume").get(0), 1e-6);
	}

	@Test
	void aGapEndsAllObjects() {
		Result linked = Triptych.segmentObjects(discs(), EVERY.formatted("1-2,4"));
		assertEquals(List.of(1, 1, 2, 3), column(linked, "Id"));
		assertEquals(List.of(1, 1, 4, 4), column(linked, "FirstSlice"));
		ImagePlus film = discs();
		film.setDimensions(1, 1, 4);
		Result frames = Triptych.segmentObjects(film,
			EVERY.replace("slices", "frames").formatted("1-2,4"));
		assertEquals(List.of(1, 1, 2, 3), column(frames, "Id"));
	}

	@Test
	void withoutTheKeyNothingChanges() {
		Result alone = Triptych.segmentObjects(discs(), MODEL);
		assertTrue(alone.table().indexOf("Volume") < 0);
		assertEquals(6, alone.table().rows().size());
	}

	@Test
	void aDiscHasOneIdThroughTheFrames() {
		ImagePlus film = discs();
		film.setDimensions(1, 1, 4);
		Result linked = Triptych.segmentObjects(film, MODEL + "frames=all link=yes");
		assertEquals(List.of(1, 1, 1, 2, 1, 2), column(linked, "Id"));
		assertEquals(List.of(1, 1, 1, 3, 1, 3), column(linked, "FirstFrame"));
		assertEquals(List.of(4, 4, 4, 4, 4, 4), column(linked, "LastFrame"));
		assertTrue(linked.table().indexOf("Volume") < 0, "time is no depth");
	}

	@Test
	void inAHyperstackEachFrameHasObjectsOfItsOwnThroughTheSlices() {
		ImagePlus once = discs();
		ImageStack twice = new ImageStack(96, 64);
		for (int k = 0; k < 8; k++)
			twice.addSlice(once.getStack().getProcessor(k % 4 + 1));
		ImagePlus image = new ImagePlus("discs", twice);
		image.setDimensions(1, 4, 2);
		image.setOpenAsHyperStack(true);
		Result linked = Triptych.segmentObjects(image, MODEL + "frames=all link=yes");
		assertEquals(List.of(1, 1, 1, 2, 1, 2, 3, 3, 3, 4, 3, 4), column(linked, "Id"));
		List<Object> volumes = column(linked, "Volume");
		assertEquals(volumes.subList(0, 6), volumes.subList(6, 12), "a frame's volumes are its own");
	}

	private static List<Object> column(Result result, String name) {
		int at = result.table().indexOf(name);
		return result.table().rows().stream().map(row -> row.get(at)).toList();
	}

	/** The model finds what is red. */
	private static ImagePlus discs() {
		ImageStack stack = new ImageStack(96, 64);
		for (int z = 0; z < 4; z++) {
			ColorProcessor plane = new ColorProcessor(96, 64);
			plane.setColor(0xff0000);
			plane.fillOval(10 + 3 * z, 20, 20, 20);
			if (z > 1) plane.fillOval(60, 20, 20, 20);
			stack.addSlice(plane);
		}
		ImagePlus image = new ImagePlus("discs", stack);
		image.getCalibration().pixelDepth = 3;
		return image;
	}
}
