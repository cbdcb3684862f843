package triptych.ij.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.TriptychException;

/** Which files open, and the sentence on each that does not. */
class ImageFileTest {

	@TempDir
	Path folder;

	private String problem(Path file) {
		return assertThrows(TriptychException.class, () -> ImageFile.open(file), file.toString())
			.getMessage();
	}

	private static ImagePlus stack(int planes) {
		ImageStack stack = new ImageStack(70, 50);
		for (int i = 0; i < planes; i++)
			stack.addSlice(new ShortProcessor(70, 50));
		return new ImagePlus("stack", stack);
	}

	private static ImagePlus noise() {
		ByteProcessor pixels = new ByteProcessor(90, 60);
		new Random(3).nextBytes((byte[]) pixels.getPixels());
		return new ImagePlus("noise", pixels);
	}

	@Test
	void wholeFilesOfEveryFormatOpenUnderTheirOwnName() throws IOException {
		String f = folder + File.separator;
		new FileSaver(noise()).saveAsTiff(f + "a.tif");
		new FileSaver(stack(4)).saveAsTiffStack(f + "b.tif");
		new FileSaver(noise()).saveAsPng(f + "c.png");
		new FileSaver(noise()).saveAsJpeg(f + "d.jpg");
		new FileSaver(noise()).saveAsGif(f + "e.gif");
		new FileSaver(noise()).saveAsBmp(f + "f.bmp");
		new FileSaver(noise()).saveAsPgm(f + "g.pgm");
		new FileSaver(noise()).saveAsFits(f + "h.fits");
		ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), "tiff",
			new File(f + "i.tif"));
		for (String name : List.of("a.tif", "c.png", "d.jpg", "e.gif", "f.bmp", "g.pgm", "h.fits",
			"i.tif"))
		{
			ImagePlus image = ImageFile.open(folder.resolve(name));
			assertEquals("90 x 60 " + name,
				image.getWidth() + " x " + image.getHeight() + " " + image.getTitle());
		}
		assertEquals(4, ImageFile.open(folder.resolve("b.tif")).getStackSize());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tif", "png", "jpg", "pgm", "stack" })
	void aFileThatWasCutOffIsToldAtWhateverByte(String format) throws IOException {
		Path file = folder.resolve("cut." + format.replace("stack", "tif"));
		switch (format) {
			case "tif" -> new FileSaver(noise()).saveAsTiff(file.toString());
			case "stack" -> new FileSaver(stack(3)).saveAsTiffStack(file.toString());
			case "png" -> new FileSaver(noise()).saveAsPng(file.toString());
			case "jpg" -> new FileSaver(noise()).saveAsJpeg(file.toString());
			default -> new FileSaver(noise()).saveAsPgm(file.toString());
		}
		byte[] whole = Files.readAllBytes(file);
		for (int part = 1; part < 10; part++) {
			Files.write(file, Arrays.copyOf(whole, whole.length * part / 10));
			String sentence = problem(file);
			assertTrue(sentence.contains("cut off") && sentence.contains("copy it again"),
				part + "/10: " + sentence);
		}
		Files.write(file, Arrays.copyOf(whole, 40));
		problem(file);
	}

	/** An uncompressed TIFF with one of the numbers of its directory replaced. */
	private Path tiffWith(int tag, int value) throws IOException {
		Path file = folder.resolve("odd.tif");
		new FileSaver(noise()).saveAsTiff(file.toString());
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
		if (bytes.get(0) == 'I') bytes.order(ByteOrder.LITTLE_ENDIAN);
		int at = bytes.getInt(4), entries = bytes.getShort(at);
		for (int i = at + 2; i < at + 2 + 12 * entries; i += 12)
			if (bytes.getShort(i) == tag)
				if (bytes.getShort(i + 2) == 3) bytes.putShort(i + 8, (short) value);
				else bytes.putInt(i + 8, value);
		Files.write(file, bytes.array());
		return file;
	}

	@ParameterizedTest
	@CsvSource({ "254, 1, thumbnail", "256, 200000, cut off", "258, 64, 64-bit numbers" })
	void anOddTiffIsToldByItsReason(int tag, int value, String reason) throws IOException {
		String sentence = problem(tiffWith(tag, value));
		assertTrue(sentence.contains(reason), sentence);
	}

	@Test
	void aBitmapThatClaimsMorePixelsThanItHoldsTakesNoMemory() throws IOException {
		Path file = Files.writeString(folder.resolve("huge.pgm"), "P4\n# x\n100000 100000\nabc");
		assertTrue(problem(file).contains("cut off"), problem(file));
	}

	@Test
	void anAnymapOfTextOrBytesThatWasCutIsTold() throws IOException {
		String text = "P2\n# made\n4 3\n255\n" + "7 ".repeat(12);
		Path file = Files.writeString(folder.resolve("t.pgm"), text);
		assertEquals(7, ImageFile.open(file).getProcessor().get(3, 2));
		Files.writeString(file, text.substring(0, text.length() - 2));
		assertTrue(problem(file).contains("cut off"), problem(file));
		byte[] bytes = "P5\n4 3\n255\nabcdefghijkl".getBytes();
		Path raw = Files.write(folder.resolve("r.pgm"), bytes);
		assertEquals('l', ImageFile.open(raw).getProcessor().get(3, 2));
		Files.write(raw, Arrays.copyOf(bytes, bytes.length - 1));
		assertTrue(problem(raw).contains("cut off"), problem(raw));
	}

	@Test
	void onePixelChangedInAPngIsToldInsteadOfAMessageWindow() throws IOException {
		Path file = folder.resolve("bad.png");
		new FileSaver(noise()).saveAsPng(file.toString());
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2] ^= 4;
		Files.write(file, bytes);
		assertTrue(problem(file).contains("is damaged"), problem(file));
	}

	@Test
	void whatIsNoImageIsToldByWhatItIs() throws IOException {
		assertTrue(problem(Files.createDirectory(folder.resolve("x.tif")))
			.endsWith("is a folder, not an image."));
		assertTrue(
			problem(Files.createFile(folder.resolve("zero.tif"))).endsWith("is empty (0 bytes)."));
		assertTrue(problem(folder.resolve("none.tif")).startsWith("There is no image file"));
		String text = problem(
			Files.writeString(folder.resolve("text.tif"), "These are words.\n".repeat(30)));
		assertTrue(text.contains("cannot be opened as an image; ImageJ opens TIFF, PNG"), text);
		// ImageJ itself opens text as an image of its numbers.
		assertTrue(problem(Files.writeString(folder.resolve("notes.txt"), "1 2 3\n4 5 6\n"))
			.contains("cannot be opened"));
		assertTrue(problem(Files.write(folder.resolve("film.avi"),
			"RIFF1234AVI LIST".getBytes(StandardCharsets.US_ASCII))).contains("is a film"));
	}

	@Test
	void randomBytesBehindARightBeginningAreASentenceNotACrash() throws IOException {
		Random random = new Random(7);
		for (String head : List.of("II*\0", "MM\0*", "GIF89a", "\u0089PNG\r\n\u001a\n"))
			for (int i = 0; i < 5; i++) {
				byte[] bytes = new byte[300];
				random.nextBytes(bytes);
				byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
				System.arraycopy(start, 0, bytes, 0, start.length);
				problem(Files.write(folder.resolve("random" + i), bytes));
			}
	}

	/** ImageJ's own decoder never comes back from such a file. */
	@Test
	void aTiffWhoseDirectoryPointsToItselfIsDamagedAndHoldsNobodyUp() throws IOException {
		Path file = folder.resolve("ring.tif");
		new FileSaver(noise()).saveAsTiff(file.toString());
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
		if (bytes.get(0) == 'I') bytes.order(ByteOrder.LITTLE_ENDIAN);
		int directory = bytes.getInt(4), entries = bytes.getShort(directory);
		bytes.putInt(directory + 2 + 12 * entries, directory);
		Files.write(file, bytes.array());
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			assertTrue(problem(file).contains("is damaged; copy it again"), problem(file));
			assertEquals(Files.size(file), ImageFile.extent(file).bytes());
		});
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void aPipeNamedAsAnImageHoldsNobodyUp() throws Exception {
		Path pipe = folder.resolve("x.tif");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			assertTrue(problem(pipe).startsWith("There is no image file"), problem(pipe));
			assertEquals(0, ImageFile.extent(pipe).bytes());
		});
	}

	@Test
	void theSizeIsKnownFromTheHeadAlone() throws IOException {
		Path tiff = folder.resolve("s.tif"), png = folder.resolve("n.png");
		new FileSaver(stack(3)).saveAsTiffStack(tiff.toString());
		new FileSaver(noise()).saveAsPng(png.toString());
		assertEquals(3500, ImageFile.extent(tiff).planePixels());
		assertTrue(ImageFile.extent(tiff).bytes() >= 3 * 2 * 3500);
		assertEquals(5400, ImageFile.extent(png).planePixels());
		assertEquals(3, ImageFile.extent(Files.write(folder.resolve("x.tif"), new byte[3])).bytes());
	}
}
