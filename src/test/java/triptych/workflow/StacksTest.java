package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.ArrayList;
import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.Stopped;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.result.Result;

/** Planted objects in 2 channels x 3 slices x 4 frames: every row, ROI and label lies on its plane. */
class StacksTest {

	private static final int C = 2, Z = 3, T = 4, W = 60, H = 50;
	private static final String MODEL = Planted.model("touching") + "channels=1,2,2 ";

	/** One object on each plane, whose place, size and second channel tell the plane; on (2, 3) there is none. */
	private static ByteProcessor slice(int c, int z, int t) {
		ByteProcessor slice = new ByteProcessor(W, H);
		if (z == 2 && t == 3) return slice;
		slice.setValue(c == 1 ? 255 : 10 * z + t);
		slice.fill(new Roi(10 * z, 8 * t, 4 + z, 5));
		return slice;
	}

	private static ImageStack stack() {
		ImageStack stack = new ImageStack(W, H);
		for (int t = 1; t <= T; t++)
			for (int z = 1; z <= Z; z++)
				for (int c = 1; c <= C; c++)
					stack.addSlice("c" + c + "z" + z + "t" + t, slice(c, z, t));
		return stack;
	}

	private static ImagePlus hyperstack(ImageStack stack) {
		ImagePlus image = new ImagePlus("planted.tif", stack);
		image.setDimensions(C, Z, T);
		image.setOpenAsHyperStack(true);
		return new CompositeImage(image, CompositeImage.GRAYSCALE);
	}

	private static Result run(ImagePlus image, String keys) {
		return Triptych.segmentObjects(image, MODEL + "outputs=table,labels,rois " + keys);
	}

	@Test
	void everyRowRoiAndLabelOfAHyperstackLiesOnItsPlane() {
		ImagePlus image = hyperstack(stack());
		Result result = run(image, "slices=all frames=all");
		Table table = result.table();
		assertEquals(Z * T - 1, table.rows().size());
		assertEquals(Z * T - 1, result.rois().size());
		ImagePlus labels = result.labels().orElseThrow();
		assertEquals(List.of(1, Z, T), List.of(labels.getNChannels(), labels.getNSlices(), labels.getNFrames()));
		int row = 0;
		for (int t = 1; t <= T; t++)
			for (int z = 1; z <= Z; z++) {
				ImageProcessor ids = labels.getStack().getProcessor(labels.getStackIndex(1, z, t));
				boolean empty = z == 2 && t == 3;
				assertEquals(empty ? 0 : 5 * (4 + z), ids.getStats().histogram[1], "label on " + z + ", " + t);
				if (empty) continue;
				assertEquals(z, Planted.number(table, row, "Slice"));
				assertEquals(t, Planted.number(table, row, "Frame"));
				assertEquals(1, Planted.number(table, row, "Id"), "ids start anew on each plane");
				assertEquals(10 * z, Planted.number(table, row, "BX"));
				assertEquals(8 * t, Planted.number(table, row, "BY"));
				assertEquals(5 * (4 + z), Planted.number(table, row, "Area"));
				assertEquals(255, Planted.number(table, row, "Mean_C1"));
				assertEquals(10 * z + t, Planted.number(table, row, "Mean_C2"), "every channel is measured");
				Roi roi = result.rois().get(row++);
				assertEquals(List.of(0, z, t), List.of(roi.getCPosition(), roi.getZPosition(), roi.getTPosition()));
				assertEquals(10 * z, roi.getBounds().x);
			}
		assertEquals("planted.tif:c1z1t1", table.rows().get(0).get(0));
		assertEquals("11 objects found on 12 planes", result.summary());
	}

	@Test
	void rangesAndListsChooseTheirPlanesOnly() {
		ImagePlus image = hyperstack(stack());
		Table table = run(image, "slices=2-3 frames=1,4").table();
		assertEquals(List.of(2, 3, 2, 3), Planted.column(table, "Slice"));
		assertEquals(List.of(1, 1, 4, 4), Planted.column(table, "Frame"));
		image.setPosition(2, 3, 2);
		assertEquals(List.of(3), Planted.column(run(image, "").table(), "Slice"), "current is the default");
		Result frames = run(image, "frames=all");
		assertEquals(List.of(3, 3, 3, 3), Planted.column(frames.table(), "Slice"));
		assertEquals(T, frames.labels().orElseThrow().getNFrames());
	}

	@Test
	void aVirtualStackGivesTheSameAndIsReadPlaneByPlane() {
		List<Integer> reads = new ArrayList<>();
		VirtualStack virtual = new VirtualStack(W, H, null, "") {

			@Override
			public ImageProcessor getProcessor(int n) {
				reads.add(n);
				return slice((n - 1) % C + 1, (n - 1) / C % Z + 1, (n - 1) / C / Z + 1);
			}

			@Override
			public int size() {
				return C * Z * T;
			}

			@Override
			public int getSize() {
				return C * Z * T;
			}

			@Override
			public String getSliceLabel(int n) {
				return "c" + ((n - 1) % C + 1) + "z" + ((n - 1) / C % Z + 1) + "t" + ((n - 1) / C / Z + 1);
			}
		};
		ImagePlus image = hyperstack(virtual);
		reads.clear();
		Table table = run(image, "slices=2 frames=2").table();
		assertTrue(reads.stream().allMatch(n -> (n - 1) / C == Z + 1), "only the wanted plane is read, not " + reads);
		assertEquals(1, table.rows().size());
		assertEquals(run(hyperstack(stack()), "slices=all frames=all").table(), run(image, "slices=all frames=all").table());
	}

	@ParameterizedTest
	@CsvSource({ "slices=all, 24, 1", "frames=all, 24, 1", "slices=3-4, 2, 3" })
	void aPlainStackIsCountedByItsPositions(String keys, int planes, int first) {
		ImagePlus image = new ImagePlus("plain.tif", stack());
		Result result = Triptych.segmentObjects(image, "outputs=table,labels,rois " + keys);
		assertEquals(planes, result.positions().size());
		assertEquals(planes, result.labels().orElseThrow().getStackSize());
		assertEquals(first, result.positions().get(0).index());
		result.rois().forEach(roi -> assertTrue(roi.getPosition() >= first));
	}

	@Test
	void aTimeSeriesTakesFramesAndItsLabelsAreATimeSeries() {
		ImagePlus image = new ImagePlus("series.tif", stack());
		image.setDimensions(1, 1, C * Z * T);
		image.getCalibration().frameInterval = 2.5;
		ImagePlus labels = Triptych.segmentObjects(image, "frames=1-5 outputs=labels").labels().orElseThrow();
		assertEquals(5, labels.getNFrames());
		assertEquals(2.5, labels.getCalibration().frameInterval);
	}

	@Test
	void labelsOfAllPlanesAreAsDeepAsTheFullestPlaneNeeds() {
		ImageStack stack = new ImageStack(600, 4);
		stack.addSlice(Planted.black(600, 4).getProcessor());
		ImageProcessor full = Planted.black(600, 4).getProcessor();
		for (int i = 0; i < 300; i++)
			full.set(2 * i, 1, 0xff0000);
		stack.addSlice(full);
		ImagePlus labels = Triptych.segmentObjects(new ImagePlus("deep", stack), Planted.model("touching")
			+ "slices=all outputs=labels").labels().orElseThrow();
		assertEquals(16, labels.getBitDepth());
		assertEquals(300, labels.getStack().getProcessor(2).getf(598, 1));
	}

	@ParameterizedTest
	@CsvSource({ "slices=0, slices, 1 to 3", "slices=2-9, slices, 1 to 3", "frames=5, frames, 1 to 4",
		"frames=x, frames, current", "slices=3-2, slices, range" })
	void planesThatAreNotThereAreTold(String keys, String key, String allowed) {
		String sentence = assertThrows(TriptychException.class, () -> run(hyperstack(stack()), keys)).getMessage();
		assertTrue(sentence.contains("key " + key + " ") && sentence.contains(allowed), sentence);
	}

	@Test
	void slicesAndFramesOfAPlainStackMayNotContradict() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.segmentObjects(new ImagePlus("plain",
			stack()), "slices=1 frames=2")).getMessage();
		assertTrue(sentence.contains("plain stack"), sentence);
	}

	@Test
	void escDeliversTheFinishedPlanesAndSaysHowMany() {
		ImageStack stack = new ImageStack(W, H) {

			@Override
			public Object getPixels(int n) {
				if (n == 3) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				return super.getPixels(n);
			}
		};
		for (int z = 1; z <= 5; z++)
			stack.addSlice(slice(1, 1, 1));
		try {
			Result result = Triptych.segmentObjects(new ImagePlus("long.tif", stack), "slices=all outputs=table,labels");
			assertTrue(result.stopped());
			assertEquals(2, result.positions().size());
			assertEquals(2, result.labels().orElseThrow().getStackSize());
			assertTrue(result.summary().contains("2 of 5 planes") && result.summary().contains("Esc"), result.summary());
			assertEquals("2 of 5", result.provenance().get("planes"));
			assertThrows(Stopped.class, () -> Triptych.segmentObjects(new ImagePlus("next", slice(1, 1, 1)), ""));
		}
		finally {
			IJ.resetEscape();
		}
	}

	/** Planes that are made when they are asked for. */
	private static ImageStack virtual(ImageStack stack) {
		return new VirtualStack(W, H, stack.size()) {

			@Override
			public ImageProcessor getProcessor(int n) {
				return stack.getProcessor(n);
			}

			@Override
			public String getSliceLabel(int n) {
				return stack.getSliceLabel(n);
			}
		};
	}

	@Test
	void labelImageOfAVirtualStackIsThatOfTheStackInMemory(@TempDir Path folder) throws IOException {
		Result inMemory = run(hyperstack(stack()), "slices=all frames=all save=" + folder.resolve("a"));
		Result onDisk = run(hyperstack(virtual(stack())),
			"slices=all frames=all save=" + folder.resolve("b"));
		ImagePlus some = inMemory.labels().orElseThrow(), others = onDisk.labels().orElseThrow();
		assertFalse(some.getStack().isVirtual());
		assertTrue(others.getStack().isVirtual());
		assertEquals(some.getBitDepth(), others.getBitDepth());
		for (int n = 1; n <= some.getStackSize(); n++)
			assertArrayEquals((byte[]) some.getStack().getPixels(n), (byte[]) others.getStack().getPixels(n));
		ImagePlus saved = Triptych.open(folder.resolve("a/planted-labels.tif"));
		ImagePlus written = Triptych.open(folder.resolve("b/planted-labels.tif"));
		assertEquals(List.of(saved.getNSlices(), saved.getNFrames()),
			List.of(written.getNSlices(), written.getNFrames()));
		for (int n = 1; n <= saved.getStackSize(); n++) {
			assertArrayEquals((byte[]) saved.getStack().getPixels(n),
				(byte[]) written.getStack().getPixels(n));
			assertEquals(saved.getStack().getSliceLabel(n), written.getStack().getSliceLabel(n));
		}
		// What held the planes has no name, and so cannot be left behind.
		try (Stream<Path> files = Files.walk(folder)) {
			assertEquals(List.of(), files.filter(f -> f.toString().contains(".triptych-")).toList());
		}
	}

	@Test
	void labelImageThatNoDiskHoldsIsToldBeforeTheFirstPlane(@TempDir Path folder) throws IOException {
		int edge = 4096, planes = 400_000;
		List<Integer> read = new ArrayList<>();
		ImageStack stack = new VirtualStack(edge, edge, planes) {

			@Override
			public ImageProcessor getProcessor(int n) {
				if (n > 1) read.add(n);
				return new ByteProcessor(edge, edge);
			}
		};
		String sentence = assertThrows(TriptychException.class,
			() -> Triptych.segmentObjects(new ImagePlus("endless", stack), Planted.model("distance")
				+ "slices=all outputs=labels save=" + folder.resolve("out"))).getMessage();
		assertTrue(sentence.startsWith("The label image needs 6710.9 GB on the disk of \"" + folder)
			&& sentence.contains("name a folder on a larger disk with save="), sentence);
		assertEquals(List.of(), read);
		assertFalse(Files.exists(folder.resolve("out")));
	}
}
