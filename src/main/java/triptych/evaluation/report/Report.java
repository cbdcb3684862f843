package triptych.evaluation.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import triptych.advice.Html;
import triptych.core.Numbers;
import triptych.core.Plural;
import triptych.evaluation.EvaluationResult;
import triptych.evaluation.EvaluationRun;
import triptych.evaluation.compare.Marks;
import triptych.evaluation.compare.Outcome;
import triptych.evaluation.PairReader;
import triptych.evaluation.source.Content;
import triptych.evaluation.source.Pictures;
import triptych.metrics.Figure;
import triptych.metrics.Interval;
import triptych.metrics.Metric;
import triptych.metrics.classes.ClassificationEvaluation;
import triptych.metrics.pixels.PixelEvaluation;
import triptych.options.Options;

/**
 * evaluation.html: figures with intervals, plots, the worst images, what was left out, and a
 * paragraph for the methods of a paper.
 */
public final class Report {

	/** At most this many of the images that were left out are named. */
	private static final int NAMED = 200;

	/** From here on a list of figures is set in two columns. */
	private static final int LONG = 15;

	/** Figures of each class that a printed page has room for side by side. */
	private static final int COLUMNS = 9, LETTERS = 76;

	private final EvaluationResult result;
	private final Outcome outcome;
	private final Page page = new Page("Evaluation of predictions");

	private Report(EvaluationResult result) {
		this.result = result;
		this.outcome = result.outcome();
	}

	/** The page; the worst images are read once more for it. */
	public static String html(EvaluationResult result) {
		return new Report(result).write();
	}

	private String write() {
		page.box("verdict", result.summary() + "."
			+ result.verdict().map(v -> " Verdict: " + v.text()).orElse(""));
		result.training().ifPresent(t -> page.paragraph(t.sentence()));
		page.paragraph("Truth: " + result.evaluated().truth().text() + ". Predictions: "
			+ result.evaluated().predictions().get(0).text() + ". Compared as "
			+ outcome.task().key() + ", " + Plural.of(outcome.classes().size(), "class", "classes")
			+ ".");
		result.notes().forEach(n -> page.box("warning", n));
		if (!result.unmatched().isEmpty()) page.box("warning", Plural.of(result.unmatched().size(),
			"image or plane was", "images or planes were") + " left out; see below.");
		figures();
		classes();
		differences();
		thresholds();
		plots();
		worst();
		unmatched();
		page.heading("Methods");
		page.paragraph(Methods.of(result));
		definitions();
		page.code("Made with", Options.line(EvaluationRun.COMMAND, result.keys()));
		return page.end();
	}

	private void figures() {
		page.heading("Figures of all classes");
		List<List<String>> rows = new ArrayList<>();
		outcome.figures().get(Figure.ALL).forEach((name, f) -> rows.add(List.of(name,
			number(f), interval(result.intervals().of(Figure.ALL, name)), f.metric().unit())));
		// Two halves side by side: a page is wide, and the list is long.
		int half = rows.size() > LONG ? (rows.size() + 1) / 2 : rows.size();
		List<String> heads = List.of("", "value", "95 % interval", "");
		page.open("plots");
		page.table(heads, rows.subList(0, half));
		if (half < rows.size()) page.table(heads, rows.subList(half, rows.size()));
		page.close();
	}

	private void classes() {
		if (outcome.classes().size() < 2) return;
		page.heading("Figures of each class");
		Set<String> names = new LinkedHashSet<>();
		Map<String, Map<String, Figure>> all = outcome.figures();
		outcome.classes().forEach(c -> names.addAll(all.get(c).keySet()));
		List<String> shown = List.copyOf(names);
		int from = 0;
		while (from < shown.size()) {
			int to = fitting(shown, from);
			classes(all, shown.subList(from, to));
			from = to;
		}
	}

	/** Behind the last name that is as wide as a page with those from here on. */
	private static int fitting(List<String> names, int from) {
		int to = from, letters = 0;
		while (to < names.size() && to - from < COLUMNS && letters <= LETTERS)
			letters += names.get(to++).length();
		return letters > LETTERS && to > from + 1 ? to - 1 : to;
	}

	private void classes(Map<String, Map<String, Figure>> all, List<String> shown) {
		List<String> heads = new ArrayList<>(List.of(""));
		heads.addAll(shown);
		List<List<String>> rows = new ArrayList<>();
		for (String c : outcome.classes()) {
			List<String> row = new ArrayList<>(List.of(c));
			for (String name : shown)
				row.add(all.get(c).containsKey(name) ? number(all.get(c).get(name)) : "");
			rows.add(row);
		}
		page.table(heads, rows);
	}

	private void differences() {
		Map<String, Interval> all = result.differences().get(Figure.ALL);
		if (all == null) return;
		page.heading("Predictions minus " + result.options().compare());
		List<List<String>> rows = new ArrayList<>();
		all.forEach((name, d) -> rows.add(List.of(name, number(d.value()), interval(d),
			d.excludesZero() ? "more than chance" : "may be chance")));
		page.table(List.of("", "difference", "95 % interval", ""), rows);
	}

	private void thresholds() {
		outcome.thresholds().filter(t -> !t.keys().isEmpty()).ifPresent(t -> {
			page.heading("Thresholds");
			page.code("The best F1 on these images comes with", t.keys());
			page.box("small",
				"Chosen on these images, so expect somewhat less on others; better choose them on some"
					+ " images and evaluate on others.");
		});
	}

	private void plots() {
		List<Chart> charts = Charts.of(outcome);
		Optional<long[][]> matrix = matrix();
		if (charts.isEmpty() && matrix.isEmpty()) return;
		page.heading("Plots");
		page.open("plots");
		charts.forEach(c -> page.figure(c.title(), ChartSvg.of(c), c.note()));
		boolean fits = outcome.classes().size() <= MatrixSvg.MOST;
		if (fits) matrix.ifPresent(m -> page.figure("Confusion matrix",
			MatrixSvg.of(outcome.classes(), m), "Percent of the row."));
		page.close();
		if (!fits && matrix.isPresent()) page.paragraph("The confusion matrix of more than "
			+ MatrixSvg.MOST + " classes is not drawn.");
	}

	private Optional<long[][]> matrix() {
		Optional<long[][]> pixels = outcome.of(PixelEvaluation.class).map(PixelEvaluation::confusion);
		return pixels.isPresent() ? pixels
			: outcome.of(ClassificationEvaluation.class).map(e -> e.confusion().counts());
	}

	private void worst() {
		List<WorstImages.Worst> worst = WorstImages.of(outcome, result.evaluated());
		if (worst.isEmpty()) return;
		page.heading("The worst images");
		StringBuilder keys = new StringBuilder("<p class=\"small\">");
		for (Marks.Kind kind : Marks.Kind.values()) {
			Color c = MarkedPicture.COLOURS.get(kind);
			keys.append(String.format(Locale.ROOT,
				"<span class=\"key\" style=\"background:#%06x\"></span> %s &nbsp; ",
				c.getRGB() & 0xFFFFFF, kind.word()));
		}
		page.raw(keys.append("</p>\n").toString());
		page.open("pictures");
		Pictures pictures = result.pictures();
		for (WorstImages.Worst one : worst) {
			List<Content> both = PairReader.again(one.image());
			Marks marks = outcome.marker().of(one.image().name(), both.get(0), both.get(1));
			String picture = MarkedPicture.of(marks, pictures.of(one.image().pair().truth().last()))
				.map(src -> "<img alt=\"" + Html.escaped(one.image().name()) + "\" src=\"" + src + "\">")
				.orElse("");
			page.figure(one.image().name(), picture,
				marks.caption() + "; " + one.figure() + " " + number(one.value()));
		}
		page.close();
	}

	private void unmatched() {
		if (result.unmatched().isEmpty()) return;
		page.heading("Left out");
		page.list(result.unmatched().subList(0, Math.min(NAMED, result.unmatched().size())));
	}

	private void definitions() {
		page.heading("Definitions");
		Map<String, Metric> metrics = new LinkedHashMap<>();
		outcome.figures()
			.values()
			.forEach(all -> all.forEach((name, f) -> metrics.putIfAbsent(name, f.metric())));
		page.list(metrics.values()
			.stream()
			.map(m -> m.name() + ": " + m.definition() + " (" + m.source() + ")")
			.toList());
	}

	private static String interval(Interval i) {
		if (i == null || Double.isNaN(i.low())) return "";
		return number(i.low()) + " to " + number(i.high());
	}

	/** A count has no decimals. */
	private static String number(Figure f) {
		double value = f.value();
		boolean count = !f.metric().resampled() && value == Math.rint(value);
		return count ? Numbers.exact(value) : number(value);
	}

	private static String number(double value) {
		if (!Double.isFinite(value)) return "–";
		if (value == Math.rint(value) && Math.abs(value) > 1) return Numbers.exact(value);
		return Math.abs(value) < 10 ? String.format(Locale.ROOT, "%.3f", value)
			: Numbers.rounded(value);
	}
}
