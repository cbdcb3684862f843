package triptych.plugin.models;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
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
import javax.swing.ScrollPaneConstants;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GUI;
import triptych.core.Plane;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.draft.ModelDraft;
import triptych.draft.Reading;
import triptych.draft.Tried;
import triptych.draft.Trial;
import triptych.ij.convert.ImagePlane;
import triptych.plugin.ErrorDialog;
import triptych.plugin.LatestOnly;
import triptych.plugin.LivePreview;
import triptych.plugin.PreviewPanel;
import triptych.plugin.layout.DialogPlace;
import triptych.plugin.layout.FontScale;
import triptych.preview.ModelSummary;
import triptych.run.Commands;

/**
 * The window of Describe Model...: the readings that the shapes allow, a field for each line of the
 * description with its reason, and the result of the moment on the open image.
 */
final class DescribeWindow extends JFrame {

	private static final long serialVersionUID = 1L;

	private static final double OPACITY = 0.4;

	private static final String CLASSES = "classes";

	private final transient ModelDraft draft;
	/** Null where there is none. */
	private final transient ImagePlus image;
	private final transient List<Tried> tried;
	private final JComboBox<Reading> readings = new JComboBox<>();
	private final FormFields form = new FormFields(this::changed);
	private final JTextArea sense = Words.area(), note = Words.area(), seen = Words.area();
	private final PreviewPanel panel = new PreviewPanel();
	private final JButton save = new JButton("Save");
	private transient LivePreview live;
	private final transient DialogPlace place;
	private transient Reading liveOf;
	/** Of the trial, and of the preview. */
	private transient String hint = "", problem = "";
	/** The plane of the latest trial, and which one it is. */
	private transient Plane plane;
	private transient int slice;
	private final transient LatestOnly<Wish> worker = new LatestOnly<>("Triptych description",
		this::answer);

	private record Wish(Reading reading, String text) {}

	/** @param tried the readings, those first that make most sense of the image */
	DescribeWindow(ModelDraft draft, List<Tried> tried, ImagePlus image) {
		super("Describe Model: " + draft.name());
		this.draft = draft;
		this.tried = tried;
		this.image = image;
		place = new DialogPlace(this, image == null ? null : image.getWindow());
		tried.forEach(one -> readings.addItem(one.reading()));
		readings.addActionListener(e -> changedReading());
		JPanel all = new JPanel(new BorderLayout(6, 6));
		all.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		all.add(top(), BorderLayout.NORTH);
		JScrollPane scroll = new JScrollPane(form);
		scroll.setPreferredSize(new Dimension(720, 290));
		scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
		all.add(scroll, BorderLayout.CENTER);
		all.add(bottom(), BorderLayout.SOUTH);
		setContentPane(all);
		FontScale.apply(this);
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
		Rectangle screen = GUI.getMaxWindowBounds(this);
		setSize(Math.min(getWidth(), screen.width), Math.min(getHeight(), screen.height));
		boolean beside = image != null && image.getWindow() != null;
		if (beside) place.packed();
		else setLocationByPlatform(true);
	}

	private JPanel top() {
		JPanel top = new JPanel(new BorderLayout(6, 6));
		JTextArea shapes = Words.area();
		shapes.setText(draft.shapes());
		top.add(shapes, BorderLayout.NORTH);
		String fit = "The outputs are (" + Plural.of(tried.size(), "reading fits", "readings fit")
			+ " the shapes):";
		top.add(new JLabel(fit), BorderLayout.WEST);
		top.add(readings, BorderLayout.CENTER);
		if (image != null) top.add(sense, BorderLayout.SOUTH);
		return top;
	}

	private JPanel bottom() {
		JPanel bottom = new JPanel(new BorderLayout(4, 4));
		JPanel words = new JPanel(new BorderLayout());
		note.setForeground(Words.wrong());
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

	private Reading reading() {
		return (Reading) readings.getSelectedItem();
	}

	private void changedReading() {
		Reading reading = reading();
		String why = tried.get(readings.getSelectedIndex()).sense().why();
		boolean first = readings.getSelectedIndex() == 0 && tried.size() > 1;
		String others = first ? " Readings that make less sense of it follow." : "";
		if (image != null)
			sense.setText("Tried on \"" + image.getTitle() + "\": " + why + "." + others);
		form.show(draft.lines(reading), Map.of(CLASSES,
			ClassNames.button(draft.classes(reading), names -> form.type(CLASSES, names))));
		changed();
	}

	private String text() {
		return draft.text(form.filled());
	}

	private void changed() {
		worker.wants(new Wish(reading(), text()));
	}

	/** On a thread of its own. */
	private void answer(Wish wish) {
		String wrong = draft.problem(wish.text());
		Trial trial = Trial.without("");
		if (wrong.isEmpty() && image != null) try {
			trial = draft.trial(wish.text(), plane());
		}
		catch (TriptychException e) {
			trial = Trial.without(e.getMessage());
		}
		Path path = wrong.isEmpty() ? draft.draft(wish.text()) : null;
		Trial saw = trial;
		EventQueue.invokeLater(() -> show(wish, path, wrong, saw));
	}

	/** The same for the same plane, so that what the model gave for it is known. */
	private Plane plane() {
		if (plane == null || slice != image.getCurrentSlice()) plane = ImagePlane.of(image);
		slice = image.getCurrentSlice();
		return plane;
	}

	private void show(Wish wish, Path path, String wrong, Trial trial) {
		if (!isDisplayable()) return;
		hint = wrong.isEmpty() ? trial.hint() : wrong;
		problem = "";
		seen.setText(trial.seen());
		tell();
		// Sentences that became longer take more lines.
		List.of(sense, seen, note).forEach(JTextArea::revalidate);
		// A sigmoid of scores is at least a half everywhere.
		trial.proposed().forEach((line, value) -> {
			if (!form.isTyped(line) && !form.value(line).equals(value)) form.propose(line, value);
		});
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

	private void tell() {
		note.setText(problem.isEmpty() || hint.contains(problem) ? hint : problem);
	}

	/** What the preview says that speaks against the description. */
	private final class Answers implements LivePreview.Answers {

		@Override
		public void model(ModelSummary facts) {
			problem(facts.problem());
		}

		@Override
		public void noModel(String sentence) {
			problem(sentence);
		}

		@Override
		public void problem(String sentence) {
			problem = sentence;
			tell();
		}
	}

	private void save() {
		try {
			Path file = draft.save(text());
			IJ.showStatus("Triptych: wrote " + file);
			if (live != null) live.close();
			live = null;
			worker.close();
			setContentPane(new NextCommand(file, draft.path(), reading().task(), this::dispose));
			pack();
			place.packed();
		}
		catch (TriptychException e) {
			ErrorDialog.show(DescribeModel.COMMAND, e.getMessage());
		}
	}
}
