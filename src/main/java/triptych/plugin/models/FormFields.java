package triptych.plugin.models;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Scrollable;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import triptych.draft.Line;
import triptych.plugin.layout.FontScale;

/** A row for each line of the description: key, value and reason; seldom ones under a fold. */
final class FormFields extends JPanel implements Scrollable {

	private static final long serialVersionUID = 1L;

	private static final String MORE = "More keys...", FEWER = "Fewer keys";

	/** What the reading says, and no field. */
	private static final List<String> FIXED = List.of("task", "decoder name");

	private final transient Runnable heard;
	private transient List<Line> lines = List.of();
	private final transient Map<String, JComponent> fields = new HashMap<>();
	/** What was typed survives another reading. */
	private final transient Map<String, String> typed = new HashMap<>();
	private final transient List<Component> folded = new ArrayList<>();
	private boolean open, filling;

	/** @param heard is told of every change */
	FormFields(Runnable heard) {
		super(new GridBagLayout());
		this.heard = heard;
	}

	/** @param beside for a line: what stands behind its field, null for nothing */
	void show(List<Line> now, Map<String, JComponent> beside) {
		lines = now;
		removeAll();
		fields.clear();
		folded.clear();
		filling = true;
		GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(2, 3, 2, 3);
		at.anchor = GridBagConstraints.NORTHWEST;
		at.fill = GridBagConstraints.HORIZONTAL;
		for (Line line : lines)
			if (line.basic()) row(line, beside.get(line.place()), at);
		JButton fold = new JButton(open ? FEWER : MORE);
		fold.addActionListener(e -> {
			unfold(!open);
			fold.setText(open ? FEWER : MORE);
		});
		at.gridy++;
		at.weightx = 0;
		add(fold, at);
		for (Line line : lines)
			if (!line.basic()) row(line, null, at);
		filling = false;
		FontScale.apply(this);
		unfold(open);
	}

	private void unfold(boolean wanted) {
		open = wanted;
		folded.forEach(part -> part.setVisible(open));
		revalidate();
		repaint();
	}

	private void row(Line line, JComponent beside, GridBagConstraints at) {
		String place = line.place();
		boolean fixed = FIXED.contains(place);
		JComponent field = line.choices().isEmpty() ? text(line, fixed) : choice(line);
		field.setName(place);
		field.setToolTipText(line.why());
		fields.put(place, field);
		JPanel value = new JPanel(new GridBagLayout());
		GridBagConstraints inside = new GridBagConstraints();
		inside.fill = GridBagConstraints.HORIZONTAL;
		inside.weightx = 1;
		value.add(field, inside);
		inside.weightx = 0;
		if (beside != null) value.add(beside, inside);
		JTextArea why = Words.area();
		why.setColumns(26);
		why.setText(line.why());
		at.gridy++;
		at.weightx = 0;
		List<Component> row = List.of(new JLabel(place), value, why);
		for (Component part : row) {
			at.weightx = part == why ? 1 : 0;
			add(part, at);
			if (!line.basic()) folded.add(part);
		}
	}

	private JComponent text(Line line, boolean fixed) {
		JTextField field = new JTextField(
			fixed ? line.value() : typed.getOrDefault(line.place(), line.value()), 12);
		field.setCaretPosition(0);
		field.setEditable(!fixed);
		field.getDocument().addDocumentListener(new Typed(line.place(), field));
		return field;
	}

	private JComponent choice(Line line) {
		JComboBox<String> field = new JComboBox<>();
		// Nothing is a choice as well, where the line may be left out.
		if (line.value().isEmpty()) field.addItem("");
		line.choices().forEach(field::addItem);
		field.setSelectedItem(typed.getOrDefault(line.place(), line.value()));
		if (field.getSelectedIndex() < 0) field.setSelectedItem(line.value());
		field.addActionListener(e -> changed(line.place(), String.valueOf(field.getSelectedItem())));
		return field;
	}

	private void changed(String place, String value) {
		if (filling) return;
		typed.put(place, value);
		heard.run();
	}

	/** The lines with what the fields hold now. */
	List<Line> filled() {
		return lines.stream().map(line -> line.with(value(line.place()).strip())).toList();
	}

	/** Blank where there is no such line. */
	String value(String place) {
		JComponent field = fields.get(place);
		if (field instanceof JTextField text) return text.getText();
		return field instanceof JComboBox<?> box ? String.valueOf(box.getSelectedItem()) : "";
	}

	/** True where somebody has changed the line. */
	boolean isTyped(String place) {
		return typed.containsKey(place);
	}

	/** Of the program itself: another reading does not begin with it. */
	void propose(String place, String value) {
		filling = true;
		type(place, value);
		filling = false;
		heard.run();
	}

	/** As if somebody had typed it. */
	void type(String place, String value) {
		JComponent field = fields.get(place);
		if (field instanceof JTextField text) {
			text.setText(value);
			text.setCaretPosition(0);
		}
		if (field instanceof JComboBox<?> box) box.setSelectedItem(value);
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return getPreferredSize();
	}

	@Override
	public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
		return 16;
	}

	@Override
	public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
		return seen.height;
	}

	/** Reasons are wrapped, not cut off. */
	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return false;
	}

	/** Hears of every letter. */
	private final class Typed implements DocumentListener {

		private final String place;
		private final JTextField field;

		Typed(String place, JTextField field) {
			this.place = place;
			this.field = field;
		}

		@Override
		public void insertUpdate(DocumentEvent e) {
			changed(place, field.getText());
		}

		@Override
		public void removeUpdate(DocumentEvent e) {
			changed(place, field.getText());
		}

		@Override
		public void changedUpdate(DocumentEvent e) {
			changed(place, field.getText());
		}
	}
}
