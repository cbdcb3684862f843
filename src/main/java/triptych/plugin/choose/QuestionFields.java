package triptych.plugin.choose;

import java.awt.Color;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
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
import triptych.advisor.need.Language;
import triptych.advisor.need.Need;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuotedCue;
import triptych.options.Options;
import triptych.plugin.NumberField;

/**
 * The left side of the window: the question, the few facts that matter, and the budget, in the
 * words of a language.
 */
final class QuestionFields extends ScrolledPanel {

	private static final long serialVersionUID = 1L;

	/** Behind what decides next, and behind the words that were understood. */
	static final Color DECIDES = new Color(255, 240, 170), UNDERSTOOD = new Color(205, 230, 255);

	private static final Color UNDERSTOOD_DARK = new Color(30, 75, 125);

	/** Red, green and blue of a dark ground, together. */
	private static final int DARK = 3 * 110;

	private static final String UNKNOWN = "window.unknown", YES = "window.yes", NO = "window.no";

	/** A value of a key and its words, which change with the language. */
	private record Choice(String value, Supplier<String> words) {

		@Override
		public String toString() {
			return words.get();
		}
	}

	private final Map<String, JComponent> fields = new LinkedHashMap<>();
	private final Map<Need, JLabel> questions = new EnumMap<>(Need.class);
	private final Map<Need, JLabel> decides = new EnumMap<>(Need.class);
	/** What was understood of the question, which stands where nothing is answered. */
	private final Map<Need, String> read = new EnumMap<>(Need.class);
	private final JTextArea question = new JTextArea(4, 36);
	/** What to write anew in another language. */
	private final transient List<Runnable> labels = new ArrayList<>();
	private transient Runnable changed = () -> {};
	private transient Words words;
	private boolean relabelling;
	private int line;

	QuestionFields(Words words) {
		super(new GridBagLayout());
		this.words = words;
		questionField();
		heading("window.facts");
		note("window.object");
		for (Need need : Need.values())
			fact(need);
		heading("window.budget");
		number("images");
		number("objects");
		choice("crowded");
		choice("cooccur");
		number("money");
		number("hours");
		listened("prices", new JTextField(8));
		note("window.prices.form");
		number("fps");
		choice("gpu");
		add(new JPanel(), place(0, 3, 1));
	}

	/** What to do whenever something was typed or chosen. */
	void onChange(Runnable work) {
		changed = work;
	}

	/** Writes everything in another language; what was typed and chosen stays. */
	void speak(Words language) {
		if (language.language() == words.language()) return;
		words = language;
		relabelling = true;
		labels.forEach(Runnable::run);
		relabelling = false;
		revalidate();
	}

	/** Keys and values as a macro has them; what is blank is left out. */
	Map<String, String> keys() {
		Map<String, String> keys = new LinkedHashMap<>();
		fields.forEach((key, field) -> {
			String value = value(field);
			if (!value.isEmpty()) keys.put(key, value);
		});
		return keys;
	}

	private static String value(JComponent field) {
		if (field instanceof JComboBox<?> box) return ((Choice) box.getSelectedItem()).value();
		if (field instanceof NumberField number) return number.value();
		return ((JTextComponent) field).getText().strip();
	}

	/**
	 * What is wrong with the first field that holds no value for its key, blank where none is; all of
	 * them are marked.
	 */
	String problem() {
		List<String> problems = fields.values()
			.stream()
			.filter(NumberField.class::isInstance)
			.map(f -> ((NumberField) f).problem())
			.filter(s -> !s.isEmpty())
			.toList();
		return problems.isEmpty() ? "" : problems.get(0);
	}

	/**
	 * Marks the words that were understood, says what was read, and marks the question that decides
	 * next.
	 */
	void show(QuestionAnalysis reading, Optional<Need> deciding) {
		question.getHighlighter().removeAllHighlights();
		reading.cues().forEach(this::highlight);
		Map<String, String> given = keys();
		questions.forEach((need, asked) -> {
			boolean next = deciding.isPresent() && deciding.get() == need;
			boolean told = !given.containsKey(need.key()) && !reading.cues().isEmpty()
				&& !reading.isVague();
			read.put(need, told ? word(reading, need) : "");
			decides.get(need).setText(next ? words.say("window.decides") : " ");
			asked.setOpaque(next);
			asked.setForeground(next ? Color.BLACK : null);
			asked.setBackground(DECIDES);
			asked.setFont(asked.getFont().deriveFont(next ? Font.BOLD : Font.PLAIN));
		});
		repaint();
	}

	/** What was read of a need, blank where nothing was; where it is doubtful, nothing is said. */
	private String word(QuestionAnalysis reading, Need need) {
		boolean doubt = reading.isUnsure() && need == Need.SIZE;
		if (doubt) return "";
		String value = need == Need.LEVEL ? reading.needs().level().key()
			: reading.needs().answer(need).key();
		// Who asks for the size of each object has chosen the answer about sizes.
		if (need == Need.LEVEL && reading.task() == TaskChoice.INSTANCE) value = "pixel";
		if (!need.answers().contains(value)) return "";
		// Its example is in the field's list.
		return need.plainAnswer(value, words);
	}

	private void highlight(QuotedCue cue) {
		try {
			int length = question.getDocument().getLength();
			question.getHighlighter()
				.addHighlight(Math.min(cue.start(), length), Math.min(cue.end(), length),
					new DefaultHighlightPainter(isDark() ? UNDERSTOOD_DARK : UNDERSTOOD));
		}
		catch (BadLocationException e) {
			throw new IllegalStateException("Both ends lie inside the text", e);
		}
	}

	/** Light words on a dark ground, as some looks of Java have them. */
	private boolean isDark() {
		Color ground = question.getBackground();
		return ground.getRed() + ground.getGreen() + ground.getBlue() < DARK;
	}

	private void questionField() {
		JLabel label = labelled("window.question", Font.BOLD);
		label.setDisplayedMnemonic('W');
		label.setLabelFor(question);
		add(label, place(0, 3, 0));
		line++;
		question.setLineWrap(true);
		question.setWrapStyleWord(true);
		// Tab goes on to the next field; a question needs no tabs.
		question.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
		question.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
		labels.add(() -> question.setToolTipText(words.say("window.question.tip")));
		listen("question", question);
		GridBagConstraints c = place(0, 3, 1);
		c.fill = GridBagConstraints.BOTH;
		add(new JScrollPane(question), c);
		line++;
		List<String> values = new ArrayList<>(List.of(""));
		Stream.of(Language.values()).map(Language::key).forEach(values::add);
		combo("language", values,
			value -> value.isEmpty() ? words.say("window.auto") : words.say("language." + value));
	}

	private JLabel labelled(String key, int style) {
		JLabel label = new JLabel(words.say(key));
		label.setFont(label.getFont().deriveFont(style));
		labels.add(() -> label.setText(words.say(key)));
		return label;
	}

	private void heading(String key) {
		JLabel label = labelled(key, Font.BOLD);
		label.setBorder(BorderFactory.createEmptyBorder(10, 0, 2, 0));
		add(label, place(0, 3, 0));
		line++;
	}

	/** A line of explanation. */
	private void note(String key) {
		JLabel label = labelled(key, Font.ITALIC);
		add(label, place(0, 3, 0));
		line++;
	}

	/** The question on a line of its own, for its answers hold examples and are long. */
	private void fact(Need need) {
		JLabel label = labelled("need." + need.key(), Font.PLAIN);
		questions.put(need, label);
		JLabel remark = new JLabel(" ");
		remark.setFont(remark.getFont().deriveFont(Font.ITALIC));
		decides.put(need, remark);
		JPanel row = new JPanel(new GridBagLayout());
		row.add(label, new GridBagConstraints(0, 0, 1, 1, 0, 0, GridBagConstraints.WEST,
			GridBagConstraints.NONE, new Insets(0, 0, 0, 8), 0, 0));
		row.add(remark, new GridBagConstraints(1, 0, 1, 1, 1, 0, GridBagConstraints.WEST,
			GridBagConstraints.HORIZONTAL, new Insets(0, 0, 0, 0), 0, 0));
		add(row, place(0, 3, 0));
		line++;
		List<String> values = new ArrayList<>(List.of(""));
		values.addAll(need.answers());
		JComboBox<Choice> box = box(need.key(), values,
			v -> v.isEmpty() ? unanswered(need) : need.answer(v, words));
		label.setLabelFor(box);
		GridBagConstraints c = place(0, 3, 0);
		c.insets = new Insets(0, 14, 4, 6);
		add(box, c);
		line++;
	}

	/** What was read in place of an answer. */
	private String unanswered(Need need) {
		String understood = read.getOrDefault(need, "");
		return understood.isEmpty() ? words.say(UNKNOWN) : words.say("window.read", understood);
	}

	private void choice(String key) {
		combo(key, List.of("", "yes", "no"), value -> switch (value) {
			case "yes" -> words.say(YES);
			case "no" -> words.say(NO);
			default -> words.say(UNKNOWN);
		});
	}

	private interface Saying {

		String of(String value);
	}

	private void combo(String key, List<String> values, Saying saying) {
		row("window." + key, box(key, values, saying));
	}

	private JComboBox<Choice> box(String key, List<String> values, Saying saying) {
		JComboBox<Choice> box = new JComboBox<>(choices(values, saying));
		labels.add(() -> {
			int selected = box.getSelectedIndex();
			box.setModel(new DefaultComboBoxModel<>(choices(values, saying)));
			box.setSelectedIndex(selected);
		});
		fields.put(key, box);
		box.addActionListener(e -> changed());
		return box;
	}

	private static Choice[] choices(List<String> values, Saying saying) {
		return values.stream().map(v -> new Choice(v, () -> saying.of(v))).toArray(Choice[]::new);
	}

	private void number(String key) {
		listened(key,
			new NumberField(Options.keys(ChooseTaskOptions.class)
				.stream()
				.filter(k -> k.name().equals(key))
				.findFirst()
				.orElseThrow(), words.say("window." + key)));
	}

	private void listened(String key, JTextField field) {
		row("window." + key, field);
		listen(key, field);
	}

	private void row(String words, JComponent field) {
		JLabel label = labelled(words, Font.PLAIN);
		label.setLabelFor(field);
		add(label, place(0, 1, 0));
		GridBagConstraints c = place(1, 2, 0);
		add(field, c);
		line++;
	}

	private void changed() {
		if (!relabelling) changed.run();
	}

	private void listen(String key, JTextComponent field) {
		fields.put(key, field);
		field.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(DocumentEvent e) {
				changed();
			}

			@Override
			public void removeUpdate(DocumentEvent e) {
				changed();
			}

			@Override
			public void changedUpdate(DocumentEvent e) {
				// Only the look has changed.
			}
		});
	}

	private GridBagConstraints place(int column, int columns, double weight) {
		return new GridBagConstraints(column, line, columns, 1, column == 1 || columns > 1 ? 1 : 0,
			weight, GridBagConstraints.WEST, GridBagConstraints.HORIZONTAL, new Insets(2, 2, 2, 6), 0, 0);
	}
}
