package triptych.pipeline.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.PixelScores;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.decode.Decoder;
import triptych.decode.Thresholds;

/**
 * Test-time augmentation by flips: what a model finds on a plane and on its three mirror images,
 * joined. Scores of images and pixels are averaged; of objects see {@link MirroredObjects}. Regions
 * without scores are what most of the four say.
 */
public final class Mirrored {

	private static final int VIEWS = Mirror.values().length;

	private Mirrored() {}

	/** Limits for each view alone: an object that one of them barely misses still counts there. */
	public static Thresholds limits(Thresholds limits) {
		return limits.timesScore(0.5);
	}

	/**
	 * @param limits that what is joined must keep to
	 * @param decoder that decides on averaged score maps
	 * @param predict a plane in one mirror to what was found there, in its own pixels
	 */
	public static Prediction predict(Plane plane, Thresholds limits, Decoder decoder,
		BiFunction<Mirror, Plane, Prediction> predict)
	{
		int width = plane.width(), height = plane.height();
		List<Prediction> views = new ArrayList<>();
		for (Mirror mirror : Mirror.values())
			views.add(mirror.back(predict.apply(mirror, mirror.of(plane)), width, height));
		return joined(views, limits, decoder);
	}

	private static Prediction joined(List<Prediction> views, Thresholds limits, Decoder decoder) {
		if (views.get(0) instanceof Classification)
			return mean(views.stream().map(v -> v.as(Classification.class)).toList());
		if (views.get(0) instanceof Detections) {
			return new Detections(new MirroredObjects(limits).joined(views
				.stream()
				.map(v -> v.as(Detections.class).items())
				.toList()));
		}
		List<LabelMap> maps = views.stream().map(v -> v.as(LabelMap.class)).toList();
		List<Segment> all = maps.stream().flatMap(m -> m.segments().stream()).toList();
		boolean things = all.stream().anyMatch(Segment::thing);
		boolean stuff = all.stream().anyMatch(s -> !s.thing());
		if (!things) return regions(maps, decoder);
		LabelMap objects = new MirroredObjects(limits).joinedMaps(maps);
		LabelMap joined = stuff ? new MirroredStuff(maps).around(objects) : objects;
		return new LabelMap(joined.width(), joined.height(), joined.ids(), joined.segments(),
			meanScores(maps));
	}

	private static Classification mean(List<Classification> views) {
		Classification first = views.get(0);
		int classes = first.scores().size();
		List<ClassScore> scores = new ArrayList<>(classes);
		double[] logits = new double[classes];
		for (int k = 0; k < classes; k++) {
			double sum = 0, least = 1, most = 0;
			for (Classification view : views) {
				double score = view.scores().get(k).score();
				sum += score;
				least = Math.min(least, score);
				most = Math.max(most, score);
				logits[k] += view.logits()[k] / VIEWS;
			}
			ClassScore own = first.scores().get(k);
			scores.add(new ClassScore(own.classId(), own.className(), sum / VIEWS)
				.withDisagreement(most - least));
		}
		return new Classification(scores, logits, first.multiLabel());
	}

	private static LabelMap regions(List<LabelMap> views, Decoder decoder) {
		LabelMap first = views.get(0);
		Optional<PixelScores> mean = meanScores(views);
		LabelMap joined = mean
			.flatMap(s -> decoder.ofScores(s, first.width(), first.height()))
			.orElseGet(() -> new MirroredStuff(views).voted());
		float[] differs = differing(joined.ids(), views);
		double[] sums = new double[joined.maxId() + 1];
		int[] pixels = new int[sums.length];
		for (int i = 0; i < differs.length; i++) {
			sums[joined.ids()[i]] += differs[i];
			pixels[joined.ids()[i]]++;
		}
		List<Segment> segments = joined.segments()
			.stream()
			.map(s -> new Segment(s.id(),
				s.best().withDisagreement(sums[s.id()] / Math.max(1, pixels[s.id()])), s.thing()))
			.toList();
		Optional<PixelScores> scores = joined.scores()
			.or(() -> mean)
			.map(s -> new PixelScores(s.names(), s.maps(), s.uncertainty(), differs));
		return new LabelMap(first.width(), first.height(), joined.ids(), segments, scores);
	}

	/** For each pixel the share of the views whose class is another than the joined one. */
	private static float[] differing(int[] ids, List<LabelMap> views) {
		float[] differs = new float[ids.length];
		for (LabelMap view : views)
			for (int i = 0; i < ids.length; i++)
				if (view.ids()[i] != ids[i]) differs[i] += 1f / VIEWS;
		return differs;
	}

	/** The averaged maps; empty where the views have none. */
	private static Optional<PixelScores> meanScores(List<LabelMap> views) {
		if (views.stream().anyMatch(v -> v.scores().isEmpty())) return Optional.empty();
		PixelScores first = views.get(0).scores().orElseThrow();
		float[][] maps = new float[first.maps().length][];
		for (int k = 0; k < maps.length; k++) {
			float[] sum = new float[first.maps()[k].length];
			for (LabelMap view : views)
				add(view.scores().orElseThrow().maps()[k], sum);
			for (int i = 0; i < sum.length; i++)
				sum[i] /= VIEWS;
			maps[k] = sum;
		}
		float[] unsure = Arrays.copyOf(first.uncertainty(), first.uncertainty().length);
		return Optional.of(new PixelScores(first.names(), maps, unsure));
	}

	private static void add(float[] map, float[] sum) {
		for (int i = 0; i < sum.length; i++)
			sum[i] += map[i];
	}
}
