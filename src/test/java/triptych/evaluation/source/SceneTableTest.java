package triptych.evaluation.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;

/** The ids of a scene begin anew on each plane, so a table of several planes tells each its own classes. */
class SceneTableTest {

	@TempDir
	Path folder;

	private Map<String, Content> planes(int count) {
		ImageStack stack = new ImageStack(4, 1);
		for (int i = 0; i < count; i++)
			stack.addSlice(new ByteProcessor(4, 1, new byte[] { 1, 1, 2, 0 }));
		ImagePlus image = new ImagePlus("x-scene", stack);
		image.setDimensions(1, count, 1);
		Path file = folder.resolve("x-scene.tif");
		boolean saved = count > 1 ? new FileSaver(image).saveAsTiffStack(file.toString())
			: new FileSaver(image).saveAsTiff(file.toString());
		assertTrue(saved);
		return LabelContents.read(file);
	}

	private Map<String, String> classes(int count, String table) throws IOException {
		Path csv = Files.writeString(folder.resolve("x-scene.csv"), table);
		return classes(planes(count), csv);
	}

	private static Map<String, String> classes(Map<String, Content> planes, Path csv) {
		return SceneTable.on(planes, csv)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, e -> ((Content.Labels) e.getValue()).map()
				.segments()
				.stream()
				.map(s -> s.id() + s.best().className() + (s.thing() ? "" : "*"))
				.collect(Collectors.joining(" "))));
	}

	@Test
	void eachPlaneHasTheClassesOfItsOwnRows() throws IOException {
		String table = "Label,Slice,Id,Class,Kind\nx,1,1,cell,thing\nx,1,2,sky,stuff\n"
			+ "x,2,1,sky,stuff\nx,2,2,cell,thing\n";
		assertEquals(Map.of("1.1", "1cell 2sky*", "2.1", "1sky* 2cell"), classes(2, table));
	}

	@Test
	void eachFrameHasTheClassesOfItsOwnRows() throws IOException {
		String table = "Label,Slice,Frame,Id,Class,Kind\nx,1,1,1,cell,thing\nx,1,1,2,sky,stuff\n"
			+ "x,1,2,1,sky,stuff\nx,1,2,2,cell,thing\n";
		ImagePlus frames = IJ.createHyperStack("x-scene", 4, 1, 1, 1, 2, 8);
		for (int i = 1; i <= 2; i++)
			System.arraycopy(new byte[] { 1, 1, 2, 0 }, 0, (byte[]) frames.getStack().getPixels(i), 0, 4);
		Path csv = Files.writeString(folder.resolve("x-scene.csv"), table);
		assertEquals(Map.of("1.1", "1cell 2sky*", "1.2", "1sky* 2cell"), classes(LabelContents.of(
			frames), csv));
	}

	@Test
	void onePlaneOfAStackIsFoundWhereverItLay() throws IOException {
		String table = "Label,Slice,Id,Class,Kind\nx,7,1,cell,thing\nx,7,2,sky,stuff\n";
		assertEquals(Map.of("1.1", "1cell 2sky*"), classes(1, table));
	}

	@Test
	void planesThatTheLabelImageLacksAreTold() {
		String table = "Label,Slice,Id,Class,Kind\nx,1,1,cell,thing\nx,5,1,sky,stuff\n";
		String sentence = assertThrows(TriptychException.class, () -> classes(2, table)).getMessage();
		assertTrue(sentence.contains("x-scene.csv") && sentence.contains("other planes"), sentence);
	}
}
