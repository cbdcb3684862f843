package triptych.model.format;

import java.util.Arrays;
import java.util.List;

import triptych.core.TriptychException;
import triptych.model.InputSpec.Values;

/**
 * The preprocessing operators of a bioimage.io package as one: values that are stored, or brought
 * to zero mean or between percentiles, times a factor and plus an offset for each channel.
 */
final class BioimageSteps {

	private final int channels;
	private final double[] gain, offset;
	private Values values = Values.STORED;
	private double[] percentiles = {};

	private BioimageSteps(int channels) {
		this.channels = channels;
		gain = DescriptionFormat.ones(channels);
		offset = new double[channels];
	}

	/** @throws TriptychException for an operator that Triptych does not have */
	static BioimageSteps of(YamlNode operators, int channels, String model) {
		BioimageSteps steps = new BioimageSteps(channels);
		for (YamlNode operator : operators.items())
			steps.add(operator.at("id", "name").text(""), operator.at("kwargs"), model);
		return steps;
	}

	private void add(String name, YamlNode how, String model) {
		switch (name) {
			case "ensure_dtype" -> {
			}
			case "scale_linear" ->
				linear(how.at("gain").numbers(channels, 1), how.at("offset").numbers(channels, 0));
			case "fixed_zero_mean_unit_variance" -> fixed(how);
			case "zero_mean_unit_variance" -> zeroMean(how, model);
			case "scale_range" -> range(how, model);
			default -> throw new TriptychException("The package of " + model
				+ " prepares images with the operator " + name + ", which Triptych does not have; it has "
				+ String.join(", ", List.of("scale_linear", "zero_mean_unit_variance", "scale_range",
					"fixed_zero_mean_unit_variance", "ensure_dtype"))
				+ ".");
		}
	}

	private void linear(double[] by, double[] plus) {
		for (int c = 0; c < channels; c++) {
			gain[c] *= by[c];
			offset[c] = offset[c] * by[c] + plus[c];
		}
	}

	private void fixed(YamlNode how) {
		double[] mean = how.at("mean").numbers(channels, 0), std = how.at("std").numbers(channels, 1);
		for (int c = 0; c < channels; c++) {
			mean[c] = -mean[c] / std[c];
			std[c] = 1 / std[c];
		}
		linear(std, mean);
	}

	private void zeroMean(YamlNode how, String model) {
		String mode = how.at("mode").text("per_sample");
		if (mode.equals("fixed")) {
			fixed(how);
			return;
		}
		statistics(mode, "zero_mean_unit_variance", model);
		values = together(how) && channels > 1 ? Values.ZERO_MEAN_ALL : Values.ZERO_MEAN;
	}

	private void range(YamlNode how, String model) {
		statistics(how.at("mode").text("per_sample"), "scale_range", model);
		if (how.at("reference_tensor").exists())
			throw new TriptychException("The package of " + model
				+ " scales its image by another tensor, which Triptych cannot do.");
		if (together(how) && channels > 1)
			throw new TriptychException("The package of " + model
				+ " takes the percentiles of all channels together, which Triptych cannot do.");
		values = Values.STORED;
		percentiles = new double[]{ how.at("min_percentile").number(0),
			how.at("max_percentile").number(100) };
	}

	/** What was done linearly before changes nothing of values that are brought to a fixed range. */
	private void statistics(String mode, String operator, String model) {
		if (!mode.equals("per_sample"))
			throw new TriptychException("The package of " + model + " wants " + operator + " " + mode
				+ ", with numbers of its training images that it does not hold;"
				+ " Triptych has the modes fixed and per_sample.");
		Arrays.fill(gain, 1);
		Arrays.fill(offset, 0);
	}

	private static boolean together(YamlNode how) {
		YamlNode axes = how.at("axes");
		if (!axes.exists()) return true;
		if (!axes.isList()) return axes.text("").contains("c");
		return axes.items().stream().anyMatch(a -> a.text("").startsWith("c"));
	}

	Values values() {
		return values;
	}

	double[] percentiles() {
		return percentiles;
	}

	/** The input is (value - mean) / std. */
	double[] mean() {
		double[] mean = new double[channels];
		for (int c = 0; c < channels; c++)
			mean[c] = -offset[c] / gain[c];
		return mean;
	}

	double[] std() {
		double[] std = new double[channels];
		for (int c = 0; c < channels; c++)
			std[c] = 1 / gain[c];
		return std;
	}
}
