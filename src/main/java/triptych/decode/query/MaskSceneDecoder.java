package triptych.decode.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.decode.OutputCheck;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;

/**
 * Scenes of MaskFormer (Cheng et al. 2021) and Mask2Former, as transformers reads them: every pixel
 * goes to the query whose class score times mask score is the highest there; a query that keeps
 * less than a share of the pixels where that product passes the cutoff goes. Queries of one class
 * of stuff are one segment. Ids are 1..n for objects, in the order of their first pixels, then one
 * for each class of stuff.
 */
final class MaskSceneDecoder implements Decoder {

	static final Parameter WEAK = Parameter.of("weak-pixels", Kind.YES_NO, "yes",
		"for scenes: whether a segment keeps pixels that it won with a mask below the cutoff; no: as"
			+ " EoMT, which looks at the mask's own scores there");

	private static final int BANDS = 8;

	private final ModelSpec model;
	private final Thresholds thresholds;
	private final double share;
	private final boolean weak;

	MaskSceneDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
		share = thresholds.share();
		weak = WEAK.yes(model.decoder(), true);
	}

	/** The pixels of each query: those it won, and those where its own mask passes the cutoff. */
	private record Areas(int[] won, int[] own) {

		Areas(int queries) {
			this(new int[queries], new int[queries]);
		}

		synchronized void add(Areas other) {
			for (int k = 0; k < won.length; k++) {
				won[k] += other.won[k];
				own[k] += other.own[k];
			}
		}
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		MaskQueries queries = new MaskQueries(outputs, model, placement);
		int[] sure = IntStream.range(0, queries.count())
			.filter(q -> !queries.isNone(q) && queries.score(q) >= thresholds.of(queries.classId(q)))
			.toArray();
		int width = placement.imageWidth(), height = placement.imageHeight();
		int[] winners = new int[width * height];
		Areas areas = new Areas(sure.length);
		MaskSize.Rows[] scores = IntStream.of(sure)
			.parallel()
			.mapToObj(queries.masks()::scores)
			.toArray(MaskSize.Rows[]::new);
		double[] weights = IntStream.of(sure).mapToDouble(queries::score).toArray();
		if (sure.length > 0) IntStream.range(0, BANDS).parallel().forEach(band -> {
			int from = (int) ((long) height * band / BANDS);
			int to = (int) (height * (band + 1L) / BANDS);
			for (int y = from; y < to; y++)
				areas.add(contest(scores, weights, y, winners, width));
		});
		return scene(queries, sure, areas, winners, width, height);
	}

	/** Writes the place of the winning query, from 1, for a row of pixels. */
	private Areas contest(MaskSize.Rows[] scores, double[] weights, int y, int[] winners,
		int width)
	{
		Areas areas = new Areas(scores.length);
		float[] row = new float[width], best = new float[width], mask = new float[width];
		float cutoff = (float) thresholds.cutoff();
		Arrays.fill(best, -1);
		for (int k = 0; k < scores.length; k++) {
			scores[k].row(y, row);
			OutputCheck.numbers(row, model);
			float score = (float) weights[k], counts = weak ? score : 1;
			for (int x = 0; x < width; x++) {
				float value = score * row[x];
				if (counts * row[x] >= cutoff) areas.own()[k]++;
				if (value <= best[x]) continue;
				best[x] = value;
				mask[x] = row[x];
				winners[y * width + x] = k + 1;
			}
		}
		for (int x = 0; x < width; x++) {
			areas.won()[winners[y * width + x] - 1]++;
			if (!weak && mask[x] < cutoff) winners[y * width + x] = 0;
		}
		return areas;
	}

	private LabelMap scene(MaskQueries queries, int[] sure, Areas areas, int[] winners, int width,
		int height)
	{
		boolean[] stays = new boolean[sure.length];
		Map<Integer, ClassScore> regions = new TreeMap<>();
		for (int k = 0; k < sure.length; k++) {
			int won = areas.won()[k], own = areas.own()[k];
			stays[k] = won > 0 && own > 0 && won >= share * own;
			ClassScore score = score(queries, sure[k]);
			if (stays[k] && queries.isStuff(sure[k]))
				regions.merge(score.classId(), score, (a, b) -> a.score() >= b.score() ? a : b);
		}
		int[] newId = new int[sure.length + 1];
		List<Segment> segments = new ArrayList<>();
		for (int winner : winners) {
			if (winner == 0 || newId[winner] > 0 || !stays[winner - 1]) continue;
			ClassScore score = score(queries, sure[winner - 1]);
			if (queries.isStuff(sure[winner - 1])) continue;
			newId[winner] = segments.size() + 1;
			segments.add(new Segment(newId[winner], score, true));
		}
		regions.forEach((classId, score) -> {
			int id = segments.size() + 1;
			segments.add(new Segment(id, score, false));
			for (int k = 0; k < sure.length; k++)
				if (stays[k] && queries.classId(sure[k]) == classId) newId[k + 1] = id;
		});
		for (int i = 0; i < winners.length; i++)
			winners[i] = newId[winners[i]];
		return new LabelMap(width, height, winners, segments);
	}

	private ClassScore score(MaskQueries queries, int query) {
		int id = queries.classId(query);
		return new ClassScore(id, model.className(id), queries.score(query));
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		MaskQueries queries = new MaskQueries(outputs, model, placement);
		int best = 0;
		for (int q = 1; q < queries.count(); q++)
			if (queries.score(q) > queries.score(best)) best = q;
		ClassScore score = score(queries, best);
		return Optional.of(NearMiss.below(0, "The strongest candidate (" + score.className() + ")",
			score.score(), thresholds.written(score.classId(), score.className()),
			thresholds.of(score.classId())));
	}
}
