package triptych.evaluation.report;

import java.util.List;

/**
 * A plot of curves, points or bars.
 *
 * @param note what stands below it, blank for nothing
 * @param xTo and {@code yTo}: where the axes end; they begin at 0
 */
record Chart(String title, String x, String y, double xTo, double yTo, List<Series> series,
	String note)
{

	/** How a series is drawn. */
	enum Kind {
		LINE, DASHED, POINTS, BARS
	}

	/**
	 * @param name in the legend, blank for none
	 * @param bottom for bars, where each begins; null for 0
	 */
	record Series(String name, Kind kind, double[] x, double[] y, double[] bottom) {

		Series(String name, Kind kind, double[] x, double[] y) {
			this(name, kind, x, y, null);
		}
	}
}
