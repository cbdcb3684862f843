package triptych.plugin.teach;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Optional;

import javax.swing.JComponent;

import triptych.core.Numbers;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve;

/**
 * The learning curve: balanced accuracy by the examples of each class, with standard errors, and
 * the range that is expected of up to four times as many.
 */
final class CurvePlot extends JComponent {

	private static final long serialVersionUID = 1L;
	private static final Color POINTS = new Color(0x00, 0x72, 0xB2),
		RANGE = new Color(0xE6, 0x9F, 0x00, 90), GRID = new Color(0xDD, 0xDD, 0xDD);
	private static final int FURTHER = 4, STEPS = 24;

	private transient List<LearningCurve.Point> curve = List.of();
	private transient Optional<Forecast> forecast = Optional.empty();

	CurvePlot() {
		setPreferredSize(new Dimension(380, 120));
		setToolTipText("Balanced accuracy on images that the model has not seen, by examples of each"
			+ " class; the band is what is expected of more examples");
	}

	void show(List<LearningCurve.Point> points, Optional<Forecast> range) {
		curve = points;
		forecast = range;
		repaint();
	}

	@Override
	protected void paintComponent(Graphics graphics) {
		Graphics2D g = (Graphics2D) graphics;
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		FontMetrics text = g.getFontMetrics();
		g.setColor(getForeground());
		if (curve.isEmpty()) {
			g.drawString("The learning curve needs 4 examples of each class.", 4, getHeight() / 2);
			return;
		}
		new Drawing(g, text).draw();
	}

	/** One picture of the curve in the size that the window gives it. */
	private final class Drawing {

		private final Graphics2D g;
		private final FontMetrics text;
		private final int left, right, top, bottom;
		private final double first, last, least;

		Drawing(Graphics2D g, FontMetrics text) {
			this.g = g;
			this.text = text;
			left = text.stringWidth("0.00") + 10;
			right = getWidth() - 14;
			top = text.getAscent();
			bottom = getHeight() - 2 * text.getHeight();
			first = curve.get(0).perClass();
			last = curve.get(curve.size() - 1).perClass() * (forecast.isPresent() ? FURTHER : 1.1);
			double low = curve.stream().mapToDouble(p -> p.accuracy() - p.error()).min().orElse(0);
			least = Math.max(0, Math.floor(Math.min(0.9, low) * 10) / 10);
		}

		private int x(double n) {
			return (int) (left + Math.log(n / first) / Math.log(last / first) * (right - left));
		}

		private int y(double accuracy) {
			double share = (Math.max(least, Math.min(1, accuracy)) - least) / (1 - least);
			return (int) (bottom - share * (bottom - top));
		}

		void draw() {
			for (double v = least; v < 1.001; v += (1 - least) / 2) {
				g.setColor(GRID);
				g.drawLine(left, y(v), right, y(v));
				g.setColor(getForeground());
				g.drawString(Numbers.fixed(v, 2), 2, y(v) + text.getAscent() / 2 - 1);
			}
			forecast.ifPresent(this::band);
			points();
			String axis = "examples of each class";
			g.drawString(axis, (left + right - text.stringWidth(axis)) / 2, getHeight() - 3);
		}

		private void band(Forecast range) {
			Polygon band = new Polygon();
			double from = curve.get(curve.size() - 1).perClass();
			for (int k = 0; k <= STEPS; k++) {
				double n = from * Math.pow(FURTHER, k / (double) STEPS);
				band.addPoint(x(n), y(range.at((int) Math.round(n)).high()));
			}
			for (int k = STEPS; k >= 0; k--) {
				double n = from * Math.pow(FURTHER, k / (double) STEPS);
				band.addPoint(x(n), y(range.at((int) Math.round(n)).low()));
			}
			g.setColor(RANGE);
			g.fill(band);
			g.setColor(getForeground());
			label((int) (from * FURTHER));
		}

		private void points() {
			g.setColor(POINTS);
			g.setStroke(new BasicStroke(2));
			for (int k = 0; k < curve.size(); k++) {
				LearningCurve.Point p = curve.get(k);
				int x = x(p.perClass()), y = y(p.accuracy());
				g.fillOval(x - 3, y - 3, 7, 7);
				g.drawLine(x, y(p.accuracy() - p.error()), x, y(p.accuracy() + p.error()));
				if (k > 0) g.drawLine(x(curve.get(k - 1).perClass()), y(curve.get(k - 1).accuracy()), x, y);
			}
			g.setColor(getForeground());
			label(curve.get(0).perClass());
			label(curve.get(curve.size() - 1).perClass());
		}

		private void label(int n) {
			String number = String.valueOf(n);
			int x = Math.min(right, x(n)) - text.stringWidth(number) / 2;
			g.drawString(number, x, bottom + text.getHeight());
		}
	}
}
