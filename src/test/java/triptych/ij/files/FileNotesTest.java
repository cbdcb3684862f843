package triptych.ij.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file of an image says beside its pixels is told, or used. */
class FileNotesTest {

	private static final int SIZE = 8;

	@TempDir
	Path folder;

	private Path jpeg(int orientation) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new ByteProcessor(30, 20).getBufferedImage(), "jpg", out);
		byte[] plain = out.toByteArray();
		ByteBuffer exif = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
		exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes());
		exif.put("MM".getBytes()).putShort((short) 42).putInt(8).putShort((short) 1);
		exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
		Path file = folder.resolve("photo.jpg");
		ByteBuffer all = ByteBuffer.allocate(plain.length + 36);
		all.put(plain, 0, 2).put(exif.array()).put(plain, 2, plain.length - 2);
		Files.write(file, all.array());
		return file;
	}

	@Test
	void anOrientationThatImageJDoesNotFollowIsTold() throws IOException {
		List<String> notes = FileNotes.of(ImageFile.open(jpeg(6)));
		assertEquals(List.of("The file photo.jpg asks to be shown turned by 90 degrees to the right"
			+ " (EXIF orientation 6), but was used as it is stored, as ImageJ shows it"), notes);
		assertEquals(List.of(), FileNotes.of(ImageFile.open(jpeg(1))));
		assertEquals(List.of(), FileNotes.of(ImageFile.open(jpeg(9))));
	}

	@Test
	void anImageOfNoFileSaysNothing() {
		assertEquals(List.of(), FileNotes.of(new ImagePlus("made", new ByteProcessor(3, 3))));
	}

	/** A page of 8-bit pixels for each size; the value of a pixel is the number of its page. */
	private Path tiff(String description, int... sizes) throws IOException {
		byte[] text = (description + "\0").getBytes(StandardCharsets.UTF_8);
		ByteBuffer b = ByteBuffer.allocate(100_000).order(ByteOrder.LITTLE_ENDIAN);
		b.put("II".getBytes()).putShort((short) 42).putInt(8);
		for (int page = 0; page < sizes.length; page++) {
			int n = 9, at = b.position(), data = at + 2 + 12 * n + 4, pixels = sizes[page] * sizes[page];
			b.putShort((short) n);
			entry(b, 256, 4, 1, sizes[page]);
			entry(b, 257, 4, 1, sizes[page]);
			entry(b, 258, 3, 1, 8);
			entry(b, 259, 3, 1, 1);
			entry(b, 262, 3, 1, 1);
			entry(b, 270, 2, text.length, data + pixels);
			entry(b, 273, 4, 1, data);
			entry(b, 278, 4, 1, sizes[page]);
			entry(b, 279, 4, 1, pixels);
			int end = data + pixels + text.length, next = end + end % 2;
			b.putInt(page + 1 < sizes.length ? next : 0);
			for (int i = 0; i < pixels; i++)
				b.put((byte) (page + 1));
			b.put(text).position(next);
		}
		Path file = folder.resolve("pages.tif");
		byte[] all = new byte[b.position()];
		b.flip().get(all);
		return Files.write(file, all);
	}

	private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
		b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
	}

	@Test
	void pagesOfAnotherSizeAreTold() throws IOException {
		ImagePlus image = ImageFile.open(tiff("plain text", SIZE, SIZE, 5, 4));
		assertEquals(List.of("The file pages.tif has 2 pages of other sizes, which were not read"),
			FileNotes.of(image));
		assertEquals(List.of(), FileNotes.of(ImageFile.open(tiff("plain text", SIZE, SIZE))));
	}

	private static String ome(String order, int c, int z, int t, String more) {
		return String.format(Locale.ROOT, "<?xml version=\"1.0\"?><OME><Image><Pixels"
			+ " DimensionOrder=\"%s\" SizeC=\"%d\" SizeZ=\"%d\" SizeT=\"%d\" SizeX=\"8\""
			+ " PhysicalSizeX=\"0.325\" PhysicalSizeXUnit=\"µm\" PhysicalSizeY=\"0.325\">%s"
			+ "</Pixels></Image></OME>", order, c, z, t, more);
	}

	/** @param page of channel 2, slice 3, frame 2, of 2, 3 and 2 of them */
	@ParameterizedTest
	@CsvSource({ "XYCZT, 12", "XYCTZ, 12", "XYZCT, 12", "XYZTC, 12", "XYTCZ, 12", "XYTZC, 12" })
	void theDimensionsOfAnOmeTiffAreUsed(String order, int last) throws IOException {
		int[] sizes = new int[12];
		java.util.Arrays.fill(sizes, SIZE);
		ImagePlus image = ImageFile.open(tiff(ome(order, 2, 3, 2, "<TiffData IFD=\"0\"/>"), sizes));
		assertEquals("2 3 2",
			image.getNChannels() + " " + image.getNSlices() + " " + image.getNFrames());
		assertEquals(last, value(image, 2, 3, 2));
		int second = value(image, order.charAt(2) == 'C' ? 2 : 1, order.charAt(2) == 'Z' ? 2 : 1,
			order.charAt(2) == 'T' ? 2 : 1);
		assertEquals(2, second, order);
		assertEquals(0.325, image.getCalibration().pixelWidth);
		assertEquals("µm", image.getCalibration().getUnit());
		assertEquals(List.of(), FileNotes.of(image));
	}

	private static String lengths(String keys) {
		return "<OME><Image><Pixels DimensionOrder=\"XYZCT\" SizeC=\"1\" SizeZ=\"2\" SizeT=\"1\" "
			+ keys.replace('\'', '"') + "></Pixels></Image></OME>";
	}

	/** Each direction has a unit of its own; ImageJ has one for all. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"PhysicalSizeX='0.5' PhysicalSizeZ='300' PhysicalSizeZUnit='nm' | 0.5 0.5 0.3 µm",
		"PhysicalSizeX='65' PhysicalSizeXUnit='nm' PhysicalSizeY='70' PhysicalSizeYUnit='nm' "
			+ "PhysicalSizeZ='0.2' | 65.0 70.0 200.0 nm",
		"PhysicalSizeX='1' PhysicalSizeXUnit='mm' PhysicalSizeY='2000' PhysicalSizeZ='1' "
			+ "PhysicalSizeZUnit='cm' | 1.0 2.0 10.0 mm",
		"PhysicalSizeX='0.5' PhysicalSizeXUnit='&#181;m' PhysicalSizeZ='2' "
			+ "PhysicalSizeZUnit='&#xB5;m' | 0.5 0.5 2.0 µm",
		"PhysicalSizeX='0.5' PhysicalSizeZ='3' PhysicalSizeZUnit='reference frame' | 0.5 0.5 1.0 µm" })
	void sizesInOtherUnitsAreBroughtToThatOfX(String keys, String expected) throws IOException {
		ImagePlus image = ImageFile.open(tiff(lengths(keys), SIZE, SIZE));
		Calibration c = image.getCalibration();
		assertEquals(expected, round(c.pixelWidth) + " " + round(c.pixelHeight) + " "
			+ round(c.pixelDepth) + " " + c.getUnit());
	}

	private static double round(double value) {
		return Math.round(1e9 * value) / 1e9;
	}

	private static int value(ImagePlus image, int c, int z, int t) {
		return image.getStack().getProcessor(image.getStackIndex(c, z, t)).get(0, 0);
	}

	@ParameterizedTest
	@CsvSource({ "<TiffData FirstZ=\"1\" IFD=\"0\"/>, 4", "'', 3" })
	void anOmeDescriptionOfOtherPlanesIsTold(String planes, int pages) throws IOException {
		int[] sizes = new int[pages];
		java.util.Arrays.fill(sizes, SIZE);
		ImagePlus image = ImageFile.open(tiff(ome("XYZCT", 2, 2, 1, planes), sizes));
		assertEquals(pages, image.getNSlices());
		String note = String.join("", FileNotes.of(image));
		assertTrue(note.startsWith("The OME description of the file (2 channels, 2 slices, 1 frames,"
			+ " pixels of 0.325 µm) was not used"), note);
	}
}
