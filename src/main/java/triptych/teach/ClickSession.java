package triptych.teach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.options.ObjectOrigin;

/**
 * Examples that somebody clicks, on one plane after the other: which object has which class, and
 * what was done last. It may be asked from any thread.
 */
public final class ClickSession {

	/** The class of an object that nobody has given one. */
	public static final int NONE = -1;

	private static final int LONGEST = 60;

	/** @param before the class that the object had */
	private record Click(ClickedPlane plane, int object, int before) {}

	private final List<String> classes = new ArrayList<>();
	private final List<ClickedPlane> planes = new ArrayList<>();
	private final Deque<Click> clicks = new ArrayDeque<>();
	private int present = NONE, changes, saved;

	/**
	 * The plane that an image shows, with the objects that are on it when it is asked for first;
	 * those that have a class by hand already are examples.
	 *
	 * @throws TriptychException where there are no objects, or the image is of another kind than
	 *           those before
	 */
	public synchronized ClickedPlane plane(ImagePlus image, ObjectOrigin from) {
		Optional<ClickedPlane> known = known(image);
		if (known.isPresent()) return known.get();
		ClickedPlane plane = opened(image, from);
		planes.add(plane);
		takeClasses(plane);
		return plane;
	}

	private ClickedPlane opened(ImagePlus image, ObjectOrigin from) {
		if (image.getProcessor() == null)
			throw new TriptychException("The image is closed; open it again.");
		ClickedPlane plane = ClickedPlane.of(image, Position.of(image), from);
		int channels = plane.seen().plane().channels();
		for (ClickedPlane other : planes)
			if (other.seen().plane().channels() != channels) throw new TriptychException("The image \""
				+ plane.title() + "\" has " + Plural.of(channels, "channel") + ", the image \""
				+ other.title() + "\" " + other.seen().plane().channels()
				+ "; examples must be of images of one kind.");
		return plane;
	}

	/** The plane that an image shows, where its objects were asked for before. */
	public synchronized Optional<ClickedPlane> known(ImagePlus image) {
		Position at = Position.of(image);
		return planes.stream().filter(p -> p.isOf(image, at)).findFirst();
	}

	/** Takes the objects of the plane that is shown anew; those that have a class stay. */
	public synchronized ClickedPlane renew(ImagePlus image, ObjectOrigin from) {
		Optional<ClickedPlane> known = known(image);
		if (known.isEmpty()) return plane(image, from);
		ClickedPlane renewed = known.get().with(opened(image, from));
		planes.set(planes.indexOf(known.get()), renewed);
		clicks.removeIf(c -> c.plane() == known.get());
		changes++;
		return renewed;
	}

	/** Where all objects are of one class, that is only what they are called. */
	private void takeClasses(ClickedPlane plane) {
		Map<Integer, String> named = new LinkedHashMap<>();
		for (int i = 0; i < plane.rois().size(); i++) {
			Roi roi = plane.rois().get(i);
			RoiClass its = RoiClass.of(roi);
			boolean byHand = !its.predicted() && !its.name().isBlank()
				&& !its.name().equals(LabelPlane.UNKNOWN);
			if (byHand) named.put(i, its.name());
		}
		boolean all = named.size() == plane.rois().size() && named.values().stream().distinct()
			.count() < 2;
		if (all) return;
		named.forEach((object, name) -> {
			if (!classes.contains(name)) classes.add(name);
			plane.give(object, classes.indexOf(name));
			changes++;
		});
		if (present == NONE && !classes.isEmpty()) present = 0;
	}

	public synchronized List<ClickedPlane> planes() {
		return List.copyOf(planes);
	}

	public synchronized List<String> classes() {
		return List.copyOf(classes);
	}

	/** The class that clicks give, {@link #NONE} where there is none yet. */
	public synchronized int present() {
		return present;
	}

	/** Nothing happens where there is no such class. */
	public synchronized boolean choose(int classIndex) {
		if (classIndex < 0 || classIndex >= classes.size()) return false;
		present = classIndex;
		return true;
	}

	/**
	 * A further class, which becomes the present one.
	 *
	 * @throws TriptychException where there is one of that name, or it is no name
	 */
	public synchronized int add(String name) {
		classes.add(checked(name));
		present = classes.size() - 1;
		return present;
	}

	/** @throws TriptychException where there is one of that name, or it is no name */
	public synchronized void rename(int classIndex, String name) {
		if (name.strip().equals(classes.get(classIndex))) return;
		classes.set(classIndex, checked(name));
		changes++;
	}

	private String checked(String name) {
		String text = name.replaceAll("\\p{Cntrl}", " ").strip();
		if (text.isEmpty()) throw new TriptychException("A class needs a name, such as debris.");
		if (text.length() > LONGEST) throw new TriptychException("The name of a class may have "
			+ LONGEST + " letters at most.");
		if (text.equalsIgnoreCase(LabelPlane.UNKNOWN)) throw new TriptychException("\"" + text
			+ "\" is what objects without a class are called; choose another name.");
		if (classes.stream().anyMatch(text::equalsIgnoreCase)) throw new TriptychException(
			"There is a class \"" + text + "\" already.");
		return text;
	}

	/** How many examples each class has. */
	public synchronized int[] counts() {
		int[] counts = new int[classes.size()];
		for (ClickedPlane plane : planes)
			for (int c : plane.classes())
				if (c != NONE) counts[c]++;
		return counts;
	}

	/**
	 * Gives an object a class, {@link #NONE} takes it away.
	 *
	 * @return false where it has that class already
	 */
	public synchronized boolean give(ClickedPlane plane, int object, int classIndex) {
		int before = plane.classOf(object);
		if (before == classIndex) return false;
		plane.give(object, classIndex);
		clicks.push(new Click(plane, object, before));
		changes++;
		return true;
	}

	/** Takes the last click back; empty where there is none. */
	public synchronized Optional<ClickedPlane> undo() {
		if (clicks.isEmpty()) return Optional.empty();
		Click last = clicks.pop();
		last.plane().give(last.object(), last.before());
		changes++;
		return Optional.of(last.plane());
	}

	/** Grows with everything that a guess or a saved model depends on. */
	public synchronized int changes() {
		return changes;
	}

	/** True where there are examples that no saved model was made of. */
	public synchronized boolean isUnsaved() {
		boolean any = planes.stream().anyMatch(p -> p.examples().length > 0);
		return any && changes != saved;
	}

	/** @param change what {@link #changes} was when the examples were written */
	public synchronized void saved(int change) {
		saved = change;
	}
}
