package triptych.plugin.choose;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

import javax.swing.JComponent;

import triptych.advice.ChooseTaskOptions;
import triptych.advice.TaskAdvice;
import triptych.advisor.Cost;
import triptych.advisor.Range;
import triptych.advisor.need.Language;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;

/**
 * What labels for each task cost in money and hours, from the lowest to the highest price, with the
 * budget as a line.
 */
final class CostBars extends JComponent {

	private static final long serialVersionUID = 1L;
	private static final Color FITS = new Color(70, 150, 90), EXCEEDS = new Color(225, 120, 100),
		OPEN = new Color(120, 140, 175);

	/** A heading, the tasks, the scale, and a gap. */
	private static final int ROWS = 10;

	private static final Color LINES = new Color(150, 150, 150, 110);

	/** Rows that a bar is long at least, so that its scale can be read. */
	private static final int BARS = 5;

	/** Of the size of the letters, at least. */
	private static final double SMALLEST = 0.8;

	private transient List<Cost> costs = List.of();
	private transient TaskChoice chosen = TaskChoice.NONE;
	private transient OptionalDouble money = OptionalDouble.empty(), hours = OptionalDouble.empty();
	private transient Words words = Words.in(Language.EN);

	void show(TaskAdvice advice) {
		ChooseTaskOptions given = advice.options();
		costs = advice.advice().costs();
		chosen = advice.advice().vague() ? TaskChoice.NONE : advice.advice().task();
		money = given.money();
		hours = given.hours();
		words = advice.words();
		setToolTipText(words.say("window.costs.tip"));
		repaint();
	}

	private int row() {
		return getFontMetrics(getFont()).getHeight() + 2;
	}

	@Override
	public Dimension getPreferredSize() {
		int blocks = isNarrow() ? 2 : 1;
		return new Dimension(34 * row(), blocks * ROWS * row());
	}

	@Override
	public Dimension getMinimumSize() {
		return new Dimension(0, getPreferredSize().height);
	}

	/** Hours stand below dollars where both would have to be drawn too small to stand beside them. */
	private boolean isNarrow() {
		return getFont() != null && getWidth() > 0 && getWidth() < SMALLEST * wanted(2);
	}

	/** Pixels that names and so many columns take, with a little room for the bars. */
	private int wanted(int columns) {
		FontMetrics m = getFontMetrics(getFont());
		int text = Math.max(text(m, Cost::told), text(m, Cost::hours));
		int heads = Math.max(m.stringWidth(head("window.dollars", money)),
			m.stringWidth(head("window.hoursShort", hours)));
		return names() + columns * Math.max(text + (2 + BARS) * row(), heads + row());
	}

	private String head(String unit, OptionalDouble budget) {
		String head = words.say(unit);
		if (budget.isEmpty()) return head;
		return words.say("window.withBudget", head, words.language().given(budget.getAsDouble()));
	}

	private int names() {
		FontMetrics bold = getFontMetrics(getFont().deriveFont(Font.BOLD));
		return costs.stream()
			.mapToInt(c -> bold.stringWidth("> " + name(c.task()) + "  "))
			.max()
			.orElse(0);
	}

	private int text(FontMetrics m, Function<Cost, Optional<Range>> of) {
		return costs.stream()
			.mapToInt(c -> m.stringWidth(text(of.apply(c), words)))
			.max()
			.orElse(0);
	}

	@Override
	public void setBounds(int x, int y, int width, int height) {
		boolean before = isNarrow();
		super.setBounds(x, y, width, height);
		if (before != isNarrow()) revalidate();
	}

	@Override
	protected void paintComponent(Graphics graphics) {
		Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(getForeground());
		int columns = isNarrow() ? 1 : 2, width = Math.max(getWidth(), wanted(columns));
		// Rather smaller than cut off.
		g.scale((double) getWidth() / width, (double) getWidth() / width);
		int names = names(), column = (width - names) / columns, second = names;
		names(g);
		column(g, names, column, "window.dollars", money, Cost::told);
		if (isNarrow()) {
			g.translate(0, ROWS * row());
			names(g);
		}
		else second += column;
		column(g, second, column, "window.hoursShort", hours, Cost::hours);
		g.dispose();
	}

	private void names(Graphics2D g) {
		for (int i = 0; i < costs.size(); i++) {
			TaskChoice task = costs.get(i).task();
			g.setFont(getFont().deriveFont(task == chosen ? Font.BOLD : Font.PLAIN));
			String mark = task == chosen ? "> " : "   ";
			g.drawString(mark + name(task), 0, baseline(i));
		}
		g.setFont(getFont());
	}

	private int baseline(int i) {
		return (i + 2) * row() - 4;
	}

	private void column(Graphics2D g, int x, int width, String unit, OptionalDouble budget,
		Function<Cost, Optional<Range>> of)
	{
		FontMetrics m = getFontMetrics(getFont());
		g.drawString(head(unit, budget), x, row() - 4);
		double[] ends = costs.stream()
			.flatMap(c -> of.apply(c).stream())
			.flatMapToDouble(r -> DoubleStream.of(r.low(), r.high()))
			.filter(v -> v > 0)
			.toArray();
		int bars = Math.max(row(), width - text(m, of) - 2 * row());
		Scale scale = Scale.of(ends, budget, x, bars);
		if (ends.length > 0) ticks(g, scale);
		for (int i = 0; i < costs.size(); i++) {
			Optional<Range> range = of.apply(costs.get(i));
			int y = baseline(i) - m.getAscent() + 2, h = m.getAscent() - 2;
			range.ifPresent(r -> bar(g, scale, r, budget, y, h));
			g.setColor(getForeground());
			g.drawString(text(range, words), x + bars + row() / 2, baseline(i));
		}
		if (budget.isPresent() && ends.length > 0) {
			int at = scale.at(budget.getAsDouble());
			g.fillRect(at - 1, row(), 2, costs.size() * row());
		}
	}

	/** Powers of ten below the bars, as many of them as there is room for. */
	private void ticks(Graphics2D g, Scale scale) {
		FontMetrics m = getFontMetrics(getFont());
		int last = scale.x();
		for (double tick : scale.ticks()) {
			String said = words.amount(tick);
			int at = scale.at(tick), from = at - m.stringWidth(said) / 2;
			g.setColor(LINES);
			g.fillRect(at, row(), 1, costs.size() * row());
			g.setColor(getForeground());
			if (from < last) continue;
			g.drawString(said, from, baseline(costs.size()));
			last = from + m.stringWidth(said + "  ");
		}
	}

	static String text(Optional<Range> range, Words words) {
		return range.map(r -> r.text(words)).orElse(words.say("window.objects.ask"));
	}

	private static void bar(Graphics2D g, Scale scale, Range r, OptionalDouble budget, int y, int h) {
		int from = scale.at(r.low()), to = Math.max(from + 3, scale.at(r.high()));
		int edge = budget.isEmpty() ? to : Math.max(from, Math.min(to, scale.at(budget.getAsDouble())));
		g.setColor(budget.isEmpty() ? OPEN : FITS);
		g.fillRect(from, y, edge - from, h);
		g.setColor(EXCEEDS);
		g.fillRect(edge, y, to - edge, h);
	}

	private String name(TaskChoice task) {
		return TaskAdvice.shortName(task, words);
	}

	/** Amounts that span powers of ten, on a logarithmic axis. */
	record Scale(double low, double high, int x, int width) {

		static Scale of(double[] ends, OptionalDouble budget, int x, int width) {
			double low = budget.orElse(Double.MAX_VALUE), high = budget.orElse(0);
			for (double end : ends) {
				low = Math.min(low, end);
				high = Math.max(high, end);
			}
			return new Scale(Math.log(Math.max(low, 1e-3)) - 0.3, Math.log(Math.max(high, 2e-3)) + 0.3, x,
				width);
		}

		/** The powers of ten that lie on it, with their double and fivefold where it is short. */
		List<Double> ticks() {
			List<Double> tens = ticks(List.of(1));
			return tens.size() > 1 ? tens : ticks(List.of(1, 2, 5));
		}

		private List<Double> ticks(List<Integer> digits) {
			List<Double> ticks = new ArrayList<>();
			for (int power = (int) Math.floor(low / Math.log(10)); power * Math.log(10) <= high; power++)
				for (int digit : digits) {
					double tick = digit * Math.pow(10, power);
					if (Math.log(tick) >= low && Math.log(tick) <= high) ticks.add(tick);
				}
			return ticks;
		}

		int at(double value) {
			double share = (Math.log(Math.max(value, 1e-3)) - low) / (high - low);
			return x + (int) Math.round(Math.max(0, Math.min(1, share)) * width);
		}
	}
}
