package triptych.ij.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import triptych.core.TriptychException;

/** ROIs read from a {@code .roi} file or a {@code .zip} of them, as the ROI Manager saves them. */
public final class RoiFile {

	private RoiFile() {}

	public static boolean isNamed(String path) {
		return path.matches("(?i).*\\.(roi|zip)");
	}

	/** @throws TriptychException where the file cannot be read or holds no ROI */
	public static List<Roi> read(Path file) {
		List<Roi> rois = new ArrayList<>();
		try {
			if (file.toString().toLowerCase(Locale.ROOT).endsWith(".roi"))
				rois.add(roi(Files.readAllBytes(file), file.getFileName().toString(), file));
			else try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
				for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
					if (entry.getName().endsWith(".roi"))
						rois.add(roi(zip.readAllBytes(), entry.getName(), file));
			}
		}
		catch (IOException e) {
			String why = Files.exists(file) ? e.getMessage() : "it is not there";
			throw new TriptychException("The file \"" + file + "\" cannot be read: " + why + ".", e);
		}
		if (rois.isEmpty()) throw new TriptychException("The file \"" + file + "\" holds no ROI.");
		return rois;
	}

	/**
	 * A zip as the ROI Manager opens it. Two ROIs of one name are told apart, and letters that a file
	 * name cannot have are replaced.
	 */
	public static void write(List<Roi> rois, OutputStream to) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(to);
		DataOutputStream out = new DataOutputStream(zip);
		RoiEncoder encoder = new RoiEncoder(out);
		Set<String> names = new HashSet<>();
		for (Roi roi : rois) {
			zip.putNextEntry(new ZipEntry(unused(safe(roi.getName()), names) + ".roi"));
			encoder.write(roi);
			out.flush();
		}
		zip.finish();
	}

	private static String safe(String name) {
		String safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", "_").strip();
		return safe.isEmpty() ? "image" : safe;
	}

	/** The same object number may stand on several planes, but a zip holds a name once. */
	private static String unused(String name, Set<String> names) {
		String free = name;
		for (int i = 1; !names.add(free); i++)
			free = name + "-" + i;
		return free;
	}

	private static Roi roi(byte[] bytes, String name, Path file) {
		Roi roi = null;
		try {
			roi = new RoiDecoder(bytes, name.replaceFirst("\\.roi$", "")).getRoi();
		}
		catch (IOException | RuntimeException e) {
			throw damaged(name, file, e);
		}
		if (roi == null) throw damaged(name, file, null);
		return roi;
	}

	private static TriptychException damaged(String name, Path file, Exception cause) {
		return new TriptychException(
			"The ROI \"" + name + "\" in \"" + file + "\" is damaged and cannot be read.", cause);
	}
}
