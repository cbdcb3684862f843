package triptych.ij.files;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.plugin.HyperStackConverter;

/**
 * The description of an OME-TIFF: channels, slices, frames, their order, and the size of a pixel.
 * ImageJ does not read it. It is used where the file holds just the planes that it tells of, in
 * their order; else the user is told.
 *
 * @param order of the planes, such as XYZCT
 * @param width of a pixel, 0 where it is not told; height and depth likewise
 */
record OmeDescription(int channels, int slices, int frames, String order, double width,
	double height, double depth, String unit, boolean inOrder)
{

	private static final Pattern PIXELS = Pattern.compile("<(?:\\w{1,20}:)?Pixels\\s([^>]{1,5000})>");
	private static final Pattern PLANES = Pattern
		.compile("<(?:\\w{1,20}:)?TiffData\\s([^>]{0,500})>");
	/** Lengths in micrometres, by the names that OME has for them. */
	private static final Map<String, Double> LENGTHS = Map.ofEntries(Map.entry("pm", 1e-6),
		Map.entry("Å", 1e-4), Map.entry("nm", 1e-3), Map.entry("µm", 1.0), Map.entry("mm", 1e3),
		Map.entry("cm", 1e4), Map.entry("dm", 1e5), Map.entry("m", 1e6), Map.entry("in", 25400.0));

	private static final Pattern KEY = Pattern.compile("(\\w{1,40})\\s*=\\s*\"([^\"]{0,200})\"");

	/** Sets the dimensions and the calibration of an image that was just opened. */
	static ImagePlus applied(ImagePlus image) {
		Optional<OmeDescription> found = of(image);
		if (found.isEmpty() || !found.get().fits(image)) return image;
		OmeDescription ome = found.get();
		ImagePlus shaped = ome.shaped(image);
		if (ome.width > 0) {
			Calibration calibration = shaped.getCalibration();
			calibration.pixelWidth = ome.width;
			calibration.pixelHeight = ome.height > 0 ? ome.height : ome.width;
			calibration.pixelDepth = ome.depth > 0 ? ome.depth : 1;
			calibration.setUnit(ome.unit);
		}
		return shaped;
	}

	private ImagePlus shaped(ImagePlus image) {
		if (image.getStackSize() == 1) return image;
		FileInfo info = image.getOriginalFileInfo();
		ImagePlus shaped = image;
		image.setDimensions(channels, slices, frames);
		if (!order.equals("XYCZT")) new HyperStackConverter().shuffle(image, shuffle());
		if (channels > 1) shaped = new CompositeImage(image, CompositeImage.GRAYSCALE);
		shaped.setOpenAsHyperStack(true);
		shaped.setFileInfo(info);
		return shaped;
	}

	private int shuffle() {
		return switch (order) {
			case "XYCTZ" -> HyperStackConverter.CTZ;
			case "XYZCT" -> HyperStackConverter.ZCT;
			case "XYZTC" -> HyperStackConverter.ZTC;
			case "XYTCZ" -> HyperStackConverter.TCZ;
			case "XYTZC" -> HyperStackConverter.TZC;
			default -> HyperStackConverter.CZT;
		};
	}

	private boolean fits(ImagePlus image) {
		return inOrder && (long) channels * slices * frames == image.getStackSize();
	}

	/** A sentence where an image has not got what its description tells. */
	static Optional<String> unused(ImagePlus image) {
		return of(image).filter(ome -> !ome.isIn(image)).map(ome -> "The OME description of the file ("
			+ ome.told() + ") was not used; open it with Bio-Formats (in Fiji: File > Import)");
	}

	/** True where size and dimensions are those told, or the user has given others. */
	private boolean isIn(ImagePlus image) {
		boolean sized = width == 0 || image.getCalibration().scaled();
		boolean plane = channels * slices * frames == 1 && image.getStackSize() == 1;
		boolean shaped = plane || image.getNChannels() == channels && image.getNSlices() == slices
			&& image.getNFrames() == frames;
		return sized && shaped;
	}

	private String told() {
		String planes = String.format(Locale.ROOT, "%d channels, %d slices, %d frames", channels,
			slices, frames);
		return width > 0 ? planes + ", pixels of " + width + " " + unit : planes;
	}

	private static Optional<OmeDescription> of(ImagePlus image) {
		FileInfo info = image.getOriginalFileInfo();
		String text = info == null ? null : info.description;
		if (text == null || !text.contains("OME")) return Optional.empty();
		Matcher pixels = PIXELS.matcher(text);
		if (!pixels.find()) return Optional.empty();
		String all = pixels.group(1);
		// Several images in one file are several descriptions.
		boolean one = !pixels.find();
		int c = count(all, "SizeC"), z = count(all, "SizeZ"), t = count(all, "SizeT");
		if (c < 1 || z < 1 || t < 1) return Optional.empty();
		String order = value(all, "DimensionOrder", "XYCZT").toUpperCase(Locale.ROOT);
		String unit = unit(all, 'X');
		boolean length = !unit.equals("pixel") && !unit.equals("reference frame");
		double width = length ? size(all, "PhysicalSizeX") : 0;
		return Optional.of(new OmeDescription(c, z, t, order, width, size(all, 'Y', unit),
			size(all, 'Z', unit), unit, one && inOrder(text, order, c, z, t)));
	}

	/** True where no plane is said to lie elsewhere than the order says. */
	private static boolean inOrder(String text, String order, int c, int z, int t) {
		if (!order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)")) return false;
		for (Matcher plane = PLANES.matcher(text); plane.find();) {
			String keys = plane.group(1);
			int index = 0, step = 1;
			for (char dimension : order.substring(2).toCharArray()) {
				index += step * Math.max(0, count(keys, "First" + dimension));
				step *= switch (dimension) {
					case 'C' -> c;
					case 'Z' -> z;
					default -> t;
				};
			}
			if (!keys.isBlank() && Math.max(0, count(keys, "IFD")) != index) return false;
		}
		return true;
	}

	private static String value(String keys, String name, String otherwise) {
		for (Matcher key = KEY.matcher(keys); key.find();)
			if (key.group(1).equals(name)) return key.group(2);
		return otherwise;
	}

	private static String unit(String keys, char axis) {
		String unit = value(keys, "PhysicalSize" + axis + "Unit", "µm");
		// The text is UTF-8, which ImageJ reads in the computer's own encoding; or a number of XML.
		return unit.matches("[^\\x00-\\x7f]{1,3}m|(?i)&#(181|956|x0*B5|x0*3BC);m") ? "µm" : unit;
	}

	/**
	 * The size along an axis in the unit of X, since ImageJ has one for all; 0 where it is not told,
	 * or in a unit that cannot be compared.
	 */
	private static double size(String keys, char axis, String unit) {
		double told = size(keys, "PhysicalSize" + axis);
		String own = unit(keys, axis);
		if (own.equals(unit)) return told;
		boolean lengths = LENGTHS.containsKey(own) && LENGTHS.containsKey(unit);
		return lengths ? told * LENGTHS.get(own) / LENGTHS.get(unit) : 0;
	}

	/** A whole number, -1 where there is none. */
	private static int count(String keys, String name) {
		String text = value(keys, name, "");
		return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
	}

	private static double size(String keys, String name) {
		String text = value(keys, name, "");
		boolean number = text.matches("\\d{1,9}(\\.\\d{0,20})?([eE][-+]?\\d{1,2})?");
		return number ? Double.parseDouble(text) : 0;
	}
}
