package triptych.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import triptych.core.TriptychException;
import triptych.ij.files.ImageFile;

/** What a terminal gets of names that others chose. */
class PlainOutputTest {

	@Test
	void aTerminalObeysNoName() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		PrintStream out = new PrintStream(PlainOutput.plain(bytes), true, StandardCharsets.UTF_8);
		out.println("cell\u001b[2J\u0007.tif\tä µ\u009b5n");
		String line = "cell?[2J?.tif\tä µ\u00a05n" + System.lineSeparator();
		assertEquals(line, bytes.toString(StandardCharsets.UTF_8));
	}

	@Test
	void aDamagedJpegIsToldInASentenceAndNothingElseIsPrinted(@TempDir Path folder) throws Exception {
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
		byte[] bytes = jpeg.toByteArray();
		for (int i = 0; i + 1 < bytes.length; i++) {
			// A table of Huffman codes that says of 255 codes of one bit.
			if (bytes[i] == (byte) 0xff && bytes[i + 1] == (byte) 0xc4) bytes[i + 5] = (byte) 0xff;
		}
		Path file = Files.write(folder.resolve("a.jpg"), bytes);
		PrintStream err = System.err, out = System.out;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setErr(new PrintStream(PlainOutput.plain(printed), true, StandardCharsets.UTF_8));
		System.setOut(System.err);
		try {
			String told = assertThrows(TriptychException.class, () -> ImageFile.open(file)).getMessage();
			assertTrue(told.contains("cannot be opened as an image"), told);
			System.out.println("after");
		}
		finally {
			System.setErr(err);
			System.setOut(out);
		}
		assertEquals("after", printed.toString(StandardCharsets.UTF_8).strip());
	}
}
