package triptych.decode;

import java.util.Locale;

import triptych.model.DecoderSpec;

/**
 * How the candidates of a YOLO output lie: rows [1, n, 5 + classes + extra] with objectness (v5),
 * columns [1, 4 + classes + extra, n] (v8, 11), end-to-end [1, n, 6 + extra] with final corners,
 * score and class (26, or exports with suppression inside).
 */
enum YoloLayout {

	ROWS(5), COLUMNS(4), END_TO_END(6);

	static final Parameter PARAMETER = Parameter.needed("layout", "columns",
		"rows: x, y, w, h, objectness, classes; columns: x, y, w, h, classes; end-to-end: corners, "
			+ "score, class",
		"rows", "columns", "end-to-end");

	/** Values of a candidate before those of its classes. */
	final int fixed;

	YoloLayout(int fixed) {
		this.fixed = fixed;
	}

	static YoloLayout of(DecoderSpec spec) {
		String name = PARAMETER.choice(spec).replace('-', '_');
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** True where the model has dropped the weaker of two boxes itself. */
	static boolean suppressed(DecoderSpec spec) {
		return spec.text(PARAMETER.name(), "").equals("end-to-end");
	}

	static TileRule tiles(DecoderSpec spec) {
		return suppressed(spec) ? TileRule.FINAL_BOXES : TileRule.BOXES;
	}
}
