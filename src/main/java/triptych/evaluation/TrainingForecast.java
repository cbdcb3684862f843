package triptych.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;
import triptych.evaluation.compare.Outcome;
import triptych.metrics.Figure;
import triptych.metrics.Interval;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.LearningCurve.Point;

/**
 * What training on more images would bring, by the figures of models that were trained on fewer
 * ones ({@link Forecast}).
 *
 * @param needed images in all for the target, NaN where none is given or none is within reach
 * @param low what to expect of the headline with twice the images
 * @param high the same; NaN where too few sizes are known
 */
public record TrainingForecast(double needed, double low, double high, String sentence) {

	/** Nothing is promised of more than so many times the images. */
	private static final int FURTHEST = 10;

	private static final double Z = 1.96;

	/** @param value NaN for the model that is evaluated now */
	private record Size(int images, double value) {}

	/**
	 * What the key training says; its mistakes are told before anything is read.
	 *
	 * @throws TriptychException with a sentence
	 */
	private static List<Size> sizes(String training) {
		List<Size> sizes = new ArrayList<>();
		for (String entry : training.split(",")) {
			String[] parts = entry.strip().split(":");
			try {
				double value = parts.length == 2 ? Double.parseDouble(parts[1]) : Double.NaN;
				boolean fits = parts.length < 3 && !(value < 0) && !(value > 1);
				int images = Integer.parseInt(parts[0].strip());
				if (!fits || images < 1) throw wrong(training);
				sizes.add(new Size(images, value));
			}
			catch (NumberFormatException e) {
				throw wrong(training);
			}
		}
		sizes.sort(Comparator.comparingInt(Size::images));
		long now = sizes.stream().filter(s -> Double.isNaN(s.value())).count();
		long different = sizes.stream().mapToInt(Size::images).distinct().count();
		if (now != 1 || different < sizes.size()) throw wrong(training);
		return sizes;
	}

	private static TriptychException wrong(String training) {
		return new TriptychException("The key training has the value \"" + training + "\"; it must be"
			+ " numbers of images with the headline that a model trained on them reached, from 0 to 1,"
			+ " and the number of the model that is evaluated now, each once, such as"
			+ " 25:0.61,50:0.70,100.");
	}

	static void check(String training) {
		if (!training.isEmpty()) sizes(training);
	}

	/** @param headline its interval, null where there is none */
	static TrainingForecast of(String training, Outcome outcome, Interval headline,
		OptionalDouble target)
	{
		List<Size> sizes = sizes(training);
		double value = outcome.value(outcome.headline());
		boolean known = headline != null && !Double.isNaN(headline.low());
		double error = known ? (headline.high() - headline.low()) / 2 / Z : 0;
		List<Point> curve = new ArrayList<>();
		int images = 0;
		for (Size size : sizes) {
			boolean now = Double.isNaN(size.value());
			if (now) images = size.images();
			curve.add(new Point(size.images(), now ? value : size.value(), error));
		}
		if (Double.isNaN(value)) return none("There is no " + outcome.headline()
			+ ", so nothing can be said of more training.");
		if (!Forecast.isPossible(curve)) return none("What more training images would bring can be said"
			+ " from three sizes on: train on a half and a quarter of the images too.");
		Forecast forecast = Forecast.of(curve, Math.max(1, outcome.images()));
		Forecast.Range range = forecast.at(2 * images);
		String expected = String.format(Locale.ROOT, "Trained on %s; of %d expect %s %.3f to %.3f.",
			Plural.of(images, "image"), 2 * images, outcome.headline(), range.low(), range.high());
		if (target.isEmpty()) return new TrainingForecast(Double.NaN, range.low(), range.high(),
			expected);
		return toTarget(forecast, images, target.getAsDouble(), range, expected, value);
	}

	private static TrainingForecast toTarget(Forecast forecast, int images, double target,
		Forecast.Range range, String expected, double value)
	{
		OptionalInt found = forecast.needed(target, FURTHEST * images);
		double needed = found.isPresent() ? found.getAsInt() : Double.NaN;
		String more;
		if (found.isEmpty()) more = " The target " + target + " is out of reach of " + FURTHEST
			+ " times the images: more of them alone may not be enough.";
		else if (found.getAsInt() > images) more = " The target " + target + " needs about "
			+ found.getAsInt() + " in all, so label about " + (found.getAsInt() - images) + " more.";
		else if (value >= target) more = " The target " + target + " is reached.";
		else more = " By its curve the target " + target + " should be reached by now.";
		return new TrainingForecast(needed, range.low(), range.high(), expected + more);
	}

	private static TrainingForecast none(String sentence) {
		return new TrainingForecast(Double.NaN, Double.NaN, Double.NaN, sentence);
	}

	/** The table with what is expected of all classes together. */
	Table with(Table table) {
		List<Column> columns = new ArrayList<>(table.heads());
		columns.add(new Column("ImagesNeeded", Quantity.COUNT,
			"how many training images in all the target needs, by the learning curve"));
		columns.add(new Column("ExpectedLow", Quantity.NUMBER,
			"least that is expected of the headline with twice the training images"));
		columns.add(new Column("ExpectedHigh", Quantity.NUMBER,
			"most that is expected of the headline with twice the training images"));
		List<List<Object>> rows = new ArrayList<>();
		for (List<Object> row : table.rows()) {
			boolean all = Figure.ALL.equals(row.get(0));
			List<Object> longer = new ArrayList<>(row);
			longer.addAll(all ? List.of(needed, low, high)
				: List.of(Double.NaN, Double.NaN, Double.NaN));
			rows.add(longer);
		}
		return new Table(columns, rows, table.unit());
	}

	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("imagesNeeded", FigureText.orNull(needed));
		json.put("expectedLow", FigureText.orNull(low));
		json.put("expectedHigh", FigureText.orNull(high));
		json.put("sentence", sentence);
		return json;
	}
}
