package triptych.plugin.choose;

import static triptych.advice.Html.escaped;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import triptych.advice.TaskAdvice;
import triptych.advisor.Advice;
import triptych.advisor.Affordable;
import triptych.advisor.QuotedCue;
import triptych.advisor.TaskChoice;

/** The right side of the window: the task, what it returns, why, what decides next, and what it costs. */
final class AdvicePanel extends ScrolledPanel {

	private static final long serialVersionUID = 1L;

	/** The headline is so much larger than the text. */
	private static final float LARGE = 1.35f;

	private static final String EXAMPLES = "Some questions to begin with:<ul><li>Is there a crack in this X-ray?"
		+ "<li>Which of these 14 findings are in the image? There can be several.<li>Where are the weeds, and how many?"
		+ "<li>How much of the field is covered by weeds?<li>What is the area of each nucleus, even where they touch?"
		+ "</ul>You can also leave the question out and answer the facts on the left. With the number of images and a "
		+ "budget you see what labelling costs, and where to start when the budget is short.";

	private final JLabel task = new JLabel(" "), certainty = new JLabel(" "), gives = new JLabel(" ");
	private final JEditorPane text = new JEditorPane("text/html", "");
	private final JLabel decides = box(QuestionFields.DECIDES), tooDear = box(new Color(255, 215, 195));
	private final TaskPicture picture = new TaskPicture();
	private final CostBars bars = new CostBars();

	AdvicePanel() {
		super(new BorderLayout(8, 8));
		text.setEditable(false);
		text.setFocusable(false);
		text.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
		for (JLabel label : new JLabel[] { certainty, gives, decides, tooDear })
			label.setFont(label.getFont().deriveFont(Font.PLAIN));
		add(head(), BorderLayout.NORTH);
		add(new Reasons(text), BorderLayout.CENTER);
		JPanel cost = new JPanel(new BorderLayout(0, 2));
		JLabel title = new JLabel("What labels cost, task by task: US dollars and working hours");
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		cost.add(title, BorderLayout.NORTH);
		cost.add(bars, BorderLayout.CENTER);
		add(cost, BorderLayout.SOUTH);
	}

	private JPanel head() {
		task.setFont(task.getFont().deriveFont(Font.BOLD, task.getFont().getSize2D() * LARGE));
		JPanel words = new JPanel();
		words.setLayout(new BoxLayout(words, BoxLayout.Y_AXIS));
		for (JLabel label : new JLabel[] { task, certainty, gives, decides, tooDear }) {
			label.setAlignmentX(LEFT_ALIGNMENT);
			words.add(label);
			words.add(Box.createVerticalStrut(6));
		}
		JPanel head = new JPanel(new BorderLayout(10, 0));
		head.add(picture, BorderLayout.WEST);
		head.add(words, BorderLayout.CENTER);
		return head;
	}

	/** Some lines high; the text is as wide as there is room. */
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
		label.setBorder(BorderFactory.createCompoundBorder(BorderFactory.createLineBorder(colour.darker()), BorderFactory
			.createEmptyBorder(4, 6, 4, 6)));
		label.setVisible(false);
		return label;
	}

	void show(TaskAdvice all) {
		Advice advice = all.advice();
		boolean asked = !all.options().question().isBlank() || !all.keys().isEmpty();
		task.setText(wrapped(asked ? TaskAdvice.name(advice.task()) : "Write your question on the left"));
		TaskChoice pictured = asked ? advice.task() : TaskChoice.NONE;
		certainty.setText(asked ? wrapped(all.certaintyInWords()) : " ");
		gives.setText(asked ? wrapped(TaskPicture.words(pictured)) : "The advice changes while you type.");
		picture.show(pictured);
		decides.setVisible(advice.missing().isPresent());
		advice.missing().ifPresent(f -> decides.setText("<html><b>One more answer decides:</b> " + escaped(f.question())
			+ " <i>(yellow, on the left)</i></html>"));
		boolean dear = advice.affordable() == Affordable.NO && advice.route().start() != advice.task();
		tooDear.setVisible(dear);
		if (dear) tooDear.setText("<html><b>Your budget is too small for this.</b> Start with " + CostBars.name(advice.route()
			.start()) + ", and go on to " + CostBars.name(advice.task()) + " when that is not enough.</html>");
		text.setText("<html><body>" + (asked ? why(all) : EXAMPLES) + "</body></html>");
		text.setCaretPosition(0);
		bars.show(all);
	}

	/** Says what is wrong with a field; the last advice stays beside it. */
	void say(String problem) {
		decides.setVisible(true);
		decides.setText("<html><b>Please mend:</b> " + escaped(problem) + "</html>");
	}

	private static String why(TaskAdvice all) {
		Advice advice = all.advice();
		StringBuilder html = new StringBuilder("<b>Why.</b> ").append(quoted(escaped(advice.reason()), all));
		if (advice.route().start() != advice.task()) html.append("<p><b>Start with</b> ").append(escaped(CostBars.name(advice
			.route().start()))).append(".</p>");
		for (TaskChoice next : advice.route().escalation())
			html.append("<p><b>Later, ").append(escaped(CostBars.name(next))).append(".</b> ").append(escaped(advice.trigger(next)
				.text()));
		if (!all.command().line().isEmpty()) html.append("<p><b>Command.</b> <tt>").append(escaped(all.command().line())).append(
			"</tt><br>").append(escaped(all.command().why()));
		advice.texts("contrast").forEach(t -> html.append("<p><b>Beware.</b> ").append(escaped(t.text())));
		if (!advice.metric().isEmpty()) html.append("<p><b>Measure success by</b> ").append(escaped(advice.metric()));
		return html.toString();
	}

	/** The user's own words stand out in the colour that they have in the question. */
	private static String quoted(String reason, TaskAdvice all) {
		String marked = reason;
		for (QuotedCue cue : all.reading().cues()) {
			String words = "&quot;" + escaped(cue.words()) + "&quot;";
			marked = marked.replace(words, "<span style=\"background-color:#cde6ff\"><b>" + words + "</b></span>");
		}
		return marked;
	}

	private static String wrapped(String words) {
		return "<html>" + escaped(words) + "</html>";
	}
}
