package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Planes of a label image that lie on the disk. */
class LabelFileTest {

	/** Not a multiple of the pixels that are packed at once. */
	private static final int WIDTH = 517, HEIGHT = 311;

	private static final List<String> NAMES = List.of("a", "b", "c");

	@TempDir
	Path folder;

	@Test
	void planesComeBackWithTheBytesOfTheLargestId() {
		LabelFile file = file();
		VirtualStack stack = file.stack(WIDTH, HEIGHT, Float.BYTES, NAMES);
		for (int n = 1; n <= NAMES.size(); n++)
			assertArrayEquals(ids(n), (float[]) stack.getPixels(n), "plane " + n);
	}

	@Test
	void anInterruptedThreadDoesNotTakeTheLabelImageFromTheOthers() throws InterruptedException {
		LabelFile file = file();
		VirtualStack stack = file.stack(WIDTH, HEIGHT, Float.BYTES, NAMES);
		boolean[] kept = new boolean[1];
		Thread looking = new Thread(() -> {
			Thread.currentThread().interrupt();
			stack.getPixels(2);
			kept[0] = Thread.currentThread().isInterrupted();
		});
		looking.start();
		looking.join();
		assertTrue(kept[0], "the interrupt is for whoever asked for it");
		assertArrayEquals(ids(3), (float[]) stack.getPixels(3));
	}

	/** A plane of bytes, one of shorts, one of floats; the last has no runs. */
	private LabelFile file() {
		LabelFile file = new LabelFile(folder, 1);
		file.add(filled(new ByteProcessor(WIDTH, HEIGHT), 1));
		file.add(filled(new ShortProcessor(WIDTH, HEIGHT), 2));
		file.add(filled(new FloatProcessor(WIDTH, HEIGHT), 3));
		return file;
	}

	private static ImageProcessor filled(ImageProcessor plane, int n) {
		float[] ids = ids(n);
		for (int i = 0; i < ids.length; i++)
			plane.setf(i, ids[i]);
		return plane;
	}

	private static float[] ids(int n) {
		float[] ids = new float[WIDTH * HEIGHT];
		IntStream.range(0, ids.length).forEach(i -> ids[i] = switch (n) {
			case 1 -> i / 700 % 256;
			case 2 -> i / 900 * 331 % 65_536;
			default -> i;
		});
		return ids;
	}
}
