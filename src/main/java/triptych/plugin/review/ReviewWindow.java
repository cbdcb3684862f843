package triptych.plugin.review;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GridLayout;
import java.awt.Insets;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.measure.ResultsTable;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.folder.FolderReview;
import triptych.plugin.layout.FontScale;
import triptych.review.ReviewedImage;

/**
 * The window of Review Folder...: buttons beside the image, each with a key. Saving and opening are
 * done by a thread of its own, one after the other, and nothing can be pressed meanwhile.
 */
final class ReviewWindow extends JFrame {

	private static final long serialVersionUID = 1L;
	private static final int WIDTH = 300, GAP = 8;

	private final transient FolderReview review;
	private final transient CompletableFuture<Void> first;
	private final JLabel head = new JLabel(" "), progress = new JLabel(" "), found = new JLabel(" ");
	private final JTextArea said = new JTextArea(5, 20);
	private final JComboBox<String> classes = new JComboBox<>();
	private final JLabel classLabel = new JLabel("Class of what is added");
	private final transient Map<Character, JButton> buttons = new LinkedHashMap<>();
	private final transient KeyEventDispatcher keys = this::key;
	private transient volatile ReviewedImage image;
	private transient ShownImage shown;
	private transient Gestures gestures;
	private volatile int at;
	private boolean busy, closing;

	/** @param first done once the first image is shown, or once the user is told why it is not */
	ReviewWindow(FolderReview review, CompletableFuture<Void> first) {
		super("Review Folder");
		this.first = first;
		this.review = review;
		JPanel all = new JPanel(new BorderLayout(GAP, GAP));
		all.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		JPanel top = column();
		top.add(head);
		top.add(progress);
		top.add(found);
		all.add(top, BorderLayout.NORTH);
		all.add(commands(), BorderLayout.CENTER);
		said.setEditable(false);
		said.setLineWrap(true);
		said.setWrapStyleWord(true);
		said.setOpaque(false);
		all.add(said, BorderLayout.SOUTH);
		FontScale.apply(all);
		setContentPane(all);
		setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(WindowEvent e) {
				finish();
			}
		});
		pack();
		setSize(Math.max(WIDTH, getWidth()), getHeight());
		Rectangle screen = GUI.getMaxWindowBounds();
		setLocation(screen.x + screen.width - getWidth() - GAP, screen.y + GAP);
	}

	private static JPanel column() {
		return new JPanel(new GridLayout(0, 1, 0, 2));
	}

	private JPanel commands() {
		JPanel two = new JPanel(new GridLayout(0, 2, 4, 4));
		two.add(button("Delete", 'D', "what was clicked, or lies under the selection",
			() -> gestures().delete()));
		two.add(button("Undo", 'Z', "take back the last correction of this image", this::undo));
		two.add(button("Add", 'A', "an object with the drawn outline",
			() -> gestures().add((String) classes.getSelectedItem())));
		two.add(button("Mend", 'M', "give the object the outline that is drawn over it",
			() -> gestures().mend()));
		two.add(button("Split", 'S', "cut a clump along the drawn line", () -> gestures().cut()));
		two.add(button("Watershed", 'W', "cut the clicked clump where it is narrow",
			() -> gestures().watershed()));
		two.add(button("Merge", 'G', "make one object of those that were clicked (Shift for several) or"
			+ " that a line goes through", () -> gestures().merge()));
		two.add(new JLabel());
		two.add(button("Freehand", 'F', "the tool that draws outlines", () -> IJ.setTool("freehand")));
		two.add(button("Line", 'L', "the tool that draws lines", () -> IJ.setTool("line")));
		JPanel going = new JPanel(new GridLayout(0, 2, 4, 4));
		going.add(button("Next", 'N', "this image is as it should be: save it and open the next",
			() -> leave(at + 1, true)));
		going
			.add(button("Skip", 'K', "open the next; this one is not reviewed, unless it was corrected",
				() -> leave(at + 1, false)));
		going.add(button("Previous", 'P', "back to the image before", () -> leave(at - 1, false)));
		going.add(button("Finish", 'Q',
			"make the joined tables anew and close; what is not reviewed" + " waits for the next time",
			this::finish));
		JPanel middle = new JPanel(new BorderLayout(GAP, GAP));
		middle.add(two, BorderLayout.NORTH);
		JPanel choice = new JPanel(new GridLayout(0, 1));
		choice.add(classLabel);
		choice.add(classes);
		middle.add(choice, BorderLayout.CENTER);
		middle.add(going, BorderLayout.SOUTH);
		JPanel held = new JPanel(new BorderLayout());
		held.add(middle, BorderLayout.NORTH);
		return held;
	}

	private JButton button(String name, char key, String help, Runnable work) {
		JButton button = new JButton(name + " (" + key + ")");
		button.setToolTipText("Key " + key + ": " + help);
		button.addActionListener(e -> told(work));
		// The image keeps the keyboard.
		button.setFocusable(false);
		buttons.put(key, button);
		return button;
	}

	/** A correction, or why it cannot be. */
	private void told(Runnable work) {
		if (busy) return;
		try {
			say("");
			work.run();
			if (!busy) facts();
		}
		catch (TriptychException e) {
			say(e.getMessage());
		}
	}

	private void undo() {
		if (!gestures().undo()) say("Nothing of this image is corrected.");
	}

	/** Of the image that is open. */
	private Gestures gestures() {
		if (gestures == null || shown.image().getWindow() == null)
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
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
		IJ.setTool("freehand");
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
		if (shown != null) shown.close();
		shown = null;
		gestures = null;
		facts();
	}

	private void opened() {
		if (shown != null) shown.close();
		shown = new ShownImage(image, () -> told(() -> {}));
		gestures = new Gestures(image, shown);
		shown.show();
		place(shown.image().getWindow());
		classes.removeAllItems();
		image.classes().forEach(classes::addItem);
		boolean several = image.classes().size() > 1;
		classes.setVisible(several);
		classLabel.setVisible(several);
		facts();
	}

	/** As large as the screen allows beside this window. */
	private void place(ImageWindow window) {
		if (window == null) return;
		Rectangle screen = GUI.getMaxWindowBounds();
		ImageJ bar = IJ.getInstance();
		int top = bar == null ? screen.y : Math.min(bar.getY() + bar.getHeight(), screen.height / 3);
		Dimension room = new Dimension(getX() - screen.x - 2 * GAP, screen.y + screen.height - top
			- 2 * GAP);
		Insets edges = window.getInsets();
		ImageCanvas canvas = window.getCanvas();
		ImagePlus whole = shown.image();
		int across = room.width - edges.left - edges.right - 2 * GAP;
		int down = room.height - edges.top - edges.bottom - 2 * GAP;
		double zoom = Math.min((double) across / whole.getWidth(), (double) down / whole.getHeight());
		canvas.setSourceRect(new Rectangle(whole.getWidth(), whole.getHeight()));
		canvas.setMagnification(zoom);
		canvas.setSize((int) (whole.getWidth() * zoom), (int) (whole.getHeight() * zoom));
		window.pack();
		window.setLocation(screen.x + GAP, top + GAP);
		toFront();
	}

	private void facts() {
		FolderReview.Item item = review.items().get(at);
		head.setText("Image " + (at + 1) + " of " + review.items().size() + ": " + item.path());
		head.setToolTipText(item.path());
		String state = review.isReviewed(item) ? "; this one is" : "";
		progress.setText(review.reviewed() + " of " + review.items().size() + " reviewed" + state);
		found.setText(" ");
		if (shown == null) return;
		String ids = shown.chosen()
			.stream()
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		String chosen = ids.isEmpty() ? "" : ", chosen: " + ids;
		found.setText(Plural.of(shown.objects().all().size(), "object", "objects") + chosen);
		if (said.getText().isEmpty())
			say(image.edits().isEmpty() ? hint() : "On this image: " + image.inWords() + ".");
	}

	private String hint() {
		return "Click an object to choose it, Shift-click for several; or draw, then press a button or"
			+ " its"
			+ " key. Magenta: probably several in one.";
	}

	/** Does something long, with nothing to be pressed meanwhile. */
	private void work(String what, Runnable slow, Runnable then) {
		busy = true;
		say(what);
		buttons.values().forEach(b -> b.setEnabled(false));
		Thread thread = new Thread(() -> {
			String problem = "";
			try {
				slow.run();
			}
			catch (TriptychException e) {
				problem = e.getMessage();
			}
			catch (RuntimeException | OutOfMemoryError e) {
				problem = "This was not foreseen: " + e + ". What was corrected is in the journal.";
			}
			String told = problem;
			EventQueue.invokeLater(() -> {
				busy = false;
				buttons.values().forEach(b -> b.setEnabled(true));
				say(told);
				try {
					if (told.isEmpty()) then.run();
					else if (image == null) nothingOpen();
				}
				finally {
					first.complete(null);
				}
			});
		}, "Triptych review");
		thread.setContextClassLoader(ReviewWindow.class.getClassLoader());
		thread.start();
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
			KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
			String names = tables.stream()
				.map(t -> t.getFileName().toString())
				.collect(Collectors.joining(", "));
			String sentence = review.reviewed() + " of " + review.items().size() + " images reviewed; "
				+ names + " in " + tables.get(0).toAbsolutePath().getParent() + " are made anew";
			review.close();
			if (shown != null) shown.close();
			tables.forEach(ReviewWindow::showAnew);
			dispose();
			IJ.log("Triptych: " + sentence + ".");
			IJ.showStatus("Triptych: " + sentence);
		});
	}

	/** A table that the run has shown would go on showing the numbers of before. */
	private static void showAnew(Path table) {
		String name = table.getFileName().toString();
		if (WindowManager.getWindow(name) == null) return;
		try {
			ResultsTable.open(table.toString()).show(name);
		}
		catch (IOException e) {
			IJ.log("Triptych: the window " + name + " shows the numbers from before the review.");
		}
	}

	/** Keys of the buttons count in the image and here, but not where somebody types a text. */
	private boolean key(KeyEvent e) {
		if (e.getID() != KeyEvent.KEY_PRESSED) return false;
		Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
		// What is only read may have the focus too.
		boolean typing = owner instanceof JTextComponent text && text.isEditable();
		if (typing || e.isControlDown() || e.isMetaDown() || e.isAltDown()) return false;
		Window window = owner == null ? null : SwingUtilities.getWindowAncestor(owner);
		Window ofImage = shown == null ? null : shown.image().getWindow();
		boolean mine = owner == this || window == this
			|| ofImage != null && (owner == ofImage || window == ofImage);
		if (!mine) return false;
		char key = Character.toUpperCase(e.getKeyChar());
		if (e.getKeyCode() == KeyEvent.VK_DELETE || e.getKeyCode() == KeyEvent.VK_BACK_SPACE) key = 'D';
		if (e.getKeyCode() == KeyEvent.VK_ENTER) key = 'N';
		JButton button = buttons.get(key);
		if (button == null) return false;
		button.doClick(0);
		return true;
	}
}
