package triptych.folder;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import ij.gui.Plot;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.result.ResultFiles;

/**
 * Plots by group. Of amounts: a point for each image, a bar at the median, and from {@value #BOX}
 * images on a box from the first to the third quartile. Of shares of images: a bar up to the mean.
 * The axes tell n and the unit.
 */
final class GroupPlots {

	private static final int BOX = 5, WIDTH = 640, HEIGHT = 440;
	private static final double HALF = 0.28;

	private GroupPlots() {}

	/**
	 * @param quantities what is shown; of several, each has its own points beside the others of the
	 *          group
	 * @param axis what the values are, with their unit
	 */
	static void write(GroupTable table, List<String> quantities, String axis, Path file) {
		write(table, quantities, axis, file, false);
	}

	/** The same for shares of images in percent: a bar for each, from 0 to 100. */
	static void writeBars(GroupTable table, List<String> quantities, String axis, Path file) {
		write(table, quantities, axis, file, true);
	}

	private static void write(GroupTable table, List<String> quantities, String axis, Path file,
		boolean bars)
	{
		List<String> names = new ArrayList<>();
		List<double[]> values = new ArrayList<>();
		for (String quantity : quantities)
			for (String group : table.groups()) {
				double[] own = table.values(group, quantity);
				String of = quantities.size() > 1 ? quantity + ", " : "";
				// A comma or a brace would begin another name.
				String known = group.isEmpty() ? "no group" : group;
				String name = (of + known).replaceAll("[{}]", "_");
				names.add(name.replace(',', ';') + " (" + Plural.of(own.length, "image", "images") + ")");
				values.add(own);
			}
		Plot plot = new Plot(file.getFileName().toString(), "{" + String.join(",", names) + "}", axis);
		plot.setSize(Math.max(WIDTH, 150 * names.size()), HEIGHT);
		double highest = bars ? 100 : 0, lowest = 0;
		for (int i = 0; i < values.size(); i++) {
			double[] sorted = values.get(i).clone();
			Arrays.sort(sorted);
			if (sorted.length == 0) continue;
			lowest = Math.min(lowest, sorted[0]);
			highest = Math.max(highest, sorted[sorted.length - 1]);
			if (bars) bar(plot, i, GroupTable.mean(sorted));
			else draw(plot, i, sorted);
		}
		double margin = highest == lowest ? 1 : (highest - lowest) / 12;
		plot.setLimits(-0.6, names.size() - 0.4, lowest < 0 ? lowest - margin : 0, highest + margin);
		write(plot, file);
	}

	private static void bar(Plot plot, int at, double height) {
		plot.setColor(new Color(0x1f4e9c), new Color(0x7da3dd));
		double[] xs = { at - HALF, at - HALF, at + HALF, at + HALF, at - HALF };
		plot.add("filled", xs, new double[] { 0, height, height, 0, 0 });
		plot.setColor(Color.BLACK);
		plot.add("line", xs, new double[] { 0, height, height, 0, 0 });
	}

	private static void draw(Plot plot, int at, double[] sorted) {
		double middle = quantile(sorted, 0.5);
		plot.setLineWidth(1);
		plot.setColor(Color.GRAY);
		if (sorted.length >= BOX) {
			double low = quantile(sorted, 0.25), high = quantile(sorted, 0.75);
			plot.add("line", new double[] { at - HALF, at + HALF, at + HALF, at - HALF, at - HALF },
				new double[] { low, low, high, high, low });
		}
		plot.setColor(Color.BLACK);
		plot.setLineWidth(3);
		plot.add("line", new double[] { at - HALF, at + HALF }, new double[] { middle, middle });
		plot.setLineWidth(1);
		double[] xs = new double[sorted.length];
		// Beside each other, always in the same way, so that the same values give the same plot.
		for (int i = 0; i < xs.length; i++)
			xs[i] = at + (i % 5 - 2) * 0.07;
		plot.setColor(new Color(0x1f4e9c), new Color(0x7da3dd));
		plot.add("circle", xs, sorted);
	}

	private static double quantile(double[] sorted, double share) {
		double at = share * (sorted.length - 1);
		int below = (int) at, above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
	}

	private static void write(Plot plot, Path file) {
		Path unfinished = file.resolveSibling(file.getFileName() + ResultFiles.UNFINISHED);
		try {
			try (FileChannel channel = ResultFiles.fresh(unfinished);
				OutputStream out = Channels.newOutputStream(channel))
			{
				ImageIO.write(plot.getImagePlus().getProcessor().getBufferedImage(), "png", out);
				ResultFiles.finish(unfinished, file);
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
		}
		catch (IOException e) {
			throw new TriptychException("The plot \"" + file + "\" cannot be written: "
				+ TriptychException.why(e) + ".", e);
		}
	}
}
