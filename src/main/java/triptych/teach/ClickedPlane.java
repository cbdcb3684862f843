package triptych.teach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Mask;
import triptych.core.TriptychException;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;
import triptych.options.ObjectOrigin;
import triptych.run.Crop;
import triptych.run.ObjectSource;

/**
 * The objects of one plane and the classes that somebody has given them. The pixels are a copy:
 * what is done to the image afterwards changes no example.
 */
public final class ClickedPlane {

	private final ImagePlus copy;
	private final int image, slice, frame;
	private final String title;
	private final ExampleImage.Seen seen;
	private final List<Roi> rois;
	private final int[] classOf;
	private final AtomicReferenceArray<double[]> features;
	private final AtomicReferenceArray<Mask> masks;

	private ClickedPlane(ImagePlus image, Position at, List<Roi> rois) {
		this.image = image.getID();
		slice = at.slice();
		frame = at.frame();
		title = at.label();
		copy = PlaneCopy.of(image, at);
		seen = ExampleImage.Seen.of(copy, Position.of(copy));
		// Not-a-number pixels are told before anything is learnt from them.
		seen.plane().maxValue();
		this.rois = List.copyOf(rois);
		classOf = new int[rois.size()];
		Arrays.fill(classOf, ClickSession.NONE);
		features = new AtomicReferenceArray<>(rois.size());
		masks = new AtomicReferenceArray<>(rois.size());
	}

	/**
	 * @param from where the objects are
	 * @throws TriptychException where there are none
	 */
	static ClickedPlane of(ImagePlus image, Position at, ObjectOrigin from) {
		ObjectSource source = source(image, from);
		List<Roi> found = source.isLabels() ? new Rois("", at).of(source.on(at))
			: source.roisOn(at);
		List<Roi> inside = found.stream()
			.filter(roi -> isInside(roi, image))
			.map(roi -> (Roi) roi.clone())
			.toList();
		if (inside.isEmpty()) throw new TriptychException("There is no object on " + at.label()
			+ "; find some with Segment Objects... or Detect Objects..., or draw them.");
		return new ClickedPlane(image, at, inside);
	}

	private static ObjectSource source(ImagePlus image, ObjectOrigin from) {
		try {
			return ObjectSource.of(image, from);
		}
		catch (TriptychException e) {
			// It is a field of the window, not a key, that tells where they are.
			throw new TriptychException(e.getMessage()
				.replace("draw some, or say with from= where the objects are",
					"find some with Segment Objects... or Detect Objects..., or draw them")
				.replace("The key from has", "The field \"Objects from\" has"), e);
		}
	}

	private static boolean isInside(Roi roi, ImagePlus image) {
		return roi.isArea() && roi.getXBase() < image.getWidth() && roi.getYBase() < image.getHeight()
			&& roi.getXBase() + roi.getFloatWidth() > 0 && roi.getYBase() + roi.getFloatHeight() > 0;
	}

	/** The same with other objects, where those that have a class stay. */
	ClickedPlane with(ClickedPlane found) {
		List<Roi> all = new ArrayList<>();
		List<Integer> classes = new ArrayList<>();
		List<Mask> kept = new ArrayList<>();
		for (int i = 0; i < rois.size(); i++)
			if (classOf[i] != ClickSession.NONE) {
				all.add(rois.get(i));
				classes.add(classOf[i]);
				pixels(i).ifPresent(kept::add);
			}
		for (int i = 0; i < found.rois.size(); i++) {
			Optional<Mask> pixels = found.pixels(i);
			if (pixels.isEmpty() || kept.stream().anyMatch(m -> covers(m, pixels.get()))) continue;
			all.add(found.rois.get(i));
			classes.add(found.classOf[i]);
		}
		return new ClickedPlane(this, all, classes);
	}

	private ClickedPlane(ClickedPlane of, List<Roi> rois, List<Integer> classes) {
		copy = of.copy;
		image = of.image;
		slice = of.slice;
		frame = of.frame;
		title = of.title;
		seen = of.seen;
		this.rois = List.copyOf(rois);
		classOf = classes.stream().mapToInt(c -> c).toArray();
		features = new AtomicReferenceArray<>(rois.size());
		masks = new AtomicReferenceArray<>(rois.size());
	}

	/** True where half of one of the two lies in the other. */
	private static boolean covers(Mask a, Mask b) {
		int left = Math.max(a.x(), b.x()), right = Math.min(a.x() + a.width(), b.x() + b.width());
		int top = Math.max(a.y(), b.y()), below = Math.min(a.y() + a.height(), b.y() + b.height());
		int both = 0;
		for (int y = top; y < below; y++)
			for (int x = left; x < right; x++)
				if (a.holds(x, y) && b.holds(x, y)) both++;
		return 2 * both > Math.min(a.area(), b.area());
	}

	boolean isOf(ImagePlus other, Position at) {
		return other.getID() == image && at.slice() == slice && at.frame() == frame;
	}

	/** What the plane is called. */
	public String title() {
		return title;
	}

	/** The objects, not to be changed. */
	public List<Roi> rois() {
		return rois;
	}

	/** The place of the class of an object, {@link ClickSession#NONE} where nobody gave it one. */
	public synchronized int classOf(int object) {
		return classOf[object];
	}

	synchronized void give(int object, int classIndex) {
		classOf[object] = classIndex;
	}

	/** The classes of all objects, at one moment. */
	public synchronized int[] classes() {
		return classOf.clone();
	}

	/** The smallest object at a pixel. */
	public Optional<Integer> at(int x, int y) {
		int best = -1;
		double least = Double.MAX_VALUE;
		for (int i = 0; i < rois.size(); i++) {
			Roi roi = rois.get(i);
			boolean near = x >= roi.getXBase() - 1 && y >= roi.getYBase() - 1
				&& x <= roi.getXBase() + roi.getFloatWidth() + 1
				&& y <= roi.getYBase() + roi.getFloatHeight() + 1;
			if (!near) continue;
			Optional<Mask> pixels = pixels(i);
			if (pixels.isEmpty() || !pixels.get().holds(x, y)) continue;
			if (pixels.get().area() >= least) continue;
			least = pixels.get().area();
			best = i;
		}
		return best < 0 ? Optional.empty() : Optional.of(best);
	}

	/** Empty where the object has no pixel in the image. */
	Optional<Mask> pixels(int object) {
		Mask mask = masks.get(object);
		if (mask == null) {
			Optional<Mask> made = Crop.of(rois.get(object), copy.getWidth(), copy.getHeight())
				.map(Crop::object)
				.filter(m -> m.area() > 0);
			if (made.isEmpty()) return made;
			mask = made.get();
			masks.set(object, mask);
		}
		return Optional.of(mask);
	}

	ExampleImage.Seen seen() {
		return seen;
	}

	ImagePlus copy() {
		return copy;
	}

	/** Null where the object has not been measured yet. */
	double[] features(int object) {
		return features.get(object);
	}

	void measured(int object, double[] values) {
		features.set(object, values);
	}

	/** The objects that have a class. */
	int[] examples() {
		int[] now = classes();
		return IntStream.range(0, now.length).filter(i -> now[i] != ClickSession.NONE).toArray();
	}
}
