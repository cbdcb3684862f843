package triptych.decode.yolo;

import java.util.Locale;
import java.util.Map;

import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.TileRule;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * How the candidates of a YOLO output lie: rows [1, n, 5 + classes + extra] with objectness (v5),
 * columns [1, 4 + classes + extra, n] (v8, 11), grid as rows, but in steps of the cells of three
 * grids (YOLOX), end-to-end [1, n, 6 + extra] with final corners,
 * score and class (26, or exports with suppression inside).
 */
enum YoloLayout {

	ROWS(5, "[1, n, 5 + classes]"), COLUMNS(4, "[1, 4 + classes, n]"), END_TO_END(6, "[1, n, 6]"),
	GRID(5, "[1, n, 5 + classes]");

	static final Parameter PARAMETER = Parameter.needed("layout", "columns",
		"rows: x, y, w, h, objectness, classes; columns: x, y, w, h, classes; end-to-end: corners, "
			+ "score, class; grid: rows of YOLOX, in cells of its grids",
		"columns", "grid", "rows", "end-to-end");

	/** Values of a candidate before those of its classes. */
	final int fixed;

	/** The shape, in words. */
	final String words;

	YoloLayout(int fixed, String words) {
		this.fixed = fixed;
		this.words = words;
	}

	/**
	 * The shape of an output in this layout.
	 *
	 * @param extra values of each candidate behind those of its classes
	 */
	static long[] shape(ModelSpec model, long extra) {
		long any = OutputShape.ANY, classes = model.classes().size();
		YoloLayout layout = of(model.decoder());
		long values = classes == 0 && layout != END_TO_END ? any : layout.fixed + classes + extra;
		return switch (layout) {
			case ROWS, GRID -> new long[] { 1, any, values };
			case COLUMNS -> new long[] { 1, values, any };
			case END_TO_END -> new long[] { 1, any, 6 + extra };
		};
	}

	/** False where so few values hold no score of a class. */
	boolean hasClasses(Slot output) {
		long values = output.shape()[this == COLUMNS ? 1 : 2];
		return this == END_TO_END || values < 1 || values > fixed;
	}

	/**
	 * As Ultralytics prepares images, in the middle of the input and in 0..1; or as YOLOX does, at
	 * the top left, in OpenCV's colours and values.
	 */
	static Map<String, String> usualInput(DecoderSpec spec) {
		boolean grid = spec.text(PARAMETER.name(), "").equals("grid");
		return grid ? Map.of("fit", "letterbox", "align", "top-left", "colours", "BGR", "scale", "1")
			: Map.of("fit", "letterbox");
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
