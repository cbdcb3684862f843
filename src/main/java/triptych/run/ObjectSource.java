package triptych.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.GroupColours;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.draw.Rois;
import triptych.ij.draw.Scribbles;
import triptych.ij.files.FileNotes;
import triptych.ij.files.ImageFile;
import triptych.ij.files.RoiFile;
import triptych.options.ObjectOrigin;
import triptych.result.Delivery;

/**
 * Where the objects of a review are: ROIs of the overlay, of the ROI Manager or of a file, or a
 * label image.
 */
public final class ObjectSource {

	private final ImagePlus image;
	private final List<Roi> rois;
	private final ImagePlus labels;
	private final LabelCheck check;
	private final List<String> hidden = new ArrayList<>();
	/** Pixels of ROIs that lie under others, by the ROI's name. */
	private final Map<String, Integer> covered = new LinkedHashMap<>();
	private final int noArea;
	/** Null until somebody asks. */
	private ClassScore ofDrawn;
	private String elsewhere = "";

	private ObjectSource(ImagePlus image, List<Roi> all, ImagePlus labels) {
		this.image = image;
		this.labels = labels;
		check = labels == null ? null : new LabelCheck(labels);
		rois = all.stream()
			.filter(RoiRasterizer::isArea)
			.map(roi -> placed(roi, image))
			.toList();
		// Our own legend and numbers are about objects and are none.
		noArea = rois.size() == all.size() ? 0
			: (int) all.stream().filter(r -> !RoiRasterizer.isArea(r) && !Rois.isOurs(r)).count();
	}

	/**
	 * ImageJ measures a ROI on an image of one plane wherever it was drawn, and a position that
	 * counts slices only means one of them on a hyperstack too.
	 */
	private static Roi placed(Roi roi, ImagePlus image) {
		int plain = roi.hasHyperStackPosition() ? 0 : roi.getPosition();
		boolean onePlane = image.getNSlices() * image.getNFrames() == 1;
		boolean counted = plain > 0 && plain <= image.getStackSize() && image.isHyperStack();
		boolean everywhere = plain == 0 && !roi.hasHyperStackPosition();
		if (everywhere || !onePlane && !counted) return roi;
		Roi copy = (Roi) roi.clone();
		copy.setPosition(0);
		if (onePlane) return copy;
		int[] at = image.convertIndexToPosition(plain);
		copy.setPosition(0, at[1], at[2]);
		return copy;
	}

	/** ROIs on planes that this image does not have. */
	private long beside() {
		int slices = image.getNSlices(), frames = image.getNFrames();
		if (slices * frames == 1) return 0;
		return rois.stream()
			.filter(roi -> roi.hasHyperStackPosition()
				? roi.getZPosition() > slices || roi.getTPosition() > frames
				: roi.getPosition() > image.getStackSize())
			.count();
	}

	/** The area ROIs of the overlay, or of the ROI Manager where the overlay has none. */
	static List<Roi> areas(ImagePlus image) {
		return automatic(image).stream()
			.filter(RoiRasterizer::isArea)
			.map(roi -> placed(roi, image))
			.toList();
	}

	/** What of the overlay, or of the ROI Manager, cannot be classified; blank where all can. */
	static String leftOut(ImagePlus image) {
		long noArea = automatic(image).stream()
			.filter(roi -> !RoiRasterizer.isArea(roi) && !Rois.isOurs(roi))
			.count();
		long outside = areas(image).stream()
			.filter(roi -> Crop.of(roi, image.getWidth(), image.getHeight()).isEmpty())
			.count();
		String lines = noArea == 0 ? "" : noAreaInWords(noArea);
		if (outside == 0) return lines;
		String others = Plural.of(outside,
			"ROI lies outside the image and was left out",
			"ROIs lie outside the image and were left out");
		return lines.isEmpty() ? others : lines + "; " + others;
	}

	private static String noAreaInWords(long n) {
		return Plural.of(n, "ROI that is no area was left out", "ROIs that are no areas were left out");
	}

	private static List<Roi> automatic(ImagePlus image) {
		List<Roi> onImage = overlay(image);
		return onImage.stream().anyMatch(RoiRasterizer::isArea) ? onImage : Delivery.managerRois();
	}

	/**
	 * Whether the ROI Manager holds ROIs of this image's overlay that were changed there: some have
	 * the same names, and what differs was not just deleted from the overlay or drawn into it. Where
	 * both were changed, or an outline was mended, nobody can know, and the ROI Manager is meant.
	 */
	public static boolean isReviewed(ImagePlus image) {
		List<Roi> drawn = overlay(image).stream().filter(RoiRasterizer::isArea).toList();
		List<Roi> manager = Delivery.managerRois().stream().filter(RoiRasterizer::isArea).toList();
		if (drawn.isEmpty() || manager.isEmpty() || Rois.same(drawn, manager)) return false;
		Set<String> names = drawn.stream()
			.map(Roi::getName)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		if (manager.stream().noneMatch(roi -> names.contains(roi.getName()))) return false;
		List<Roi> drawnOnly = Rois.onlyIn(drawn, manager), managerOnly = Rois.onlyIn(manager, drawn);
		// What is missing from one was deleted there, unless somebody has drawn it in the other.
		if (managerOnly.isEmpty()) return drawnOnly.stream().allMatch(Rois::isOurs);
		return !drawnOnly.isEmpty() || !managerOnly.stream().allMatch(Rois::isOurs);
	}

	/**
	 * @param from a value of the key from
	 * @throws TriptychException where there is nothing of the kind
	 */
	public static ObjectSource of(ImagePlus image, ObjectOrigin from) {
		return of(image, from, UnaryOperator.identity());
	}

	/** The same, where lines count by the pixels that they cover, and points as a pixel each. */
	public static ObjectSource ofScribbles(ImagePlus image, ObjectOrigin from) {
		return of(image, from, Scribbles::area);
	}

	private static ObjectSource of(ImagePlus image, ObjectOrigin from, UnaryOperator<Roi> seen) {
		List<Roi> onImage = overlay(image).stream().map(seen).toList();
		List<Roi> manager = Delivery.managerRois().stream().map(seen).toList();
		boolean drawn = onImage.stream().anyMatch(RoiRasterizer::isArea);
		ObjectSource source = switch (from.kind()) {
			case AUTO -> new ObjectSource(image, drawn ? onImage : manager, null);
			case OVERLAY -> new ObjectSource(image, onImage, null);
			case MANAGER -> new ObjectSource(image, manager, null);
			case NAMED, THIS -> named(image, from.text(), seen);
		};
		if (from.kind() == ObjectOrigin.Kind.AUTO) source.lookAround(manager);
		if (from.kind() == ObjectOrigin.Kind.MANAGER && isReviewed(image)) source.elsewhere =
			"Taken from the ROI Manager, where ROIs were changed; the overlay still shows those of"
				+ " before, which from=overlay takes";
		if (source.labels != null) source.checkShape();
		else
			if (source.rois.isEmpty())
				throw new TriptychException("There is no area ROI " + source.places(from)
					+ "; draw some, or say with from= where the objects are.");
		return source;
	}

	private static ObjectSource named(ImagePlus image, String name, UnaryOperator<Roi> seen) {
		GroupColours.prepare();
		boolean rois = RoiFile.isNamed(name);
		return rois
			? new ObjectSource(image, RoiFile.read(path(name)).stream().map(seen).toList(), null)
			: new ObjectSource(image, List.of(), image(name, image));
	}

	private String places(ObjectOrigin from) {
		String overlay = "in the overlay of \"" + image.getTitle() + "\"";
		return switch (from.kind()) {
			case AUTO -> overlay + " or in the ROI Manager";
			case OVERLAY -> overlay;
			case MANAGER -> "in the ROI Manager";
			case NAMED, THIS -> "in \"" + from.text() + "\"";
		};
	}

	/** True for a file that is there, which takes its time to be read. */
	static boolean isFile(ObjectOrigin from) {
		return from.kind() == ObjectOrigin.Kind.NAMED && WindowManager.getImage(from.text()) == null
			&& Files.isRegularFile(path(from.text()));
	}

	/**
	 * Whoever edits the ROI Manager's ROIs may not know that the overlay's are the ones that count,
	 * or the other way round.
	 */
	private void lookAround(List<Roi> inManager) {
		List<Roi> manager = inManager.stream().filter(RoiRasterizer::isArea).toList();
		if (manager.isEmpty() || Rois.same(rois, manager)) return;
		elsewhere = "Taken from the overlay; the ROI Manager holds "
			+ Plural.of(manager.size(), "other ROI") + ", which from=manager takes";
	}

	/** What there is, in a line for a dialog. */
	String line() {
		if (labels != null) return "From the label image " + labels.getTitle() + ".";
		boolean drawn = Rois.same(rois, overlay(image).stream().filter(RoiRasterizer::isArea).toList());
		String where = drawn ? " on the overlay." : " in the ROI Manager.";
		String also = elsewhere.isEmpty() ? "" : " " + elsewhere + ".";
		return Plural.of(rois.size(), "area ROI") + where + also;
	}

	/**
	 * A label image only.
	 *
	 * @param from title or file, blank for the image itself
	 */
	static ObjectSource labels(ImagePlus image, ObjectOrigin from) {
		boolean itself = from.kind() == ObjectOrigin.Kind.THIS;
		ImagePlus labels = itself ? image : image(from.text(), image);
		ObjectSource source = new ObjectSource(image, List.of(), labels);
		source.checkShape();
		return source;
	}

	/** An open image by its title, or else an image file. */
	private static ImagePlus image(String name, ImagePlus other) {
		Optional<ImagePlus> open = titled(name, other);
		if (open.isPresent()) return open.get();
		if (!Files.isRegularFile(path(name)))
			throw new TriptychException(
				"The key from has the value \"" + name + "\", which is neither an open image nor a file.");
		return ImageFile.open(path(name));
	}

	/**
	 * The image with a title. Titles are not unique: the newest image counts, and the image itself
	 * only where no other has the title.
	 */
	private static Optional<ImagePlus> titled(String title, ImagePlus itself) {
		int[] ids = WindowManager.getIDList();
		if (ids == null) return Optional.ofNullable(WindowManager.getImage(title));
		Optional<ImagePlus> newest = IntStream.of(ids)
			.filter(id -> id != itself.getID())
			// ImageJ counts its images down from -1.
			.sorted()
			.mapToObj(WindowManager::getImage)
			.filter(image -> image != null && title.equals(image.getTitle()))
			.findFirst();
		return newest.or(() -> Optional.ofNullable(WindowManager.getImage(title)));
	}

	/**
	 * The area ROIs of one plane as they were drawn, which may overlap; none where the objects are in
	 * a label image.
	 */
	public List<Roi> roisOn(Position position) {
		return Rois.once(rois.stream().filter(position::holds).toList(), true);
	}

	/** True where the objects are in a label image. */
	public boolean isLabels() {
		return labels != null;
	}

	/** The objects of one plane. */
	public LabelMap on(Position position) {
		if (labels != null) {
			LabelMap map = LabelPlane.of(labels, Position.of(labels, plane(position)));
			check.look(map);
			return map;
		}
		RoiRasterizer painting = RoiRasterizer.of(roisOn(position), this::ofDrawn,
			image.getWidth(), image.getHeight());
		look(painting);
		return painting.map();
	}

	/** The ROIs of one plane, painted for a label image. */
	RoiRasterizer painted(Position position) {
		RoiRasterizer painting = RoiRasterizer.ofImage(roisOn(position), this::ofDrawn,
			image.getWidth(), image.getHeight());
		look(painting);
		return painting;
	}

	private void look(RoiRasterizer painting) {
		hidden.addAll(painting.hidden());
		painting.covered().forEach((name, pixels) -> covered.merge(name, pixels, Integer::sum));
	}

	private ClassScore ofDrawn() {
		if (ofDrawn == null) ofDrawn = RoiRasterizer.ofDrawn(rois);
		return ofDrawn;
	}

	/**
	 * What the user should know about objects that are not among those measured; blank where there is
	 * nothing.
	 */
	public String note() {
		List<String> notes = new ArrayList<>();
		if (noArea > 0) notes.add(noAreaInWords(noArea));
		if (!hidden.isEmpty()) notes.add(hiddenInWords());
		if (!covered.isEmpty()) notes.add(coveredInWords());
		long beside = beside();
		if (beside > 0) notes.add(Plural.of(beside, "ROI belongs to a plane that this image does not"
			+ " have and was left out", "ROIs belong to planes that this image does not have and were"
			+ " left out"));
		if (!elsewhere.isEmpty()) notes.add(elsewhere);
		if (check != null) notes.addAll(check.notes());
		if (labels != null && labels != image) notes.addAll(FileNotes.of(labels));
		return String.join("; ", notes);
	}

	private String hiddenInWords() {
		String what = Plural.of(hidden.size(),
			"ROI lies wholly under others or outside and has no pixel",
			"ROIs lie wholly under others or outside and have no pixel");
		String names = String.join(", ", hidden.subList(0, Math.min(3, hidden.size())));
		String more = hidden.size() > 3 ? ", ..." : "";
		return what + " (" + names + more + ")";
	}

	private String coveredInWords() {
		List<String> first = covered.entrySet()
			.stream()
			.limit(3)
			.map(e -> Plural.of(e.getValue(), "pixel") + " of " + e.getKey())
			.toList();
		String more = covered.size() > 3 ? ", ..." : "";
		return "ROIs overlap, and a pixel counts for one of them only: others took "
			+ String.join(", ", first) + more;
	}

	/**
	 * The slice of the label image that belongs to a plane of the image, which need not count slices
	 * and frames alike.
	 */
	private int plane(Position position) {
		int before = (position.frame() - 1) * image.getNSlices() + position.slice() - 1,
			slices = labels.getNSlices();
		return labels.getStackIndex(1, before % slices + 1, before / slices + 1);
	}

	private void checkShape() {
		int planes = image.getNSlices() * image.getNFrames(),
			there = labels.getNSlices() * labels.getNFrames();
		if (labels.getWidth() != image.getWidth() || labels.getHeight() != image.getHeight()
			|| planes != there)
			throw new TriptychException(
				"The label image \"" + labels.getTitle() + "\" (" + size(labels, there)
					+ ") does not fit the image \"" + image.getTitle() + "\" (" + size(image, planes) + ").");
	}

	private static String size(ImagePlus image, int planes) {
		String stack = planes > 1 ? ", " + planes + " planes" : "";
		return image.getWidth() + " x " + image.getHeight() + stack;
	}

	private static List<Roi> overlay(ImagePlus image) {
		return image.getOverlay() == null ? List.of() : List.of(image.getOverlay().toArray());
	}

	private static Path path(String name) {
		try {
			return Path.of(name);
		}
		catch (InvalidPathException e) {
			throw new TriptychException("\"" + name + "\" is neither an open image nor a file.", e);
		}
	}
}
