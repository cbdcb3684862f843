package triptych.decode.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.decode.Activation;
import triptych.decode.Decoder;
import triptych.decode.OutputCheck;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;

/**
 * Objects of Mask2Former (Cheng et al. 2022): the mask of a query is where its logits pass the
 * cutoff; its score is that of its best class times the mean of the mask's own scores inside it.
 * There is no suppression. See {@link MaskSize} for where masks are cut.
 */
final class MaskFormerDecoder implements Decoder {

	private static final Comparator<Detection> STRONGEST_FIRST =
		Comparator.comparingDouble((Detection d) -> d.best().score()).reversed();

	private final ModelSpec model;
	private final Thresholds thresholds;

	MaskFormerDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		return new Detections(objects(outputs, placement, thresholds));
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		List<Detection> any = objects(outputs, placement, thresholds.ofAnyScore());
		if (any.isEmpty()) return Optional.empty();
		ClassScore best = any.get(0).best();
		return Optional.of(NearMiss.below(0, "The strongest candidate (" + best.className() + ")",
			best.score(), thresholds.written(best.classId(), best.className()),
			thresholds.of(best.classId())));
	}

	private List<Detection> objects(List<Tensor> outputs, Placement placement, Thresholds limits) {
		MaskQueries queries = new MaskQueries(outputs, model, placement);
		return IntStream.range(0, queries.count())
			.filter(q -> !queries.isStuff(q))
			// The mask can only make the score less.
			.filter(q -> queries.score(q) >= limits.of(queries.classId(q)))
			.parallel()
			.mapToObj(q -> object(queries, q, placement))
			.filter(Objects::nonNull)
			.filter(d -> d.best().score() >= limits.of(d.best().classId()))
			.sorted(STRONGEST_FIRST)
			.toList();
	}

	/** Null where the mask has no pixel. */
	private Detection object(MaskQueries queries, int query, Placement placement) {
		MaskSize.Rows logits = queries.masks().logits(query);
		int width = placement.imageWidth(), height = placement.imageHeight();
		float limit = (float) Activation.logit(thresholds.cutoff());
		byte[] inside = new byte[width * height];
		float[] row = new float[width];
		int x1 = width, y1 = height, x2 = 0, y2 = 0, pixels = 0;
		double sum = 0;
		for (int y = 0; y < height; y++) {
			logits.row(y, row);
			OutputCheck.numbers(row, model);
			for (int x = 0; x < width; x++) {
				if (!(row[x] > limit)) continue;
				inside[y * width + x] = 1;
				sum += Activation.sigmoid(row[x]);
				pixels++;
				x1 = Math.min(x1, x);
				x2 = Math.max(x2, x + 1);
				y1 = Math.min(y1, y);
				y2 = y + 1;
			}
		}
		if (pixels == 0) return null;
		int id = queries.classId(query);
		return new Detection(cropped(inside, width, x1, y1, x2 - x1, y2 - y1),
			new ClassScore(id, model.className(id), queries.score(query) * sum / pixels));
	}

	private static Mask cropped(byte[] inside, int stride, int x, int y, int width, int height) {
		byte[] part = new byte[width * height];
		for (int j = 0; j < height; j++)
			System.arraycopy(inside, (y + j) * stride + x, part, j * width, width);
		return new Mask(x, y, width, height, part);
	}
}
