package triptych.plugin;

import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import ij.Prefs;
import triptych.core.ClassScore;

/**
 * What the preview says beside the image: how many objects of which class, above a histogram of all
 * candidates' scores with the limit on it; or a bar for each of the best classes.
 */
public final class PreviewPanel extends Canvas {

	private static final long serialVersionUID = 1L;

	private static final int WIDTH = 520, HEIGHT = 80, BINS = 50;
	private static final Color KEPT = new Color(0x00, 0x72, 0xb2);
	private static final Color LEFT_OUT = new Color(0xbb, 0xbb, 0xbb);

	private transient String head = "";
	private transient double[] scores = {};
	private transient double limit = Double.NaN;
	private transient List<ClassScore> bars = List.of();

	@Override
	public Dimension getPreferredSize() {
		double scale = Math.max(1, Prefs.getGuiScale());
		return new Dimension((int) (WIDTH * scale), (int) (HEIGHT * scale));
	}

	void say(String sentence) {
		head = sentence;
		scores = new double[0];
		bars = List.of();
		repaint();
	}

	/**
	 * @param merged how many of them probably are several
	 * @param limit the threshold on the scores, NaN where there is none
	 */
	void objects(Map<String, Integer> counts, int merged, double[] all, double limit) {
		int n = counts.values().stream()
			.mapToInt(i -> i)
			.sum();
		head = n == 1 ? "1 object" : n + " objects";
		if (merged > 0) head += ", " + merged + " probably merged";
		if (counts.size() > 1) {
			head += counts.entrySet().stream()
				.map(e -> e.getValue() + " " + e.getKey())
				.collect(Collectors.joining(", ", ": ", ""));
		}
		scores = all;
		this.limit = limit;
		bars = List.of();
		repaint();
	}

	/** @param shares of the plane's pixels, by class */
	void regions(Map<String, Double> shares) {
		String all = shares.entrySet().stream()
			.map(e -> String.format(Locale.ROOT, "%s %.1f %%", e.getKey(), 100 * e.getValue()))
			.collect(Collectors.joining(", "));
		say(all.isEmpty() ? "no region" : all);
	}

	void classes(List<ClassScore> best) {
		head = "";
		scores = new double[0];
		bars = best;
		repaint();
	}

	@Override
	public void paint(Graphics g) {
		((Graphics2D) g).setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		FontMetrics metrics = g.getFontMetrics();
		g.setColor(getForeground());
		g.drawString(fitting(head, metrics), 2, metrics.getAscent() + 2);
		if (scores.length > 0) histogram(g, metrics);
		for (int i = 0; i < bars.size(); i++)
			bar(g, metrics, bars.get(i), 2 + i * (getHeight() - 4) / Math.max(5, bars.size()));
	}

	private String fitting(String text, FontMetrics metrics) {
		String shown = text;
		while (metrics.stringWidth(shown) > getWidth() - 8 && shown.length() > 4)
			shown = shown.substring(0, shown.length() - 4) + "...";
		return shown;
	}

	private void histogram(Graphics g, FontMetrics metrics) {
		int[] bins = new int[BINS];
		for (double s : scores)
			bins[Math.max(0, Math.min(BINS - 1, (int) (s * BINS)))]++;
		int most = 1, left = 8;
		int base = getHeight() - metrics.getHeight() - 2, room = base - metrics.getHeight() - 8;
		for (int bin : bins)
			most = Math.max(most, bin);
		double step = (getWidth() - 2.0 * left) / BINS;
		for (int i = 0; i < BINS; i++) {
			// A square root lets the few good ones be seen beside the many weak ones.
			int root = (int) Math.round(room * Math.sqrt((double) bins[i] / most));
			int tall = bins[i] == 0 ? 0 : Math.max(2, root);
			g.setColor(!((i + 0.5) / BINS < limit) ? KEPT : LEFT_OUT);
			g.fillRect(left + (int) (i * step), base - tall, Math.max(1, (int) step - 1), tall);
		}
		g.setColor(getForeground());
		g.drawLine(left, base, getWidth() - left, base);
		g.drawString("score 0", left, base + metrics.getAscent() + 1);
		g.drawString("1", getWidth() - left - metrics.stringWidth("1"), base + metrics.getAscent() + 1);
		if (Double.isNaN(limit)) return;
		int at = left + (int) (limit * BINS * step);
		g.drawLine(at, base - room - 4, at, base + 4);
		if (limit == 0) return;
		String text = String.format(Locale.ROOT, "%.2f", limit);
		int first = left + metrics.stringWidth("score 0 ");
		int last = getWidth() - left - metrics.stringWidth(text + " 1");
		int x = Math.max(first, Math.min(at - metrics.stringWidth(text) / 2, last));
		g.drawString(text, x, base + metrics.getAscent() + 1);
	}

	private void bar(Graphics g, FontMetrics metrics, ClassScore score, int y) {
		int left = getWidth() / 2, room = getWidth() - left - 50;
		g.setColor(KEPT);
		int length = (int) (room * Math.max(0, Math.min(1, score.score())));
		g.fillRect(left, y + 2, Math.max(1, length), metrics.getHeight() - 4);
		g.setColor(getForeground());
		String name = score.className();
		while (metrics.stringWidth(name) > left - 10 && name.length() > 4)
			name = name.substring(0, name.length() - 4) + "...";
		g.drawString(name, left - 6 - metrics.stringWidth(name), y + metrics.getAscent());
		g.drawString(String.format(Locale.ROOT, "%.2f", score.score()), getWidth() - 42,
			y + metrics.getAscent());
	}
}
