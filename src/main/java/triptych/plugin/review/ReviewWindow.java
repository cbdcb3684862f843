package triptych.plugin.review;

import java.awt.BorderLayout;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import ij.IJ;
import triptych.core.TriptychException;
import triptych.folder.FolderReview;
import triptych.plugin.SavedFiles;
import triptych.plugin.layout.FontScale;
import triptych.plugin.review.ReviewButtons.Button;
import triptych.review.ReviewKind;
import triptych.review.ReviewedAnswers;
import triptych.review.ReviewedImage;

/**
 * The window of Review Folder...: buttons beside the image, each with a key. Saving and opening are
 * done by a thread of its own, one after the other, and nothing can be pressed meanwhile.
 */
final class ReviewWindow extends JFrame {

	private static final long serialVersionUID = 1L;
	private static final int WIDTH = 300, GAP = 8;

	private final transient FolderReview review;
	private final transient ReviewKind kind;
	private final transient CompletableFuture<Void> first;
	private final transient ReviewKeys keys = new ReviewKeys(this::windows, this::key);
	private final ReviewFacts facts;
	private final ReviewButtons buttons;
	private final ClassChoice classes;
	private final JTextArea said = new JTextArea(5, 20);
	private transient volatile ReviewedImage image;
	private transient ReviewedView view;
	private transient Gestures gestures;
	private volatile int at;
	private boolean busy, closing;

	/** @param first done once the first image is shown, or once the user is told why it is not */
	ReviewWindow(FolderReview review, CompletableFuture<Void> first) {
		super("Review Folder");
		this.first = first;
		this.review = review;
		kind = review.kind();
		facts = new ReviewFacts(review);
		classes = new ClassChoice(kind);
		Corrected corrected = new Corrected(this::gestures, classes::chosen);
		buttons = new ReviewButtons(corrected.buttons(kind), classes, going(), this::told);
		JPanel all = new JPanel(new BorderLayout(GAP, GAP));
		all.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		all.add(facts, BorderLayout.NORTH);
		JPanel middle = new JPanel(new BorderLayout());
		middle.add(buttons, BorderLayout.NORTH);
		all.add(middle, BorderLayout.CENTER);
		said.setEditable(false);
		said.setLineWrap(true);
		said.setWrapStyleWord(true);
		said.setOpaque(false);
		all.add(said, BorderLayout.SOUTH);
		FontScale.apply(all);
		JScrollPane scrolled = new JScrollPane(all);
		scrolled.setBorder(null);
		setContentPane(scrolled);
		setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(WindowEvent e) {
				finish();
			}
		});
		place();
	}

	private void place() {
		pack();
		setSize(Math.max(WIDTH, getWidth()), getHeight());
		BesideWindow.atTheRight(this);
	}

	private List<Button> going() {
		return List.of(
			new Button("Next", 'N', "this image is as it should be: save it and open the next",
				() -> leave(at + 1, true)),
			new Button("Skip", 'K', "open the next; this one is not reviewed, unless it was corrected",
				() -> leave(at + 1, false)),
			new Button("Previous", 'P', "back to the image before", () -> leave(at - 1, false)),
			new Button("Finish", 'Q', "make the joined tables anew and close; what is not reviewed"
				+ " waits for the next time", this::finish));
	}

	/** A correction, or why it cannot be. */
	private void told(Runnable work) {
		if (busy) return;
		try {
			say("");
			if (gestures != null) gestures.settle();
			work.run();
		}
		catch (TriptychException e) {
			say(e.getMessage());
		}
		if (!busy) facts();
	}

	/** Of the image that is open. */
	private Gestures gestures() {
		if (gestures == null || view.image().getWindow() == null)
			throw new TriptychException(
				"No image" + " is open; go on to the next, or back to the one before.");
		return gestures;
	}

	private void say(String sentence) {
		said.setText(sentence);
	}

	/** Opens the first image that is not reviewed. */
	void begin() {
		setVisible(true);
		keys.begin();
		IJ.setTool(kind.takesBoxes() ? "rectangle" : "freehand");
		work("Opening ...", () -> open(review.next()), this::opened);
	}

	/** @param looked true where the image counts as reviewed, corrected or not */
	private void leave(int to, boolean looked) {
		if (to < 0) {
			say("This is the first image.");
			return;
		}
		boolean last = to >= review.items().size();
		int from = at;
		work("Saving ...", () -> {
			save(from, looked);
			if (!last) open(to);
		}, () -> {
			if (last) say("This was the last image. Finish makes the joined tables anew.");
			else opened();
			facts();
		});
	}

	/** An image that cannot be opened is told of, and the review can go on behind it. */
	private void open(int to) {
		at = to;
		image = null;
		image = review.open(review.items().get(to));
	}

	/** What was corrected counts, whatever button was pressed. */
	private void save(int which, boolean looked) {
		if (image == null) return;
		boolean wanted = looked || !image.edits().isEmpty();
		if (wanted) review.save(review.items().get(which), image);
	}

	private void nothingOpen() {
		if (view != null) view.close();
		view = null;
		gestures = null;
		facts();
	}

	private void opened() {
		if (view != null) view.close();
		view = new ReviewedView(image, kind, () -> told(() -> {}));
		gestures = new Gestures(image, kind, view);
		view.show();
		classes.set(image instanceof ReviewedAnswers answers
			? answers.likely(0, ClassChoice.KEYS)
			: image.classes());
		if (kind == ReviewKind.ANSWERS && view.found().all().size() == 1)
			classes.choose(view.found().best(1).className());
		facts();
		// The first time only: whoever has moved the window wants it there.
		if (!first.isDone()) place();
		BesideWindow.fit(view.image(), this);
		toFront();
	}

	private void facts() {
		facts.show(at, image, view);
		if (view == null || !said.getText().isEmpty()) return;
		say(image.edits().isEmpty() ? Corrected.hint(kind) : "On this image: " + image.inWords() + ".");
	}

	/** Does something long, with nothing to be pressed meanwhile. */
	private void work(String what, Runnable slow, Runnable then) {
		busy = true;
		say(what);
		buttons.enableAll(false);
		SlowWork.begin(slow, problem -> {
			busy = false;
			buttons.enableAll(true);
			say(problem);
			try {
				if (problem.isEmpty()) then.run();
				else if (image == null) nothingOpen();
			}
			finally {
				first.complete(null);
			}
		});
	}

	/** Closes, with what was corrected in the tables. */
	private void finish() {
		if (busy || closing) return;
		List<Path> tables = new ArrayList<>();
		int from = at;
		work("Making the joined tables ...", () -> {
			save(from, false);
			tables.addAll(review.finish());
		}, () -> {
			closing = true;
			keys.end();
			String names = tables.stream()
				.map(t -> t.getFileName().toString())
				.collect(Collectors.joining(", "));
			String sentence = review.reviewed() + " of " + review.items().size() + " images reviewed; "
				+ names + " in " + tables.get(0).toAbsolutePath().getParent() + " are made anew";
			review.close();
			if (view != null) view.close();
			tables.forEach(SavedFiles::showAnew);
			dispose();
			IJ.log("Triptych: " + sentence + ".");
			IJ.showStatus("Triptych: " + sentence);
		});
	}

	/** Whoever has just chosen a tool has the focus in ImageJ's own window, where w closes images. */
	private List<Window> windows() {
		List<Window> windows = new ArrayList<>(List.of(this));
		if (view != null && view.image().getWindow() != null) windows.add(view.image().getWindow());
		if (IJ.getInstance() != null) windows.add(IJ.getInstance());
		return windows;
	}

	private boolean key(char key) {
		if (key < '1' || key > '9') return buttons.press(key);
		if (!busy && classes.choose(key - '0')) told(() -> gestures().number(classes.chosen()));
		return true;
	}
}
