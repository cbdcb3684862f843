package triptych.doors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.process.ByteProcessor;
import triptych.core.ClassScore;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;

/** What a command saved, as text that can be compared: tables as they are, pixels and calibration, every ROI in full. */
final class SavedResults {

	static {
		// Making a ROI of our own keeps ImageJ from writing a line about a missing LUT for every ROI that is read.
		new Rois("", Position.of(new ImagePlus("", new ByteProcessor(1, 1)))).caption(new ClassScore(0, "", 0));
	}

	private SavedResults() {}

	/** The contents by file name, without the JSON, whose times differ. */
	static Map<String, String> of(Path folder) {
		Map<String, String> contents = new TreeMap<>();
		try (var files = Files.list(folder)) {
			for (Path file : files.toList()) {
				String name = file.getFileName().toString();
				if (name.endsWith(".csv")) contents.put(name, Files.readString(file));
				else if (name.endsWith(".tif")) contents.put(name, image(file));
				else if (name.endsWith(".zip")) contents.put(name, rois(file));
			}
		}
		catch (IOException e) {
			throw new AssertionError(e);
		}
		return contents;
	}

	private static String image(Path file) {
		ImagePlus image = IJ.openImage(file.toString());
		Object pixels = image.getProcessor().getPixels();
		return image.getWidth() + " x " + image.getHeight() + " " + image.getBitDepth() + " " + image.getCalibration() + " " + (pixels instanceof byte[] b ? Arrays
			.hashCode(b) : Arrays.hashCode((short[]) pixels));
	}

	private static String rois(Path file) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry e; (e = zip.getNextEntry()) != null;) {
				Roi roi = RoiDecoder.openFromByteArray(zip.readAllBytes());
				text.append(e.getName()).append(' ').append(roi.getName()).append(' ').append(roi.getFloatBounds()).append(
					" group ").append(roi.getGroup()).append(" at ").append(roi.getPosition()).append(" points ").append(roi
						.getFloatPolygon().npoints).append(' ').append(roi.getProperties().replace('\n', ' ')).append('\n');
			}
		}
		return text.toString();
	}
}
