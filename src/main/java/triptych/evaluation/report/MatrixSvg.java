package triptych.evaluation.report;

import java.util.List;
import java.util.Locale;

import triptych.advice.Html;

/** A confusion matrix as inline SVG: a row a true class, a column a predicted one. */
final class MatrixSvg {

	private static final int CELL = 54, HEAD = 110, MOST_LETTERS = 14;

	/** More rows do not fit a page. */
	static final int MOST = 15;

	private MatrixSvg() {}

	/** @param counts a last column of what was given no class is left out where it is empty */
	static String of(List<String> classes, long[][] counts) {
		int n = classes.size(), columns = n;
		for (long[] row : counts) if (row.length > n && row[n] > 0) columns = n + 1;
		int width = HEAD + CELL * columns + 10, height = HEAD + CELL * n + 10;
		StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
			+ " viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height
			+ "\"><title>Confusion matrix</title>\n");
		text(svg, HEAD + CELL * columns / 2.0, 14, "middle", "predicted", "");
		text(svg, 8, HEAD - 8, "start", "truth", "");
		for (int c = 0; c < columns; c++) {
			double x = HEAD + CELL * (c + 0.5);
			text(svg, x + 4, HEAD - 8, "start", c < n ? cut(classes.get(c)) : "none",
				" transform=\"rotate(-50 " + (x + 4) + " " + (HEAD - 8) + ")\"");
		}
		for (int t = 0; t < n; t++) {
			text(svg, HEAD - 6, HEAD + CELL * (t + 0.5) + 4, "end", cut(classes.get(t)), "");
			double all = 0;
			for (long count : counts[t]) all += count;
			for (int c = 0; c < columns; c++) cell(svg, t, c, counts[t][c], all);
		}
		return svg.append("</svg>\n").toString();
	}

	private static void cell(StringBuilder svg, int t, int c, long count, double all) {
		double share = all == 0 ? 0 : count / all;
		int x = HEAD + CELL * c, y = HEAD + CELL * t;
		String colour = t == c ? "#0072B2" : "#D55E00";
		svg.append("<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + CELL + "\" height=\"" + CELL
			+ "\" stroke=\"#999\" fill=\"" + colour + "\" fill-opacity=\""
			+ String.format(Locale.ROOT, "%.2f", 0.75 * share) + "\"/>");
		text(svg, x + CELL / 2.0, y + CELL / 2.0 - 1, "middle", words(count), "");
		text(svg, x + CELL / 2.0, y + CELL / 2.0 + 14, "middle",
			String.format(Locale.ROOT, "%.0f %%", 100 * share), "");
		svg.append('\n');
	}

	private static String words(long count) {
		if (count < 100_000) return String.valueOf(count);
		return String.format(Locale.ROOT, count < 10_000_000 ? "%.2fM" : "%.0fM", count / 1e6);
	}

	private static String cut(String name) {
		return name.length() > MOST_LETTERS ? name.substring(0, MOST_LETTERS - 1) + "…" : name;
	}

	private static void text(StringBuilder svg, double x, double y, String anchor, String text,
		String more)
	{
		svg.append("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor
			+ "\" font-size=\"11\"" + more + ">" + Html.escaped(text) + "</text>");
	}
}
