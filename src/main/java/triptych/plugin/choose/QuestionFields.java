package triptych.plugin.choose;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

import triptych.advice.ChooseTaskOptions;
import triptych.advisor.need.Language;
import triptych.advisor.need.Need;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionAnalysis;
import triptych.options.Options;
import triptych.plugin.choose.FieldLayout.Place;

/**
 * The left side of the window: the question, the few facts that matter, and the budget, in the
 * words of a language.
 */
final class QuestionFields extends ScrolledPanel {

	private static final long serialVersionUID = 1L;

	/** Behind what decides next. */
	static final Color DECIDES = new Color(255, 240, 170);

	private static final String UNKNOWN = "window.unknown", YES = "window.yes", NO = "window.no";

	private final Map<String, JComponent> fields = new LinkedHashMap<>();
	private final Map<Need, WrappedLabel> questions = new EnumMap<>(Need.class);
	/** What was understood of the question, which stands where nothing is answered. */
	private final Map<Need, String> read = new EnumMap<>(Need.class);
	private final QuestionText question = new QuestionText();
	/** What to write anew in another language. */
	private final transient List<Runnable> labels = new ArrayList<>();
	private transient Runnable changed = () -> {};
	private transient Words words;
	private boolean relabelling;

	QuestionFields(Words words) {
		super(new FieldLayout());
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
	}

	/** Everything is wrapped, however narrow it gets. */
	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
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
		if (field instanceof ChoiceBox box) return box.value();
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
		question.mark(reading);
		Map<String, String> given = keys();
		questions.forEach((need, asked) -> {
			boolean next = deciding.isPresent() && deciding.get() == need;
			boolean told = !given.containsKey(need.key()) && !reading.cues().isEmpty()
				&& !reading.isVague();
			read.put(need, told ? word(reading, need) : "");
			asked.setOpaque(next);
			asked.setForeground(next ? Color.BLACK : null);
			asked.setBackground(DECIDES);
			asked.setFont(asked.getFont().deriveFont(next ? Font.BOLD : Font.PLAIN));
			String decides = next ? "  " + words.say("window.decides") : "";
			asked.say(words.say("need." + need.key()) + decides);
		});
		revalidate();
		repaint();
	}

	/** Takes back what was read and what decides, for one value has to be mended first. */
	void forget() {
		question.getHighlighter().removeAllHighlights();
		read.clear();
		questions.forEach((need, asked) -> {
			asked.setOpaque(false);
			asked.setForeground(null);
			asked.setFont(asked.getFont().deriveFont(Font.PLAIN));
			asked.say(words.say("need." + need.key()));
		});
		revalidate();
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

	private void questionField() {
		WrappedLabel label = labelled("window.question", Font.BOLD);
		label.setDisplayedMnemonic('W');
		label.setLabelFor(question);
		add(label, Place.LINE);
		labels.add(() -> question.setToolTipText(words.say("window.question.tip")));
		listen("question", question);
		add(new JScrollPane(question), Place.GROWS);
		List<String> values = new ArrayList<>(List.of(""));
		Stream.of(Language.values()).map(Language::key).forEach(values::add);
		combo("language", values,
			value -> value.isEmpty() ? words.say("window.auto") : words.say("language." + value));
	}

	private WrappedLabel labelled(String key, int style) {
		WrappedLabel label = new WrappedLabel(style);
		label.say(words.say(key));
		labels.add(() -> label.say(words.say(key)));
		return label;
	}

	private void heading(String key) {
		WrappedLabel label = labelled(key, Font.BOLD);
		label.setBorder(BorderFactory.createEmptyBorder(8, 0, 0, 0));
		add(label, Place.LINE);
	}

	/** A line of explanation. */
	private void note(String key) {
		add(labelled(key, Font.ITALIC), Place.LINE);
	}

	/** The question on a line of its own, for its answers hold examples and are long. */
	private void fact(Need need) {
		WrappedLabel label = labelled("need." + need.key(), Font.PLAIN);
		questions.put(need, label);
		add(label, Place.LINE);
		List<String> values = new ArrayList<>(List.of(""));
		values.addAll(need.answers());
		ChoiceBox box = box(need.key(), values,
			v -> v.isEmpty() ? unanswered(need) : need.answer(v, words));
		label.setLabelFor(box);
		add(box, Place.INDENTED);
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

	private void combo(String key, List<String> values, UnaryOperator<String> saying) {
		row("window." + key, box(key, values, saying));
	}

	private ChoiceBox box(String key, List<String> values, UnaryOperator<String> saying) {
		ChoiceBox box = new ChoiceBox(values, saying);
		labels.add(box::relabel);
		fields.put(key, box);
		box.addActionListener(e -> changed());
		return box;
	}

	private void number(String key) {
		listened(key,
			new NumberField(Options.keys(ChooseTaskOptions.class)
				.stream()
				.filter(k -> k.name().equals(key))
				.findFirst()
				.orElseThrow(), () -> words));
	}

	private void listened(String key, JTextField field) {
		row("window." + key, field);
		listen(key, field);
	}

	private void row(String words, JComponent field) {
		WrappedLabel label = labelled(words, Font.PLAIN);
		label.setLabelFor(field);
		add(label, Place.LABEL);
		add(field, Place.FIELD);
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
}
