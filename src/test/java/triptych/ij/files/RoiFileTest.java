package triptych.ij.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;

/** ROI files as other computers and a bad day leave them. */
class RoiFileTest {

	@TempDir
	Path folder;

	private static byte[] roi() {
		return RoiEncoder.saveAsByteArray(new Roi(2, 3, 10, 20));
	}

	private Path zip(Charset names, String... entries) throws IOException {
		Path file = folder.resolve("rois.zip");
		try (OutputStream out = Files.newOutputStream(file);
			ZipOutputStream zip = new ZipOutputStream(out, names))
		{
			for (String entry : entries) {
				zip.putNextEntry(new ZipEntry(entry));
				zip.write(entry.contains("._") ? new byte[] { 0, 5, 22, 7 } : roi());
			}
		}
		return file;
	}

	@Test
	void whatAMacPacksBesideTheRoisIsPassedOver() throws IOException {
		Path file = zip(StandardCharsets.UTF_8, "cells/a.roi", "__MACOSX/cells/._a.roi", "._b.roi",
			"B.ROI");
		List<Roi> rois = RoiFile.read(file);
		assertEquals(List.of("cells/a", "B"), rois.stream().map(Roi::getName).toList());
	}

	@Test
	void namesInTheCodePageOfDosAreRead() throws IOException {
		Path file = zip(Charset.forName("IBM437"), "Zelle_ä.roi");
		assertEquals("Zelle_ä", RoiFile.read(file).get(0).getName());
	}

	@Test
	void aRoiAtNoPlaceIsDamaged() throws IOException {
		byte[] bytes = RoiEncoder.saveAsByteArray(new Roi(2.5, 3.5, 10.5, 20.5));
		ByteBuffer.wrap(bytes).putFloat(18, Float.NaN);
		Path file = Files.write(folder.resolve("nan.roi"), bytes);
		String told = assertThrows(TriptychException.class, () -> RoiFile.read(file)).getMessage();
		assertTrue(told.startsWith("The ROI \"nan.roi\" in"), told);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aPipeIsNoFileAndNobodyWaitsForIt() throws Exception {
		Path pipe = folder.resolve("pipe.roi");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			String told = assertThrows(TriptychException.class, () -> RoiFile.read(pipe)).getMessage();
			assertTrue(told.endsWith("cannot be read: it is no file."), told);
		});
	}

	@Test
	void aRoiOfMoreNumbersThanItsFileIsDamaged() throws IOException {
		for (int at : new int[] { 16, 18, 36, 60 }) {
			byte[] bytes = RoiEncoder.saveAsByteArray(new ij.gui.ShapeRoi(new Roi(2, 3, 10, 20))
				.xor(new ij.gui.ShapeRoi(new Roi(4, 5, 3, 3))));
			ByteBuffer.wrap(bytes).putInt(at, Integer.MAX_VALUE);
			Path file = Files.write(folder.resolve("large.roi"), bytes);
			try {
				assertEquals(1, RoiFile.read(file).size());
			}
			catch (TriptychException e) {
				assertTrue(e.getMessage().startsWith("The ROI \"large.roi\" in"), e.getMessage());
			}
		}
		Path stub = Files.write(folder.resolve("stub.roi"), new byte[] { 'I', 'o', 'u', 't', 0 });
		assertThrows(TriptychException.class, () -> RoiFile.read(stub));
	}
}
