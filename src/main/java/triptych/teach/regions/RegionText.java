package triptych.teach.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import triptych.core.Numbers;
import triptych.core.Plural;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve.Point;

/** What is told of a taught model of regions: how well it does, and what more would bring. */
final class RegionText {

	private final PixelExamples pixels;
	private final List<String> classes, lines = new ArrayList<>();

	RegionText(PixelExamples pixels) {
		this.pixels = pixels;
		classes = pixels.examples().classes();
		int[] counts = pixels.examples().perClass();
		List<String> each = new ArrayList<>();
		for (int c = 0; c < counts.length; c++)
			each.add(counts[c] + " " + classes.get(c));
		lines.add(Plural.of(pixels.scribbles(), "scribble or area", "scribbles and areas") + " on "
			+ Plural.of(pixels.images(), "image") + " with " + pixels.marked()
			+ " pixels, of which these were learnt from: " + String.join(", ", each) + "; "
			+ Plural.of(pixels.channels(), "channel") + ".");
	}

	List<String> lines() {
		return lines;
	}

	void noValidation() {
		lines.add("A class is marked in one small place only and cannot be tried on another one, so"
			+ " nothing is known about how good the model is; mark at least two of each, better on"
			+ " several images.");
	}

	/** @param without the balanced accuracy of filters alone, NaN where that was not asked */
	void features(boolean network, int filters, double without, double with) {
		String known = Double.isNaN(without) ? ""
			: text("; balanced accuracy %.3f without the network, %.3f with it", without, with);
		String inner = network ? " and the inner maps of the network " + NetworkMaps.NAME : "";
		lines.add(filters + " filters" + inner + known + ".");
	}

	void add(CrossValidation made) {
		String interval = Double.isNaN(made.balanced().low()) ? ""
			: text(" (95 %% interval %.3f to %.3f)", made.balanced().low(), made.balanced().high());
		String how = switch (pixels.unit()) {
			case IMAGE -> "no image was on both sides";
			case SCRIBBLE -> "whole scribbles were left out, since a class is marked on one image only;"
				+ " on other images it may be less";
			case PART -> "parts of scribbles were left out, since a class has one only; elsewhere it may"
				+ " be much less";
		};
		lines.add(text("Balanced accuracy by cross-validation %.3f", made.balanced().value())
			+ interval + "; " + how + ".");
		double[] iou = iou(made.counts());
		for (int c = 0; c < classes.size(); c++)
			lines.add(row(made.counts()[c], c, iou[c]));
		lines.add(text("Mean IoU %.3f, were all classes equally frequent.",
			Arrays.stream(iou).average().orElse(Double.NaN)));
	}

	/** Of each class, all classes being equally frequent. */
	private static double[] iou(int[][] counts) {
		int n = counts.length;
		double[] iou = new double[n], taken = new double[n];
		for (int[] row : counts)
			for (int k = 0; k < n; k++)
				taken[k] += share(row, k);
		for (int c = 0; c < n; c++)
			iou[c] = share(counts[c], c) / (1 + taken[c] - share(counts[c], c));
		return iou;
	}

	private static double share(int[] row, int k) {
		return row[k] / (double) Arrays.stream(row).sum();
	}

	private String row(int[] counts, int own, double iou) {
		List<String> wrong = new ArrayList<>();
		for (int k = 0; k < counts.length; k++)
			if (k != own && counts[k] > 0)
				wrong.add(text("%.1f %% for ", 100 * share(counts, k)) + classes.get(k));
		String taken = wrong.isEmpty() ? "" : "; taken " + String.join(", ", wrong);
		return classes.get(own) + text(": %.1f %% of the pixels right, IoU %.3f",
			100 * share(counts, own), iou) + taken + ".";
	}

	/** @param goal a balanced accuracy */
	void add(List<Point> curve, CrossValidation made, double goal) {
		String units = pixels.unit().several();
		if (curve.size() > 1) lines.add("Learning curve, " + units + " of each class: " + curve.stream()
			.map(p -> text("%d: %.3f", p.perClass(), p.accuracy()))
			.collect(Collectors.joining(", ")) + ".");
		if (made.balanced().value() >= goal) {
			double low = made.balanced().low();
			lines.add(low >= goal ? text("For %s these should be enough.", Numbers.rounded(goal))
				: text("That is above %s, but so few %s leave room for %.3f; more of them would show it.",
					Numbers.rounded(goal), units, low));
			return;
		}
		String weakest = weakest(made.counts());
		int there = Arrays.stream(pixels.unitsPerClass()).min().orElse(0);
		OptionalInt needed = OptionalInt.empty();
		if (Forecast.isPossible(curve)) {
			Forecast forecast = Forecast.of(curve, Arrays.stream(pixels.unitsPerClass()).sum());
			Forecast.Range range = forecast.at(2 * there);
			lines.add(text("At %s of each class expect %.3f to %.3f.", pixels.unit().of(2 * there),
				range.low(), range.high()));
			needed = forecast.needed(goal);
		}
		int more = Math.max(1, needed.orElse(there + 1) - there);
		String aim = text("For %s ", Numbers.rounded(goal));
		lines.add(needed.isPresent()
			? aim + "mark about " + pixels.unit().of(more) + " more of each class, first where "
				+ weakest + " is taken for something else."
			: aim + "mark more on further images, first where " + weakest
				+ " is taken for something else; it cannot be told yet how many it needs.");
	}

	private String weakest(int[][] counts) {
		int weakest = 0;
		for (int c = 1; c < counts.length; c++)
			if (share(counts[c], c) < share(counts[weakest], weakest)) weakest = c;
		return classes.get(weakest);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}
}
