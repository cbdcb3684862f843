package triptych.ij.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import ij.ImagePlus;
import ij.Prefs;
import ij.io.Opener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG files give the very image that ImageJ makes of them. */
class JpegFileTest {

	private static final String FORM = "javax_imageio_jpeg_image_1.0";

	@TempDir
	Path folder;

	/** Smooth with noise, so that chroma counts and nothing lies on a block's edge. */
	private static BufferedImage picture(int type) {
		BufferedImage image = new BufferedImage(101, 67, type);
		Random random = new Random(2);
		for (int y = 0; y < 67; y++)
			for (int x = 0; x < 101; x++)
				image.setRGB(x, y, 2 * x << 16 | 3 * y << 8 | (x * y / 30 + random.nextInt(30)) & 0xff);
		return image;
	}

	/** @param kinds progressive or not, chroma whole or subsampled */
	private Path written(BufferedImage image, String kinds) throws IOException {
		Path file = folder.resolve(kinds.replace(' ', '-') + ".jpg");
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam how = writer.getDefaultWriteParam();
		how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		how.setCompressionQuality(0.8f);
		if (kinds.contains("progressive")) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		IIOMetadata head = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
		if (kinds.contains("whole")) {
			IIOMetadataNode tree = (IIOMetadataNode) head.getAsTree(FORM);
			IIOMetadataNode luma = (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
			luma.setAttribute("HsamplingFactor", "1");
			luma.setAttribute("VsamplingFactor", "1");
			head.setFromTree(FORM, tree);
		}
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, head), how);
		}
		writer.dispose();
		return file;
	}

	/** The same file with a segment after its start, and perhaps without the one that says JFIF. */
	private static void insert(Path file, int marker, String name, byte[] content, boolean jfif)
		throws IOException
	{
		byte[] old = Files.readAllBytes(file);
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		int from = jfif ? 2 : 20, length = 2 + name.length() + content.length;
		all.write(old, 0, 2);
		if (marker > 0) {
			all.writeBytes(new byte[] { (byte) 0xff, (byte) marker, (byte) (length >> 8),
				(byte) length });
			all.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
			all.writeBytes(content);
		}
		all.write(old, from, old.length - from);
		Files.write(file, all.toByteArray());
	}

	private static void assertSame(Path file) throws IOException {
		Optional<ImagePlus> mine = JpegFile.read(file);
		assertTrue(mine.isPresent(), "not read: " + file.getFileName());
		ImagePlus ours = mine.get(), theirs = new Opener().openImage(file.toString());
		assertEquals(theirs.getBitDepth(), ours.getBitDepth());
		assertEquals(theirs.getWidth(), ours.getWidth());
		assertEquals(theirs.getHeight(), ours.getHeight());
		if (theirs.getBitDepth() == 24) assertArrayEquals((int[]) theirs.getProcessor().getPixels(),
			(int[]) ours.getProcessor().getPixels());
		else assertArrayEquals((byte[]) theirs.getProcessor().getPixels(), (byte[]) ours.getProcessor()
			.getPixels());
		if (theirs.getBitDepth() == 8) assertArrayEquals(theirs.getProcessor().getLut().getBytes(), ours
			.getProcessor().getLut().getBytes());
		assertEquals(theirs.getOriginalFileInfo().toString(), ours.getOriginalFileInfo().toString());
		assertEquals(theirs.getTitle(), ours.getTitle());
		assertEquals(theirs.getProperties(), ours.getProperties());
	}

	@ParameterizedTest
	@ValueSource(strings = { "subsampled", "whole", "subsampled progressive", "whole progressive" })
	void coloursAreThoseOfImageJ(String kinds) throws IOException {
		Path file = written(picture(BufferedImage.TYPE_INT_RGB), kinds);
		assertSame(file);
		insert(file, 0, "", new byte[0], false);
		assertSame(file);
	}

	@Test
	void colourProfilesAndCommentsChangeNothing() throws IOException {
		byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
		Path file = written(picture(BufferedImage.TYPE_INT_RGB), "subsampled");
		insert(file, 0xe2, "ICC_PROFILE\0\1\1", profile, true);
		insert(file, 0xfe, "made by a test", new byte[0], true);
		assertSame(file);
	}

	@Test
	void greyFilesAreGreyAsInImageJ() throws IOException {
		assertSame(written(picture(BufferedImage.TYPE_BYTE_GRAY), "grey"));
		BufferedImage grey = picture(BufferedImage.TYPE_INT_RGB);
		grey.getGraphics().drawImage(picture(BufferedImage.TYPE_BYTE_GRAY), 0, 0, null);
		Path file = written(grey, "grey-as-colours");
		assertSame(file);
		assertEquals(8, ImageFile.open(file).getBitDepth());
		Prefs.openGrayscaleJpegsAsRGB = true;
		try {
			assertSame(file);
			assertSame(folder.resolve("grey.jpg"));
		}
		finally {
			Prefs.openGrayscaleJpegsAsRGB = false;
		}
	}

	@Test
	void whatIsStrangeIsLeftToImageJ() throws IOException {
		Path file = written(picture(BufferedImage.TYPE_INT_RGB), "adobe");
		insert(file, 0xee, "Adobe\0d\0\0\0\0\0", new byte[1], false);
		assertTrue(JpegFile.read(file).isEmpty(), "colours that only Adobe's segment names");
		Path damaged = written(picture(BufferedImage.TYPE_INT_RGB), "damaged");
		byte[] bytes = Files.readAllBytes(damaged);
		for (int i = bytes.length / 2; i < bytes.length - 2; i++)
			bytes[i] = (byte) (i % 7);
		Files.write(damaged, bytes);
		assertTrue(JpegFile.read(damaged).isEmpty(), "damaged within the picture");
		assertEquals(24, ImageFile.open(damaged).getBitDepth());
	}
}
