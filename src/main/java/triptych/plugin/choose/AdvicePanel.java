package triptych.plugin.choose;

import static triptych.advice.Html.escaped;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import triptych.advice.LatestAdvice;
import triptych.advice.TaskAdvice;
import triptych.advisor.Advice;
import triptych.advisor.Affordable;
import triptych.advisor.need.DecidingQuestion;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuotedCue;

/**
 * The right side of the window: the task, what it returns, why, what decides next, and what it
 * costs.
 */
final class AdvicePanel extends ScrolledPanel {

	private static final long serialVersionUID = 1L;

	/** Size of the headline as a multiple of the text's. */
	private static final float LARGE = 1.35f;

	private static final int EXAMPLES = 5;

	private static final Color REDDISH = new Color(255, 215, 195);

	private final JLabel task = new JLabel(" "), certainty = new JLabel(" "), gives = new JLabel(" "),
		buys = new JLabel(" "), costs = new JLabel(" ");
	private final JEditorPane text = new JEditorPane("text/html", "");
	private final Reasons reasons = new Reasons(text);
	private final JLabel decides = box(QuestionFields.DECIDES), clash = box(REDDISH),
		tooDear = box(REDDISH), wrong = box(REDDISH);
	private final TaskPicture picture = new TaskPicture();
	private final CostBars bars = new CostBars();
	private transient Words words;

	AdvicePanel(Words words) {
		super(new BorderLayout(8, 8));
		this.words = words;
		text.setEditable(false);
		text.setFocusable(false);
		text.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
		for (JLabel label : List.of(certainty, gives, buys, clash, decides, tooDear, wrong, costs))
			label.setFont(label.getFont().deriveFont(Font.PLAIN));
		add(head(), BorderLayout.NORTH);
		add(reasons, BorderLayout.CENTER);
		JPanel cost = new JPanel(new BorderLayout(0, 2));
		cost.add(costs, BorderLayout.NORTH);
		cost.add(bars, BorderLayout.CENTER);
		add(cost, BorderLayout.SOUTH);
	}

	/** Its words are wrapped, whatever a label takes for its smallest width. */
	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	/** Where there is little room, the words need it more than the picture. */
	@Override
	public void doLayout() {
		picture.setVisible(5 * picture.getPreferredSize().width <= 2 * getWidth());
		super.doLayout();
	}

	private JPanel head() {
		task.setFont(task.getFont().deriveFont(Font.BOLD, task.getFont().getSize2D() * LARGE));
		JPanel column = new JPanel();
		column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
		for (JLabel label : List.of(task, wrong, certainty, gives, clash, decides, buys, tooDear)) {
			label.setAlignmentX(LEFT_ALIGNMENT);
			column.add(label);
			column.add(Box.createVerticalStrut(6));
		}
		JPanel head = new JPanel(new BorderLayout(10, 0));
		head.add(picture, BorderLayout.WEST);
		head.add(column, BorderLayout.CENTER);
		return head;
	}

	/** A few lines high and as wide as there is room. */
	private static final class Reasons extends JScrollPane {

		private static final long serialVersionUID = 1L;

		private static final int LINES = 13, FEWEST = 6;

		Reasons(JEditorPane text) {
			super(text);
		}

		@Override
		public Dimension getPreferredSize() {
			return new Dimension(0, LINES * getFontMetrics(getFont()).getHeight());
		}

		@Override
		public Dimension getMinimumSize() {
			return new Dimension(0, FEWEST * getFontMetrics(getFont()).getHeight());
		}
	}

	private static JLabel box(Color colour) {
		JLabel label = new JLabel(" ");
		label.setOpaque(true);
		label.setBackground(colour);
		label.setForeground(Color.BLACK);
		label
			.setBorder(BorderFactory.createCompoundBorder(BorderFactory.createLineBorder(colour.darker()),
				BorderFactory.createEmptyBorder(4, 6, 4, 6)));
		label.setVisible(false);
		return label;
	}

	/** @param language of what is said while there is no question */
	void show(TaskAdvice all, Words language) {
		words = language;
		boolean asked = !all.options().question().isBlank() || all.options().needs().anyKnown();
		boolean verdict = asked && !all.advice().vague();
		head(all, asked, verdict);
		wrong.setVisible(false);
		reasons.setVisible(true);
		costs.setVisible(true);
		Advice advice = all.advice();
		clash.setVisible(!advice.contradictions().isEmpty());
		String contradictions = quoted(escaped(all.plainContradictions()), all);
		clash.setText(html("<b>" + say("window.clash") + "</b> " + contradictions));
		decides.setVisible(asked && advice.missing().isPresent());
		advice.missing()
			.ifPresent(q -> decides.setText(html("<b>" + say("window.oneMore") + "</b> " + answers(q))));
		boolean dear = verdict && (advice.paysNothing() || advice.affordable() == Affordable.NO
			&& advice.route().start() != advice.task());
		tooDear.setVisible(dear);
		if (dear)
			tooDear.setText(html("<b>" + say("window.small") + "</b> " + escaped(tooDear(advice))));
		String body = asked ? why(all, verdict) : examples();
		text.setText("<html><body>" + body + "</body></html>");
		text.setCaretPosition(0);
		boolean images = all.options().images().isPresent();
		String ask = images ? "" : "<br>" + say("window.costs.ask");
		costs.setText(html("<b>" + say("window.costs") + "</b>" + ask));
		bars.setVisible(images);
		bars.show(all);
	}

	/** What to start with all the same, unless not even that can be paid. */
	private String tooDear(Advice advice) {
		if (advice.paysNothing()) return words.say("window.small.nothing");
		return words.say("window.small.start", name(advice.route().start()), name(advice.task()));
	}

	private void head(TaskAdvice all, boolean asked, boolean verdict) {
		Advice advice = all.advice();
		String open = words.say(asked ? "window.vague" : "window.write");
		task.setText(wrapped(verdict ? TaskAdvice.name(advice.task(), words) : open));
		certainty.setText(verdict ? wrapped(all.certaintyInWords()) : " ");
		TaskChoice pictured = verdict ? advice.task() : TaskChoice.NONE;
		String none = words.say(asked ? "window.vague.why" : "window.live");
		gives.setText(wrapped(verdict ? words.say("gives." + pictured.key()) : none));
		picture.show(pictured, words);
		String images = advice.cost()
			.map(c -> c.affordableImages(all.options().budget(), words))
			.orElse("");
		boolean told = verdict && !all.command().runs() && !images.isEmpty()
			&& all.options().images().isPresent();
		buys.setVisible(told);
		if (told)
			buys.setText(wrapped(words.say("window.affordable", images,
				words.amount(all.options().images().getAsDouble()), name(advice.task()))));
	}

	/** The question with its answers, each with an example. */
	private String answers(DecidingQuestion question) {
		String answers = question.need()
			.answers()
			.stream()
			.map(a -> "<br>- " + escaped(question.need().answer(a, words)))
			.collect(Collectors.joining());
		return escaped(question.question(words)) + " <i>" + say("window.yellow") + "</i>" + answers;
	}

	/** Says what is wrong with a field; advice on what stood there before is out of sight. */
	void say(String problem, Words language) {
		words = language;
		task.setText(wrapped(words.say("window.wrong")));
		wrong.setVisible(true);
		wrong.setText(html("<b>" + say("window.mend") + "</b> " + escaped(problem)));
		certainty.setText(" ");
		gives.setText(wrapped(words.say("window.wrong.why")));
		picture.show(TaskChoice.NONE, words);
		for (JComponent old : List.of(clash, decides, buys, tooDear, reasons, costs, bars))
			old.setVisible(false);
	}

	private String examples() {
		String list = IntStream.rangeClosed(1, EXAMPLES)
			.mapToObj(i -> "<li>" + say("window.example." + i))
			.collect(Collectors.joining());
		return say("window.examples") + "<ul>" + list + "</ul>" + say("window.examples.more");
	}

	private String why(TaskAdvice all, boolean verdict) {
		Advice advice = all.advice();
		StringBuilder html = new StringBuilder();
		LatestAdvice.verdict(all)
			.ifPresent(v -> html.append("<b>")
				.append(say("window.measured"))
				.append("</b> ")
				.append(escaped(v))
				.append("<p>"));
		html.append("<b>").append(say("window.why"))
			.append("</b> ")
			.append(quoted(escaped(all.plainReason()), all));
		if (!verdict) return html.toString();
		boolean starts = !advice.paysNothing();
		if (starts && advice.route().start() != advice.task())
			part(html, say("window.start"), name(advice.route().start()));
		if (starts) for (TaskChoice next : advice.route().escalation())
			part(html, escaped(words.say("window.later", name(next))), advice.trigger(next).in(words));
		if (!all.command().line().isEmpty())
			html.append("<p><b>")
				.append(say("window.command"))
				.append("</b> <tt>")
				.append(escaped(all.command().line()))
				.append("</tt><br>")
				.append(escaped(all.command().why()).replace("\n", "<br>"));
		if (!all.learning().sentence().isEmpty())
			part(html, say("window.learning"), all.learning().sentence());
		advice.texts("contrast").forEach(t -> part(html, say("window.beware"), t.in(words)));
		if (!advice.metric().isEmpty()) part(html, say("window.measure"), advice.metric());
		return html.toString();
	}

	private static void part(StringBuilder html, String title, String text) {
		html.append("<p><b>").append(title).append("</b> ").append(escaped(text));
	}

	/** The user's own words stand out in the colour that they have in the question. */
	private static String quoted(String reason, TaskAdvice all) {
		String marked = reason;
		List<String> told = all.reading().cues().stream().map(QuotedCue::words).distinct().toList();
		for (String words : told) {
			String quoted = "&quot;" + escaped(words) + "&quot;";
			marked = marked.replace(quoted,
				"<span style=\"background-color:#cde6ff; color:#000000\"><b>" + quoted + "</b></span>");
		}
		return marked;
	}

	private String name(TaskChoice choice) {
		return TaskAdvice.shortName(choice, words);
	}

	private String say(String key) {
		return escaped(words.say(key));
	}

	private static String wrapped(String words) {
		return html(escaped(words));
	}

	private static String html(String inner) {
		return "<html>" + inner + "</html>";
	}
}
