package triptych.ij.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import triptych.core.TriptychException;

/** ROIs read from a {@code .roi} file or a {@code .zip} of them, as the ROI Manager saves them. */
public final class RoiFile {

	/** Bytes of a ROI; an outline of a million points has less. */
	private static final int LARGEST = 1 << 26;
	/** Bytes of its head, and where that says of how many numbers a composite ROI is. */
	private static final int HEAD = 64, SHAPE_SIZE = 36;
	/** In pixels. */
	private static final double FURTHEST = 1e7;

	private RoiFile() {}

	public static boolean isNamed(String path) {
		return path.matches("(?i).*\\.(roi|zip)");
	}

	/** @throws TriptychException where the file cannot be read or holds no ROI */
	public static List<Roi> read(Path file) {
		// To read a pipe is to wait for who writes into it.
		if (!Files.isRegularFile(file)) {
			String why = Files.exists(file) ? "it is no file." : "it is not there.";
			throw new TriptychException("The file \"" + file + "\" cannot be read: " + why);
		}
		List<Roi> rois;
		try {
			rois = isZip(file) ? zipped(file) : single(file);
		}
		catch (IllegalArgumentException e) {
			// Java's way to tell of names in a zip that are no text.
			throw new TriptychException("The file \"" + file + "\" cannot be read: it holds a file whose"
				+ " name is no text; it is damaged, save it again.", e);
		}
		catch (IOException e) {
			throw new TriptychException(
				"The file \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
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

	private static boolean isZip(Path file) {
		return !file.toString().toLowerCase(Locale.ROOT).endsWith(".roi");
	}

	private static List<Roi> single(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			String name = file.getFileName().toString();
			return List.of(roi(bytes(in, name, file), name, file));
		}
	}

	private static List<Roi> zipped(Path file) throws IOException {
		try {
			return zipped(file, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException | ZipException e) {
			// Names of older packers are in the code page of DOS.
			Charset dos = Charset.isSupported("IBM437") ? Charset.forName("IBM437")
				: StandardCharsets.ISO_8859_1;
			return zipped(file, dos);
		}
	}

	private static List<Roi> zipped(Path file, Charset names) throws IOException {
		List<Roi> rois = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file), names)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
				if (isRoi(entry.getName()))
					rois.add(roi(bytes(zip, entry.getName(), file), entry.getName(), file));
		}
		return rois;
	}

	/** Macs pack a note of the Finder's beside every file: __MACOSX/._name. */
	private static boolean isRoi(String entry) {
		boolean ofFinder = entry.startsWith("__MACOSX/") || entry.matches("(.*/)?\\._[^/]*");
		return entry.toLowerCase(Locale.ROOT).endsWith(".roi") && !ofFinder;
	}

	/** A few bytes can be packed so that they unpack to more than the memory. */
	private static byte[] bytes(InputStream in, String name, Path file) throws IOException {
		byte[] bytes = in.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) throw damaged(name, file, null);
		return bytes;
	}

	private static Roi roi(byte[] bytes, String name, Path file) {
		Roi roi = null;
		try {
			if (bytes.length < HEAD || ByteBuffer.wrap(bytes).getInt(SHAPE_SIZE) > bytes.length / 4)
				throw damaged(name, file, null);
			roi = new RoiDecoder(bytes, name.replaceFirst("(?i)\\.roi$", "")).getRoi();
			if (roi != null && !isPlaced(roi)) roi = null;
		}
		catch (TriptychException e) {
			throw e;
		}
		catch (IOException | RuntimeException | OutOfMemoryError e) {
			// ImageJ makes arrays as large as a damaged file says.
			throw damaged(name, file, e);
		}
		if (roi == null) throw damaged(name, file, null);
		return roi;
	}

	/** Coordinates that are numbers, and no larger than an image can be. */
	private static boolean isPlaced(Roi roi) {
		for (double length : new double[] { roi.getXBase(), roi.getYBase(), roi.getFloatWidth(),
			roi.getFloatHeight() })
			// Not a number is not less than anything.
			if (!(Math.abs(length) < FURTHEST)) return false;
		return true;
	}

	private static TriptychException damaged(String name, Path file, Throwable cause) {
		return new TriptychException(
			"The ROI \"" + name + "\" in \"" + file + "\" is damaged and cannot be read.", cause);
	}
}
