package triptych.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import triptych.teach.learn.Examples;
import triptych.teach.learn.Forecast;
import triptych.teach.learn.Learner;
import triptych.teach.learn.LearnerChoice;
import triptych.teach.learn.LearningCurve;

/**
 * Whether forecasts of learning curves hold at four times the examples, on six data sets that share
 * no image: blood cells of two laboratories, white blood cells, nuclei by kind of microscopy, axons
 * by animal, and patches with and without cells. Three draws each from 8 and from 15 examples of a
 * class; the truth is the accuracy on images of the other side. The argument is the folder that
 * holds the sets.
 */
public final class TeachForecasts {

	private static final int[] SIZES = { 8, 15 };
	private static final int DRAWS = 3, FURTHER = 4;

	private int inside, all;
	private double width;
	private final List<Double> errors = new ArrayList<>();

	private TeachForecasts() {}

	public static void main(String[] args) throws IOException {
		Path data = Path.of(args[0]);
		Map<String, Examples> sets = new LinkedHashMap<>();
		sets.put("bloodcells", TeachSets.of(TeachSets.boxes(data.resolve("bloodcells")), false));
		sets.put("bloodcells-aslan",
			TeachSets.of(TeachSets.boxes(data.resolve("bloodcells-aslan")), false));
		sets.put("white-cells", TeachSets.of(TeachSets.crops(data.resolve("white-cells")), false));
		sets.put("nuclei by kind",
			TeachSets.of(TeachSets.objects(data.resolve("nuclei"), "labels", row -> row[1]), true));
		sets.put("axons by animal", TeachSets.of(
			TeachSets.objects(data.resolve("axon-myelin"), "axons", row -> row[7]), false));
		sets.put("patches of cells",
			TeachSets.of(TeachSets.patches(data.resolve("confluence"), 32), false));
		TeachForecasts all = new TeachForecasts();
		sets.forEach(all::forecast);
		all.tell();
	}

	private void forecast(String name, Examples set) {
		for (int size : SIZES)
			for (int d = 0; d < DRAWS; d++) {
				TeachDraw draw = new TeachDraw(set, 7L * d + size, 2 / 3.0);
				Examples few = draw.learn(size);
				Learner learner = LearnerChoice.of(few).learner();
				Forecast.Range range = Forecast.of(LearningCurve.of(few, learner), few.count())
					.at(FURTHER * size);
				double truth = draw.right(draw.learn(FURTHER * size), learner);
				boolean holds = truth >= range.low() && truth <= range.high();
				System.out.printf(Locale.ROOT, "%s, %d to %d: %.3f to %.3f, truth %.3f%s%n", name, size,
					FURTHER * size, range.low(), range.high(), truth, holds ? "" : "  OUTSIDE");
				all++;
				if (holds) inside++;
				width += range.high() - range.low();
				errors.add(Math.abs((range.low() + range.high()) / 2 - truth));
			}
	}

	private void tell() {
		errors.sort(null);
		System.out.printf(Locale.ROOT,
			"%d of %d inside, mean width %.3f, error of the middle: median %.3f, worst %.3f%n", inside,
			all, width / all, errors.get(all / 2), errors.get(all - 1));
	}
}
