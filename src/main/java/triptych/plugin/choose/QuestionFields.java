package triptych.plugin.choose;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;
import javax.swing.text.JTextComponent;

import triptych.advice.ChooseTaskOptions;
import triptych.advisor.Need;
import triptych.advisor.QuotedCue;
import triptych.advisor.Reading;
import triptych.options.Options;
import triptych.plugin.NumberField;

/** The left side of the window: the question, the few facts that matter, and the budget. */
final class QuestionFields extends ScrolledPanel {

	private static final long serialVersionUID = 1L;

	/** Behind what decides next, and behind the words that were understood. */
	static final Color DECIDES = new Color(255, 240, 170), UNDERSTOOD = new Color(205, 230, 255);

	/** A value of a key and its words. */
	private record Choice(String value, String words) {

		@Override
		public String toString() {
			return words;
		}
	}

	private static final List<Choice> YES_NO = List.of(new Choice("", "don't know"), new Choice("yes", "yes"), new Choice("no",
		"no"));
	private static final List<Choice> LEVELS = List.of(new Choice("", "don't know"), new Choice("image",
		"yes, one per image"), new Choice("object", "no: where, how many"), new Choice("pixel", "no: exact shape, area"));

	private static final String NOTE = "< this decides";

	private final Map<String, JComponent> fields = new LinkedHashMap<>();
	private final Map<Need, JLabel> questions = new EnumMap<>(Need.class), read = new EnumMap<>(Need.class);
	private final JTextArea question = new JTextArea(4, 36);
	private transient Runnable changed = () -> {};
	private int line;

	QuestionFields() {
		super(new GridBagLayout());
		questionField();
		heading("Facts that decide (an answer wins over the question)");
		fact(Need.LEVEL, "Is one answer per image enough?", LEVELS);
		fact(Need.SEVERAL, "Can several labels be right for one image?", YES_NO);
		fact(Need.ONE, "Is there always exactly one object?", YES_NO);
		fact(Need.INDIVIDUALS, "Tell objects apart, even where they touch?", YES_NO);
		fact(Need.SIZE, "Is size, shape or brightness needed, not only number?", YES_NO);
		fact(Need.BACKGROUND, "Must the background regions be labelled too?", YES_NO);
		heading("Your images and your budget (leave blank what you don't know)");
		number("images", "Images to label");
		number("objects", "Objects in an image, on average");
		choice("crowded", "Do objects touch or overlap?");
		choice("cooccur", "Do several classes occur in one image?");
		number("money", "Money for labelling (US dollars)");
		number("hours", "Working hours for labelling");
		number("fps", "Images to answer in a second");
		choice("gpu", "Is there a graphics processor (GPU)?");
		add(new JPanel(), place(0, 3, 1));
	}

	/** What to do whenever something was typed or chosen. */
	void onChange(Runnable work) {
		changed = work;
	}

	/** Keys and values as a macro has them; what is blank is left out. */
	Map<String, String> keys() {
		Map<String, String> keys = new LinkedHashMap<>();
		fields.forEach((key, field) -> {
			String value = field instanceof JComboBox<?> c ? ((Choice) c.getSelectedItem()).value() : field instanceof NumberField n
				? n.value() : ((JTextComponent) field).getText().strip();
			if (!value.isEmpty()) keys.put(key, value);
		});
		return keys;
	}

	/** What is wrong with the first field that holds no value for its key, blank where none is; all of them are marked. */
	String problem() {
		return fields.values().stream().filter(NumberField.class::isInstance).map(f -> ((NumberField) f).problem()).filter(
			s -> !s.isEmpty()).reduce("", (first, next) -> first.isEmpty() ? next : first);
	}

	/** Marks the words that were understood, says what was read, and marks the question that decides next. */
	void show(Reading reading, Optional<Need> deciding) {
		question.getHighlighter().removeAllHighlights();
		for (QuotedCue cue : reading.cues())
			highlight(cue);
		read.forEach((need, label) -> {
			boolean answered = keys().containsKey(need.key());
			boolean decides = deciding.isPresent() && deciding.get() == need;
			String words = answered || reading.cues().isEmpty() ? "" : word(reading, need);
			label.setText(decides ? NOTE : words.isEmpty() ? "" : "I read: " + words);
			JLabel asked = questions.get(need);
			asked.setOpaque(decides);
			asked.setBackground(DECIDES);
			asked.setFont(asked.getFont().deriveFont(decides ? Font.BOLD : Font.PLAIN));
		});
		repaint();
	}

	private static String word(Reading reading, Need need) {
		if (need != Need.LEVEL) return reading.needs().answer(need).known() ? reading.needs().answer(need).key() : "";
		return switch (reading.needs().level()) {
			case IMAGE -> "yes";
			case OBJECT, PIXEL -> "no";
			case UNKNOWN -> "";
		};
	}

	private void highlight(QuotedCue cue) {
		try {
			int length = question.getDocument().getLength();
			question.getHighlighter().addHighlight(Math.min(cue.start(), length), Math.min(cue.end(), length),
				new DefaultHighlightPainter(UNDERSTOOD));
		}
		catch (BadLocationException e) {
			throw new IllegalStateException("Both ends lie inside the text", e);
		}
	}

	private void questionField() {
		JLabel label = new JLabel("What do you want to know of your images?");
		label.setFont(label.getFont().deriveFont(Font.BOLD));
		label.setDisplayedMnemonic('W');
		label.setLabelFor(question);
		add(label, place(0, 3, 0));
		line++;
		question.setLineWrap(true);
		question.setWrapStyleWord(true);
		// Tab goes on to the next field; a question needs no tabs.
		question.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
		question.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
		question.setToolTipText("In your own words, in English, German, French, Spanish, Chinese or Japanese");
		listen("question", question);
		JScrollPane scroll = new JScrollPane(question);
		GridBagConstraints c = place(0, 3, 1);
		c.fill = GridBagConstraints.BOTH;
		add(scroll, c);
		line++;
	}

	private void heading(String words) {
		JLabel label = new JLabel(words);
		label.setFont(label.getFont().deriveFont(Font.BOLD));
		label.setBorder(BorderFactory.createEmptyBorder(10, 0, 2, 0));
		add(label, place(0, 3, 0));
		line++;
	}

	private void fact(Need need, String words, List<Choice> choices) {
		questions.put(need, row(need.key(), words, combo(choices)));
		JLabel note = new Remark();
		read.put(need, note);
		line--;
		add(note, place(2, 1, 0));
		line++;
	}

	private void choice(String key, String words) {
		row(key, words, combo(YES_NO));
	}

	private void number(String key, String words) {
		row(key, words, new NumberField(Options.keys(ChooseTaskOptions.class).stream().filter(k -> k.name().equals(key))
			.findFirst().orElseThrow(), words));
	}

	private JLabel row(String key, String words, JComponent field) {
		JLabel label = plain(words);
		label.setLabelFor(field);
		add(label, place(0, 1, 0));
		add(field, place(1, 1, 0));
		line++;
		if (field instanceof JTextField text) listen(key, text);
		else {
			fields.put(key, field);
			((JComboBox<?>) field).addActionListener(e -> changed.run());
		}
		return label;
	}

	/** Swing's own labels are bold, which here only headings are. */
	private static JLabel plain(String words) {
		JLabel label = new JLabel(words);
		label.setFont(label.getFont().deriveFont(Font.PLAIN));
		return label;
	}

	/** As wide as the longest remark, so that the fields do not move when it comes and goes. */
	private static final class Remark extends JLabel {

		private static final long serialVersionUID = 1L;

		Remark() {
			super(" ");
			setFont(getFont().deriveFont(Font.PLAIN));
		}

		@Override
		public Dimension getPreferredSize() {
			return new Dimension(getFontMetrics(getFont()).stringWidth(NOTE) + 4, super.getPreferredSize().height);
		}

		@Override
		public Dimension getMinimumSize() {
			return getPreferredSize();
		}
	}

	private static JComboBox<Choice> combo(List<Choice> choices) {
		return new JComboBox<>(choices.toArray(Choice[]::new));
	}

	private void listen(String key, JTextComponent field) {
		fields.put(key, field);
		field.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(DocumentEvent e) {
				changed.run();
			}

			@Override
			public void removeUpdate(DocumentEvent e) {
				changed.run();
			}

			@Override
			public void changedUpdate(DocumentEvent e) {
				// Only the look has changed.
			}
		});
	}

	private GridBagConstraints place(int column, int columns, double weight) {
		return new GridBagConstraints(column, line, columns, 1, column == 1 || columns > 1 ? 1 : 0, weight,
			GridBagConstraints.WEST, GridBagConstraints.HORIZONTAL, new Insets(2, 2, 2, 6), 0, 0);
	}
}
