package triptych.evaluation.report;

import java.awt.Color;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Plot;
import triptych.evaluation.EvaluationResult;
import triptych.evaluation.report.Chart.Series;

/** The plots of the report as ImageJ plots, whose Data button gives the numbers. */
public final class PlotImages {

	private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00),
		new Color(0x009E73), new Color(0xCC79A7), new Color(0x56B4E9), new Color(0xE69F00),
		Color.BLACK, Color.GRAY);

	private PlotImages() {}

	public static List<ImagePlus> of(EvaluationResult result) {
		return Charts.of(result.outcome()).stream().map(PlotImages::plot).toList();
	}

	private static ImagePlus plot(Chart chart) {
		Plot plot = new Plot("evaluation: " + chart.title(), chart.x(), chart.y());
		// The higher bars first, so that those in front of them are seen.
		for (int i = chart.series().size() - 1; i >= 0; i--) {
			Series s = chart.series().get(i);
			plot.setColor(COLOURS.get(i % COLOURS.size()), COLOURS.get(i % COLOURS.size()));
			plot.setLineWidth(2);
			plot.add(shape(s), s.x(), s.y());
			plot.setLabel(-1, s.name());
		}
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.setLimits(0, chart.xTo(), 0, chart.yTo());
		if (chart.series().stream().anyMatch(s -> !s.name().isEmpty())) plot.addLegend(null);
		return plot.getImagePlus();
	}

	private static String shape(Series s) {
		return switch (s.kind()) {
			case POINTS -> "circle";
			case BARS -> "separated bars";
			case LINE, DASHED -> "line";
		};
	}
}
