package triptych.plugin.teach;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import triptych.core.TriptychException;
import triptych.options.ObjectOrigin;
import triptych.plugin.LatestOnly;
import triptych.teach.ClickGuess;
import triptych.teach.ClickLearner;
import triptych.teach.ClickSession;
import triptych.teach.ClickedPlane;
import triptych.teach.Offers;

/**
 * What happens between the images, the session and the window: clicks become examples, each of them
 * makes a thread of its own learn anew, and what it guesses is drawn on the images. All but the
 * learning is done by the thread of the windows.
 */
final class Teaching implements ImageClicks.Listener {

	/** The window that shows it. */
	interface View {

		/** Classes, counts and what is to be undone. */
		void changed();

		void guessed(ClickGuess guess);

		/** A sentence in the line at the bottom. */
		void say(String sentence);

		ObjectOrigin objects();
	}

	private static final char ESCAPE = 27;

	private final ClickSession session = new ClickSession();
	private final ClickLearner learner = new ClickLearner(session);
	private final LatestOnly<Integer> worker = new LatestOnly<>("Triptych teaching", this::learn);
	private final Offers offers = new Offers();
	private final ImageClicks clicks = new ImageClicks(this);
	private final ClassPaint paint = new ClassPaint();
	private final View view;
	private ClickGuess guess;
	private ImagePlus shown;
	private ClickedPlane plane;
	private int offered = -1;
	private volatile boolean closed;

	Teaching(View view) {
		this.view = view;
	}

	ClickSession session() {
		return session;
	}

	/** Looks which image and plane is in front by now; called a few times a second. */
	void look() {
		clicks.watch();
		ImagePlus front = WindowManager.getCurrentImage();
		if (front == null || front.getCanvas() == null || front.getProcessor() == null) return;
		Optional<ClickedPlane> known = session.known(front);
		if (front == shown && known.orElse(null) == plane) return;
		if (shown == front) paint.clear(front);
		show(front, known.orElse(null));
		if (plane == null && !session.planes().isEmpty())
			view.say("Click an object of \"" + front.getTitle() + "\" to go on with this image.");
	}

	/** @param its null where its objects were not asked for yet */
	private void show(ImagePlus image, ClickedPlane its) {
		shown = image;
		plane = its;
		offered = -1;
		repaint();
	}

	/** Begins with the image that is in front, or else with one that has objects. */
	void begin() {
		look();
		try {
			if (shown != null) open(shown);
		}
		catch (TriptychException e) {
			begin(e.getMessage());
		}
		if (plane != null) view.say(beginning());
		view.changed();
	}

	/** Segment Objects... leaves its label image in front. */
	private void begin(String problem) {
		Optional<ImagePlus> other = withObjects();
		if (other.isEmpty()) {
			view.say(problem);
			return;
		}
		WindowManager.setCurrentWindow(other.get().getWindow());
		other.get().getWindow().toFront();
		try {
			open(other.get());
		}
		catch (TriptychException e) {
			view.say(e.getMessage());
		}
	}

	private static boolean hasObjects(ImagePlus image) {
		return image.getOverlay() != null
			&& Arrays.stream(image.getOverlay().toArray()).anyMatch(Roi::isArea);
	}

	private static Optional<ImagePlus> withObjects() {
		int[] ids = WindowManager.getIDList();
		return ids == null ? Optional.empty()
			: Arrays.stream(ids)
				.mapToObj(WindowManager::getImage)
				.filter(image -> image != null && image.getWindow() != null && hasObjects(image))
				.reduce((first, last) -> last);
	}

	private String beginning() {
		String how = session.classes().size() < 2
			? "Add a class for each kind of object, then click objects of it."
			: "Choose a class by its number and click objects of it.";
		return plane.rois().size() + " objects on \"" + plane.title() + "\". " + how;
	}

	/** @throws TriptychException where there are no objects */
	private void open(ImagePlus image) {
		show(image, session.plane(image, view.objects()));
		wantsGuess();
	}

	/** Takes the objects of the image anew; those that have a class stay. */
	void renew() {
		ImagePlus front = WindowManager.getCurrentImage();
		if (front == null) {
			view.say("Open an image first.");
			return;
		}
		show(front, session.renew(front, view.objects()));
		view.say(beginning());
		changed();
	}

	@Override
	public boolean clicked(ImagePlus image, int x, int y, boolean away) {
		try {
			// The plane may have been changed since it was looked for last.
			Optional<ClickedPlane> known = session.known(image);
			if (known.isEmpty() && away) return false;
			if (known.isEmpty()) open(image);
			else if (image != shown || known.get() != plane) show(image, known.get());
			Optional<Integer> object = plane.at(x, y);
			// Who clicks is not answering any more, and a key then only chooses a class.
			if (object.isPresent()) offered = -1;
			object.ifPresent(o -> give(o, away ? ClickSession.NONE : session.present(), away));
			return object.isPresent();
		}
		catch (TriptychException e) {
			view.say(e.getMessage());
			return false;
		}
	}

	private void give(int object, int classIndex, boolean away) {
		if (classIndex == ClickSession.NONE && !away) {
			view.say("Add a class first, then click objects of it.");
			return;
		}
		if (!session.give(plane, object, classIndex)) return;
		String name = away ? "no example any more" : session.classes().get(classIndex);
		view.say("Object " + (object + 1) + " is " + name + ".");
		changed();
	}

	@Override
	public boolean pressed(char key) {
		look();
		if (key >= '1' && key <= '9') {
			number(key - '1');
			return true;
		}
		switch (key) {
			case 'n', 'N' -> next();
			case 'u', 'U' -> undo();
			case ESCAPE -> {
				if (offered < 0) return false;
				offered = -1;
				repaint();
				view.say("Click objects of the chosen class, or press N to be asked.");
			}
			case '\n' -> {
				if (offered < 0) return false;
				accept();
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	/** The key of a class: chooses it, and gives it to the object that is asked about. */
	private void number(int classIndex) {
		if (!session.choose(classIndex)) {
			view.say("There is no class " + (classIndex + 1) + " yet.");
			return;
		}
		view.changed();
		if (offered >= 0) answer(classIndex);
	}

	private void answer(int classIndex) {
		give(offered, classIndex, false);
		next();
	}

	/** The guess is right. */
	void accept() {
		ClickGuess.OfPlane its = guess == null ? null : guess.planes().get(plane);
		int guessed = its == null || offered < 0 ? ClickSession.NONE : its.classOf()[offered];
		if (guessed == ClickSession.NONE)
			view.say("There is no guess yet; press the number of its" + " class.");
		else
			answer(guessed);
	}

	/** Asks about the object that the guess is least certain of. */
	void next() {
		try {
			if (plane == null && shown != null) open(shown);
		}
		catch (TriptychException e) {
			view.say(e.getMessage());
		}
		if (plane == null) return;
		offered = offers.next(plane, guess).orElse(-1);
		if (offered < 0) view.say("Every object of this image has a class; open another image.");
		else {
			moveTo(plane.rois().get(offered));
			view.say(question());
		}
		repaint();
	}

	private String question() {
		ClickGuess.OfPlane its = guess == null ? null : guess.planes().get(plane);
		String which = "Object " + (offered + 1);
		if (its == null || its.classOf()[offered] == ClickSession.NONE)
			return which + ", framed in white: press the number of its class.";
		String name = session.classes().get(its.classOf()[offered]);
		return which + ", framed in white, looks like " + name + ": Enter if so, else the number of its"
			+ " class; N for another one.";
	}

	private void moveTo(Roi roi) {
		ImageCanvas canvas = shown.getCanvas();
		Rectangle seen = canvas.getSrcRect(), box = roi.getBounds();
		if (seen.contains(box)) return;
		int x = (int) box.getCenterX() - seen.width / 2, y = (int) box.getCenterY() - seen.height / 2;
		x = Math.max(0, Math.min(x, shown.getWidth() - seen.width));
		y = Math.max(0, Math.min(y, shown.getHeight() - seen.height));
		canvas.setSourceRect(new Rectangle(x, y, seen.width, seen.height));
	}

	void undo() {
		Optional<ClickedPlane> undone = session.undo();
		if (undone.isEmpty()) {
			view.say("There is nothing to undo.");
			return;
		}
		view.say("Undone, on \"" + undone.get().title() + "\".");
		changed();
	}

	/** Something that the guess depends on. */
	void changed() {
		view.changed();
		repaint();
		wantsGuess();
	}

	private void repaint() {
		if (plane != null && shown != null) paint.paint(shown, plane, guess, offered);
	}

	private void wantsGuess() {
		worker.wants(session.changes());
	}

	private void learn(int change) {
		try {
			learner.learn(made -> EventQueue.invokeLater(() -> take(made)));
		}
		catch (TriptychException e) {
			EventQueue.invokeLater(() -> view.say(e.getMessage()));
		}
		catch (OutOfMemoryError e) {
			EventQueue.invokeLater(() -> view.say("There is not enough memory to learn from these images;"
				+ " give ImageJ more (Edit > Options > Memory & Threads...)."));
		}
	}

	private void take(ClickGuess made) {
		if (closed) return;
		guess = made;
		repaint();
		view.guessed(made);
		if (offered >= 0) view.say(question());
	}

	/** The images are as they were. */
	void close() {
		closed = true;
		clicks.close();
		paint.close();
		worker.close();
		// It waits for what is being learnt.
		Thread end = new Thread(learner::close, "Triptych teaching ends");
		end.setDaemon(true);
		end.start();
	}
}
