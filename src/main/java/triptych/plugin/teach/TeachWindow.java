package triptych.plugin.teach;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.gui.GUI;
import ij.gui.HTMLDialog;
import triptych.core.TriptychException;
import triptych.options.ObjectOrigin;
import triptych.options.Options;
import triptych.plugin.Help;
import triptych.plugin.layout.FontScale;
import triptych.teach.ClickGuess;
import triptych.teach.ClickSession;
import triptych.teach.TeachOptions;
import triptych.teach.TeachRun;

/**
 * The window of Teach Classes...: the classes, how well they are told apart so far, and what more
 * examples would bring. It stays open beside the images, on whose objects one clicks.
 */
final class TeachWindow extends JFrame implements Teaching.View, SaveModel.Place {

	private static final long serialVersionUID = 1L;
	private static final int LOOK = 300, WIDTH = 420, HEIGHT = 660;
	private static TeachWindow open;

	private final transient Teaching teaching = new Teaching(this);
	private final ClassList classes = new ClassList(this::choose);
	private final JComboBox<String> objects = new JComboBox<>(new String[] { "auto", "overlay",
		"manager" });
	private final Matrix matrix = new Matrix();
	private final CurvePlot curve = new CurvePlot();
	private final JTextArea report = area(6), line = area(2);
	private final JTextField name = new JTextField(12);
	private final JButton save = new JButton("Save model");
	private final Timer timer = new Timer(LOOK, e -> teaching.look());
	private final transient SaveModel saving = new SaveModel(this, teaching.session());
	private final transient KeyEventDispatcher keys = this::key;
	private final transient QuitGuard guard = new QuitGuard(this::mayClose);

	private TeachWindow() {
		super("Teach Classes");
		JPanel all = new JPanel(new BorderLayout(4, 4));
		all.setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
		all.add(top(), BorderLayout.NORTH);
		all.add(middle(), BorderLayout.CENTER);
		all.add(bottom(), BorderLayout.SOUTH);
		setContentPane(all);
		FontScale.apply(all);
		// It had taken the box's font already, and was scaled once more.
		objects.getEditor().getEditorComponent().setFont(objects.getFont());
		setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(WindowEvent e) {
				if (mayClose()) dispose();
			}
		});
		pack();
		place();
	}

	/** Opens the window, or brings it to the front where it is open. */
	static void open() {
		if (open == null || !open.isDisplayable()) {
			open = new TeachWindow();
			KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(open.keys);
			open.guard.start();
			open.timer.start();
			open.setVisible(true);
			open.teaching.begin();
		}
		open.toFront();
	}

	@Override
	public void dispose() {
		timer.stop();
		guard.stop();
		KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
		teaching.close();
		super.dispose();
	}

	private static JTextArea area(int rows) {
		JTextArea area = new JTextArea(rows, 30);
		area.setEditable(false);
		area.setFocusable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setOpaque(false);
		return area;
	}

	private JPanel top() {
		JPanel top = new JPanel(new BorderLayout(4, 2));
		JPanel where = row(new JLabel("Objects from"), objects, button("Take anew",
			"takes the objects of this image again; examples stay", () -> checked(teaching::renew)));
		objects.setEditable(true);
		objects.setToolTipText("auto (the overlay, or else the ROI Manager), overlay, manager, or the"
			+ " title of a label image");
		top.add(where, BorderLayout.NORTH);
		top.add(new JScrollPane(classes), BorderLayout.CENTER);
		JPanel buttons = row(button("Add class...", "a further class", this::add),
			button("Rename...", "another name for the chosen class", this::rename),
			button("Undo", "takes the last click back (key U)", teaching::undo));
		JPanel ask = row(button("Next (N)", "asks about the object that is least certain",
			teaching::next), button("Yes (Enter)", "the object in the white frame is what it looks like",
				teaching::accept), button("Other examples...", "learns from ROIs with classes, data sets or"
					+ " folders of crops", saving::others));
		JPanel both = new JPanel();
		both.setLayout(new BoxLayout(both, BoxLayout.Y_AXIS));
		both.add(buttons);
		both.add(ask);
		top.add(both, BorderLayout.SOUTH);
		return top;
	}

	private JPanel middle() {
		JPanel middle = new JPanel(new BorderLayout(4, 4));
		JScrollPane table = new JScrollPane(matrix);
		table.setPreferredSize(new Dimension(WIDTH - 40, 110));
		middle.add(table, BorderLayout.NORTH);
		middle.add(new JScrollPane(report), BorderLayout.CENTER);
		middle.add(curve, BorderLayout.SOUTH);
		return middle;
	}

	private JPanel bottom() {
		JPanel bottom = new JPanel(new BorderLayout(4, 2));
		line.setBorder(BorderFactory.createEmptyBorder(2, 2, 2, 2));
		bottom.add(line, BorderLayout.NORTH);
		name.setToolTipText("what model= and classify= will call it: letters, digits, dots, - and _");
		save.addActionListener(e -> saving.save(name.getText().strip()));
		bottom.add(row(new JLabel("Model's name"), name, save, button("Help", "what can be done here",
			this::help)), BorderLayout.SOUTH);
		return bottom;
	}

	private static JPanel row(Component... parts) {
		JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 1));
		List.of(parts).forEach(row::add);
		row.add(Box.createHorizontalGlue());
		return row;
	}

	private static JButton button(String text, String tip, Runnable action) {
		JButton button = new JButton(text);
		button.setToolTipText(tip);
		button.setFocusable(false);
		button.addActionListener(e -> action.run());
		return button;
	}

	/** Beside the image, at the right edge of the screen. */
	private void place() {
		Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
		int width = Math.min(Math.max(WIDTH, getPreferredSize().width), screen.width);
		int height = Math.min(Math.max(HEIGHT, getPreferredSize().height), screen.height);
		setSize(width, height);
		setLocation(screen.x + screen.width - width, screen.y);
	}

	/** The keys of the images work in this window too, but for where something is typed. */
	private boolean key(KeyEvent e) {
		Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
		boolean here = e.getID() == KeyEvent.KEY_PRESSED && isActive()
			&& !(focus instanceof JTextComponent);
		return here && (e.getModifiersEx() & (KeyEvent.CTRL_DOWN_MASK | KeyEvent.META_DOWN_MASK
			| KeyEvent.ALT_DOWN_MASK)) == 0 && teaching.pressed(e.getKeyChar());
	}

	private void choose(int classIndex) {
		teaching.session().choose(classIndex);
		say("Click objects of " + teaching.session().classes().get(classIndex) + ".");
	}

	private void add() {
		String text = JOptionPane.showInputDialog(this, "Name of the class, such as debris:",
			"Add class", JOptionPane.PLAIN_MESSAGE);
		if (text != null) checked(() -> {
			teaching.session().add(text);
			changed();
			say("Click objects of " + text.strip() + ".");
		});
	}

	private void rename() {
		ClickSession session = teaching.session();
		int which = session.present();
		if (which == ClickSession.NONE) {
			say("There is no class yet.");
			return;
		}
		Object text = JOptionPane.showInputDialog(this, "Another name:", "Rename class",
			JOptionPane.PLAIN_MESSAGE, null, null, session.classes().get(which));
		if (text != null) checked(() -> {
			session.rename(which, text.toString());
			teaching.changed();
		});
	}

	private void checked(Runnable action) {
		try {
			action.run();
		}
		catch (TriptychException e) {
			say(e.getMessage());
		}
	}

	@Override
	public void changed() {
		ClickSession session = teaching.session();
		classes.show(session.classes(), session.counts(), session.present());
	}

	@Override
	public void guessed(ClickGuess guess) {
		List<String> all = teaching.session().classes();
		guess.validation().ifPresentOrElse(v -> matrix.show(guess.classes(),
			guess.classes().stream().mapToInt(c -> all.indexOf(c) + 1).toArray(), v.counts()),
			matrix::clear);
		curve.show(guess.curve(), guess.forecast());
		StringBuilder text = new StringBuilder();
		if (guess.unmeasured() > 0) text.append(guess.unmeasured()).append(
			" objects are still to be measured.\n");
		guess.lines().stream().filter(TeachWindow::isNotInMatrix).forEach(l -> text.append(l)
			.append('\n'));
		report.setText(text.toString().strip());
		report.setCaretPosition(0);
	}

	/** Each class has its row above, and the curve is drawn. */
	private static boolean isNotInMatrix(String line) {
		return !line.matches("(?s).*: \\d+ of \\d+ right.*") && !line.startsWith("Learning curve");
	}

	@Override
	public void say(String sentence) {
		line.setText(sentence);
	}

	@Override
	public Component window() {
		return this;
	}

	@Override
	public void report(List<String> lines) {
		report.setText(String.join("\n", lines));
		report.setCaretPosition(0);
	}

	@Override
	public void busy(boolean saves) {
		save.setEnabled(!saves);
	}

	@Override
	public ObjectOrigin objects() {
		String from = String.valueOf(objects.getEditor().getItem()).strip();
		return ObjectOrigin.parse(from.isEmpty() ? "auto" : from);
	}

	private void help() {
		new HTMLDialog("Teach Classes", "<html><h2>Teach by clicking</h2><ol>"
			+ "<li>Find objects on the image first: Segment Objects..., Detect Objects..., or ROIs.</li>"
			+ "<li>Add a class for each kind. Keys 1 to 9 choose a class.</li>"
			+ "<li>Click an object: it gets the chosen class. A click corrects a wrong guess; Alt+click"
			+ " takes a class away; U undoes.</li>"
			+ "<li>N asks about the least certain object: press the number of its class, or Enter if the"
			+ " guess is right.</li>"
			+ "<li>Go on with other images: open one, find its objects, click.</li>"
			+ "<li>Give the model a name and save it. model= and classify= take that name.</li></ol>"
			+ "A click beside all objects is ImageJ's, as are the hand and the magnifying glass."
			+ "<p>With the options of a macro the same command learns from examples on disk:</p>"
			+ Help.of(TeachRun.COMMAND, Options.keys(TeachOptions.class)).replaceFirst("<html>", ""),
			false);
	}

	/** True where nothing is lost, or the user does not mind. */
	private boolean mayClose() {
		if (!teaching.session().isUnsaved()) return true;
		Object[] choices = { "Go on", "Close without saving" };
		int answer = JOptionPane.showOptionDialog(this, "There are examples that no model was saved of."
			+ "\nGive the model a name and press Save model to keep them.", "Teach Classes",
			JOptionPane.DEFAULT_OPTION, JOptionPane.WARNING_MESSAGE, null, choices, choices[0]);
		return answer == 1;
	}
}
