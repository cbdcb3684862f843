package triptych.evaluation.report;

import java.util.List;
import java.util.Locale;

import triptych.advice.Html;
import triptych.core.Numbers;
import triptych.evaluation.report.Chart.Kind;
import triptych.evaluation.report.Chart.Series;

/** A chart as inline SVG. */
final class ChartSvg {

	/** Okabe and Ito's colours, which the colour-blind tell apart; without their yellow on white. */
	private static final List<String> COLOURS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7",
		"#56B4E9", "#E69F00", "#000000", "#7F7F7F");

	private static final int LEFT = 56, TOP = 12, SIZE = 250, BOTTOM = 44, TICKS = 5, ROW = 16;

	private final Chart chart;
	private final StringBuilder svg = new StringBuilder();

	private ChartSvg(Chart chart) {
		this.chart = chart;
	}

	static String of(Chart chart) {
		return new ChartSvg(chart).draw();
	}

	private String draw() {
		List<Series> named = chart.series().stream().filter(s -> !s.name().isEmpty()).toList();
		int width = LEFT + SIZE + 16, height = TOP + SIZE + BOTTOM + ROW * named.size();
		svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
			.append(width + " " + height)
			.append("\" width=\"" + width + "\" height=\"" + height + "\"><title>")
			.append(Html.escaped(chart.title()))
			.append("</title>\n");
		axes();
		for (int i = 0; i < chart.series().size(); i++) series(chart.series().get(i), colour(i));
		legend();
		return svg.append("</svg>\n").toString();
	}

	private static String colour(int i) {
		return COLOURS.get(i % COLOURS.size());
	}

	private double x(double value) {
		return LEFT + SIZE * value / chart.xTo();
	}

	private double y(double value) {
		return TOP + SIZE * (1 - value / chart.yTo());
	}

	private static String n(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private void axes() {
		svg.append("<rect x=\"" + LEFT + "\" y=\"" + TOP + "\" width=\"" + SIZE + "\" height=\"" + SIZE
			+ "\" fill=\"none\" stroke=\"#444\"/>\n");
		for (int t = 0; t <= TICKS; t++) {
			double part = t / (double) TICKS, atX = x(part * chart.xTo()), atY = y(part * chart.yTo());
			line(atX, TOP, atX, TOP + SIZE, "#ddd", "");
			line(LEFT, atY, LEFT + SIZE, atY, "#ddd", "");
			text(atX, TOP + SIZE + 15, "middle", Numbers.rounded(part * chart.xTo()), 11);
			text(LEFT - 6, atY + 4, "end", Numbers.rounded(part * chart.yTo()), 11);
		}
		text(LEFT + SIZE / 2.0, TOP + SIZE + 34, "middle", chart.x(), 12);
		int middle = TOP + SIZE / 2;
		svg.append("<g transform=\"rotate(-90 14 " + middle + ")\">");
		text(14, middle, "middle", chart.y(), 12);
		svg.append("</g>\n");
	}

	private void series(Series s, String colour) {
		switch (s.kind()) {
			case POINTS -> {
				for (int i = 0; i < s.x().length; i++)
					svg.append("<circle cx=\"" + n(x(s.x()[i])) + "\" cy=\"" + n(y(s.y()[i]))
						+ "\" r=\"3.5\" fill=\"" + colour + "\" fill-opacity=\"0.75\"/>");
			}
			case BARS -> bars(s, colour);
			default -> {
				StringBuilder points = new StringBuilder();
				for (int i = 0; i < s.x().length; i++)
					if (Double.isFinite(s.y()[i])) points.append(n(x(s.x()[i])) + "," + n(y(s.y()[i])) + " ");
				String dashes = s.kind() == Kind.DASHED ? " stroke-dasharray=\"5 4\"" : "";
				svg.append("<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"" + dashes
					+ " points=\"" + points.toString().strip() + "\"/>");
			}
		}
		svg.append('\n');
	}

	private void bars(Series s, String colour) {
		double wide = SIZE / (double) s.x().length - 1;
		for (int i = 0; i < s.x().length; i++) {
			double bottom = s.bottom() == null ? 0 : s.bottom()[i];
			if (s.y()[i] <= bottom) continue;
			svg.append("<rect x=\"" + n(x(s.x()[i]) - wide / 2) + "\" y=\"" + n(y(s.y()[i]))
				+ "\" width=\"" + n(wide) + "\" height=\"" + n(y(bottom) - y(s.y()[i])) + "\" fill=\""
				+ colour + "\"/>");
		}
	}

	private void legend() {
		int row = 0;
		for (int i = 0; i < chart.series().size(); i++) {
			Series s = chart.series().get(i);
			if (s.name().isEmpty()) continue;
			double at = TOP + SIZE + BOTTOM + ROW * row++ + 4;
			line(LEFT, at, LEFT + 22, at, colour(i), s.kind() == Kind.DASHED ? "5 4" : "");
			text(LEFT + 28, at + 4, "start", s.name(), 12);
		}
	}

	private void line(double x1, double y1, double x2, double y2, String colour, String dashes) {
		String width = colour.equals("#ddd") ? "1" : "3";
		String dashed = dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
		svg.append("<line x1=\"" + n(x1) + "\" y1=\"" + n(y1) + "\" x2=\"" + n(x2) + "\" y2=\"" + n(y2)
			+ "\" stroke=\"" + colour + "\" stroke-width=\"" + width + "\"" + dashed + "/>");
	}

	private void text(double x, double y, String anchor, String text, int size) {
		svg.append("<text x=\"" + n(x) + "\" y=\"" + n(y) + "\" text-anchor=\"" + anchor
			+ "\" font-size=\"" + size + "\">" + Html.escaped(text) + "</text>");
	}
}
