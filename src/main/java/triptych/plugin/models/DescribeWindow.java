package triptych.plugin.models;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import ij.IJ;
import ij.ImagePlus;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.ij.convert.ImagePlane;
import triptych.plugin.ErrorDialog;
import triptych.plugin.LatestOnly;
import triptych.plugin.LivePreview;
import triptych.plugin.PreviewPanel;
import triptych.plugin.layout.DialogPlace;
import triptych.preview.ModelSummary;
import triptych.run.Commands;
import triptych.session.ModelDraft;
import triptych.session.ModelDraft.Line;
import triptych.session.ModelDraft.Reading;

/**
 * The window of Describe Model...: the readings that the shapes allow, a field for each line of the
 * description with its reason, and the result of the moment on the open image.
 */
final class DescribeWindow extends JFrame {

	private static final long serialVersionUID = 1L;

	private static final Color WRONG = new Color(0xb0, 0, 0);
	private static final double OPACITY = 0.4;

	private static final String ACTIVATION = "decoder activation";

	private final transient ModelDraft draft;
	private final transient ImagePlus image;
	private final JComboBox<Reading> readings = new JComboBox<>();
	private final JPanel form = new JPanel(new GridBagLayout());
	private final JTextArea note = area(), seen = area();
	private final PreviewPanel panel = new PreviewPanel();
	private final JButton save = new JButton("Save");
	private transient List<Line> lines = List.of();
	private final transient Map<String, JTextField> fields = new HashMap<>();
	/** What was typed survives another reading. */
	private final transient Map<String, String> typed = new HashMap<>();
	private transient LivePreview live;
	private final transient DialogPlace place;
	private transient Reading liveOf;
	private final transient LatestOnly<Wish> worker = new LatestOnly<>("Triptych description",
		this::answer);

	private record Wish(Reading reading, String text) {}

	DescribeWindow(ModelDraft draft, ImagePlus image) {
		super("Describe Model: " + draft.name());
		this.draft = draft;
		this.image = image;
		place = new DialogPlace(this, image == null ? null : image.getWindow());
		draft.readings().forEach(readings::addItem);
		readings.addActionListener(e -> changedReading());
		JPanel top = new JPanel(new BorderLayout(6, 6));
		JTextArea shapes = area();
		shapes.setText(draft.shapes());
		top.add(shapes, BorderLayout.NORTH);
		String fit = "The outputs are ("
			+ Plural.of(draft.readings().size(), "reading fits", "readings fit") + " the shapes):";
		top.add(new JLabel(fit), BorderLayout.WEST);
		top.add(readings, BorderLayout.CENTER);
		JPanel all = new JPanel(new BorderLayout(6, 6));
		all.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		all.add(top, BorderLayout.NORTH);
		JScrollPane scroll = new JScrollPane(form);
		scroll.setPreferredSize(new Dimension(760, 330));
		all.add(scroll, BorderLayout.CENTER);
		all.add(bottom(), BorderLayout.SOUTH);
		setContentPane(all);
		setDefaultCloseOperation(DISPOSE_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(WindowEvent e) {
				worker.close();
				if (live != null) live.close();
				place.close();
			}
		});
		changedReading();
		pack();
		boolean beside = image != null && image.getWindow() != null;
		if (beside) place.packed();
		else setLocationByPlatform(true);
	}

	private static JTextArea area() {
		JTextArea area = new JTextArea();
		area.setEditable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setOpaque(false);
		area.setColumns(60);
		return area;
	}

	private JPanel bottom() {
		JPanel bottom = new JPanel(new BorderLayout(4, 4));
		JPanel words = new JPanel(new BorderLayout());
		note.setForeground(WRONG);
		note.setRows(3);
		words.add(seen, BorderLayout.NORTH);
		words.add(note, BorderLayout.CENTER);
		bottom.add(words, BorderLayout.NORTH);
		if (image != null) bottom.add(panel, BorderLayout.CENTER);
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		save.setToolTipText("writes " + draft.file());
		save.addActionListener(e -> save());
		JButton close = new JButton("Close");
		close.addActionListener(e -> dispose());
		buttons.add(save);
		buttons.add(close);
		bottom.add(buttons, BorderLayout.SOUTH);
		return bottom;
	}

	private void changedReading() {
		lines = draft.lines((Reading) readings.getSelectedItem());
		form.removeAll();
		fields.clear();
		GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(2, 3, 2, 3);
		at.anchor = GridBagConstraints.NORTHWEST;
		at.fill = GridBagConstraints.HORIZONTAL;
		for (Line line : lines) {
			String key = key(line);
			JTextField field = new JTextField(typed.getOrDefault(key, line.value()), 16);
			boolean fixed = key.equals("task") || key.equals("decoder name");
			if (fixed) field.setText(line.value());
			field.setEditable(!fixed);
			field.getDocument().addDocumentListener(new Typed(key, field));
			fields.put(key, field);
			at.gridy++;
			at.weightx = 0;
			form.add(new JLabel(key), at);
			form.add(field, at);
			at.weightx = 1;
			JTextArea why = area();
			why.setColumns(34);
			why.setText(line.why());
			form.add(why, at);
		}
		form.revalidate();
		form.repaint();
		changed();
	}

	private static String key(Line line) {
		return (line.section() + " " + line.key()).strip();
	}

	/** Hears of every letter. */
	private final class Typed implements DocumentListener {

		private final String key;
		private final JTextField field;

		Typed(String key, JTextField field) {
			this.key = key;
			this.field = field;
		}

		private void heard() {
			typed.put(key, field.getText());
			changed();
		}

		@Override
		public void insertUpdate(DocumentEvent e) {
			heard();
		}

		@Override
		public void removeUpdate(DocumentEvent e) {
			heard();
		}

		@Override
		public void changedUpdate(DocumentEvent e) {
			heard();
		}
	}

	private String text() {
		List<Line> now = new ArrayList<>();
		for (Line line : lines) {
			String value = fields.get(key(line)).getText().strip();
			boolean list = line.key().equals("classes") && !value.isEmpty() && !value.startsWith("[");
			now.add(new Line(line.section(), line.key(), list ? "[" + value + "]" : value, line.why()));
		}
		return draft.text(now);
	}

	private void changed() {
		worker.wants(new Wish((Reading) readings.getSelectedItem(), text()));
	}

	/** On a thread of its own. */
	private void answer(Wish wish) {
		String problem = draft.problem(wish.text()), told = "";
		if (problem.isEmpty() && image != null) try {
			told = draft.seen(wish.text(), ImagePlane.of(image));
		}
		catch (TriptychException e) {
			problem = e.getMessage();
		}
		Path path = problem.isEmpty() ? draft.draft(wish.text()) : null;
		String wrong = problem, saw = told;
		EventQueue.invokeLater(() -> show(wish, path, wrong, saw));
	}

	private void show(Wish wish, Path path, String wrong, String saw) {
		if (!isDisplayable()) return;
		note.setText(wrong);
		seen.setText(saw);
		// A sigmoid of scores is at least a half everywhere.
		JTextField activation = fields.get(ACTIVATION);
		boolean scores = saw.endsWith(ModelDraft.SCORES) && activation != null
			&& !typed.containsKey(ACTIVATION) && !activation.getText().equals("none");
		if (scores) activation.setText("none");
		save.setEnabled(path != null);
		if (path == null || image == null) return;
		if (live == null || wish.reading().task() != liveOf.task()) {
			if (live != null) live.close();
			live = new LivePreview(Commands.of(wish.reading().task()), image, panel, new Answers());
			liveOf = wish.reading();
		}
		String model = path.toString().replace('\\', '/');
		live.wants(new LivePreview.Wish(Map.of("model", model), true, OPACITY));
	}

	/** What the preview says that speaks against the description. */
	private final class Answers implements LivePreview.Answers {

		@Override
		public void model(ModelSummary facts) {
			note.setText(facts.problem());
		}

		@Override
		public void noModel(String sentence) {
			note.setText(sentence);
		}

		@Override
		public void problem(String sentence) {
			note.setText(sentence);
		}
	}

	private void save() {
		try {
			Path file = draft.save(text());
			IJ.log("Triptych: wrote " + file);
			IJ.showStatus("Triptych: wrote " + file);
			dispose();
		}
		catch (TriptychException e) {
			ErrorDialog.show(DescribeModel.COMMAND, e.getMessage());
		}
	}
}
