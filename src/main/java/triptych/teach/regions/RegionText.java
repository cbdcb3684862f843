package triptych.teach.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import triptych.core.Plural;
import triptych.teach.AccuracyText;
import triptych.teach.learn.CrossValidation;
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
		lines.add(text(made).balanced(switch (pixels.unit()) {
			case IMAGE -> "no image was on both sides";
			case SCRIBBLE -> "whole scribbles were left out, since a class is marked on one image only;"
				+ " on other images it may be less";
			case PART -> "parts of scribbles were left out, since a class has one only; elsewhere it may"
				+ " be much less";
		}));
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
		lines.addAll(text(made).more(curve, goal));
	}

	private AccuracyText text(CrossValidation made) {
		return new AccuracyText(made, classes, pixels.unitsPerClass(), pixels.unit().named());
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}
}
