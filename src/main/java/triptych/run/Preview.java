package triptych.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.decode.Decoders;
import triptych.decode.Thresholds;
import triptych.engine.Device;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.Colouring;
import triptych.measure.RegionStatistics;
import triptych.model.InferenceModel;
import triptych.model.ModelSpec;
import triptych.options.Options;
import triptych.options.RunOptions;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.RawOutputs;
import triptych.pipeline.tiles.TileSize;
import triptych.pipeline.tiles.Tiling;
import triptych.result.StatusBar;
import triptych.result.Tables;
import triptych.session.ModelCache;

/**
 * The current plane with the model's raw output kept: the model runs once, and then every other limit gives its result at
 * once. What {@link #with} answers is what the command would give with these keys on this plane.
 */
public final class Preview {

	/** Below this the candidates of a detector are noise by the thousand. */
	private static final double LEAST_SCORE = 0.02;

	private final Verb verb;
	private final ImagePlus image;
	private final ModelCache.Opened opened;
	private final ModelSpec spec;
	private final Position position;
	private final Optional<Crop> selection;
	private final String needs;
	private final RawOutputs raw = new RawOutputs();
	private final InferenceModel counted;
	private final BooleanSupplier unwanted;
	private final int pixels;
	private TileSize tile;
	private boolean tiled;
	private int modelRuns;
	/** What was decoded last, and with which limits. */
	private Prediction decoded;
	private Thresholds decodedWith;
	private RegionStatistics regions;

	private Preview(Verb verb, ImagePlus image, Map<String, String> keys, BooleanSupplier unwanted) {
		RunOptions options = (RunOptions) Options.of(verb.options(), keys);
		this.unwanted = unwanted;
		this.verb = verb;
		this.image = image;
		opened = ModelCache.open(ModelRun.modelName(verb, options), verb.task(), Device.of(options.device()));
		spec = opened.spec();
		position = Position.of(image);
		selection = run(options).selection();
		needs = needs(verb, image, keys);
		tile = TileSize.of(options.tile());
		pixels = pixels();
		counted = inputs -> {
			modelRuns++;
			return opened.runner().run(inputs);
		};
	}

	/**
	 * Runs the model on the current plane.
	 *
	 * @throws triptych.core.TriptychException as the command itself would
	 */
	public static Preview of(Verb verb, ImagePlus image, Map<String, String> keys) {
		return of(verb, image, keys, () -> false);
	}

	/** @param unwanted true once nobody waits for the preview any more; it then stops before the next tile */
	public static Preview of(Verb verb, ImagePlus image, Map<String, String> keys, BooleanSupplier unwanted) {
		Preview preview = new Preview(verb, image, keys, unwanted);
		preview.with(keys);
		return preview;
	}

	/** True while the model would give the same again: nothing but limits differ, and the image shows the same plane. */
	public boolean holds(ImagePlus shown, Map<String, String> keys) {
		return needs.equals(needs(verb, shown, keys));
	}

	/** True while nobody has changed the pixels of the plane; reads all of them. */
	public boolean seesTheSame() {
		return pixels == pixels();
	}

	private int pixels() {
		ImagePlane plane = ImagePlane.of(image, position);
		float[] row = new float[plane.width() * plane.channels()];
		int hash = 1;
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, plane.width(), 1, row);
			hash = 31 * hash + Arrays.hashCode(row);
		}
		return hash;
	}

	private static String needs(Verb verb, ImagePlus image, Map<String, String> keys) {
		Map<String, String> all = Options.values(Options.of(verb.options(), keys));
		StringBuilder text = new StringBuilder(image.getID() + " " + image.getCurrentSlice() + " " + image.getWidth() + " "
			+ image.getHeight() + " " + image.getType());
		for (String key : List.of("model", "device", "within", "channels", "tile"))
			text.append(' ').append(all.get(key));
		Roi roi = image.getRoi();
		// The bytes of its file: two selections may have the same box and as many pixels, of which there may be millions.
		if (all.get("within").equals("selection") && roi != null) text.append(' ').append(Arrays.hashCode(RoiEncoder
			.saveAsByteArray(roi)));
		return text.toString();
	}

	/** The prediction for other limits, without the model. */
	public synchronized Prediction with(Map<String, String> keys) {
		return planeRun(keys).kept(image, position, part());
	}

	/**
	 * The same to look at: where limits only leave objects out, the map of all of them with those that stay, which is there
	 * sooner than a new map.
	 *
	 * @param kept for each id whether it stays; all do where it is empty
	 */
	public record Look(Prediction prediction, Optional<boolean[]> kept) {

		/** How many objects of each class, in the order in which they are met. */
		public Map<String, Integer> counts() {
			Map<String, Integer> counts = new LinkedHashMap<>();
			if (prediction instanceof Detections d) d.items().forEach(i -> counts.merge(i.best().className(), 1, Integer::sum));
			if (prediction instanceof LabelMap map) for (Segment s : map.segments())
				if (kept.isEmpty() || kept.get()[s.id()]) counts.merge(s.best().className(), 1, Integer::sum);
			return counts;
		}
	}

	public synchronized Look look(Map<String, String> keys) {
		PlaneRun run = planeRun(keys);
		if (verb != Verb.SEGMENT_OBJECTS || !Decoders.limitsOnlyLeaveOut(spec)) return new Look(run.kept(image, position,
			part()), Optional.empty());
		ImagePlane all = ImagePlane.of(image, position);
		Plane plane = part().of(run.channels().length == 0 ? all : all.picked(run.channels()));
		LabelMap flooded = flooded(plane, run.thresholds()).as(LabelMap.class);
		if (tiled || !part().isWhole()) return new Look(run.kept(image, position, part()), Optional.empty());
		if (regions == null) regions = RegionStatistics.of(flooded.ids(), flooded.width(), flooded.height(), flooded.maxId());
		float[] limits = run.thresholds().forClasses(Math.max(1, spec.classes().size()));
		Predicate<Segment> keeps = run.keeps(regions, part());
		boolean[] kept = new boolean[flooded.maxId() + 1];
		for (Segment s : flooded.segments())
			kept[s.id()] = s.best().score() >= limits[s.best().classId()] && keeps.test(s);
		return new Look(flooded, Optional.of(kept));
	}

	private PlaneRun planeRun(Map<String, String> keys) {
		RunOptions options = (RunOptions) Options.of(verb.options(), keys);
		Thresholds thresholds = run(options).thresholds();
		return new PlaneRun(verb, options, spec, thresholds, Position.calibration(image), PlaneSelection.channels(options.channels()),
			plane -> predict(plane, thresholds));
	}

	private Crop part() {
		return selection.orElse(Crop.whole(image.getWidth(), image.getHeight()));
	}

	/** The scores of all candidates down to {@value #LEAST_SCORE}, kept or not, for the choice of a limit. */
	public synchronized double[] scores(Map<String, String> keys) {
		Map<String, String> low = new HashMap<>(keys);
		low.keySet().removeAll(Set.of("thresholds", "smallest", "border", "max", "find"));
		low.put("confidence", String.valueOf(LEAST_SCORE));
		Prediction all = spec.task() == verb.task() && Decoders.usableKeys(spec).contains("confidence") ? with(low)
			: new Detections(List.of());
		if (all instanceof Detections d) return d.items().stream().mapToDouble(i -> i.best().score()).toArray();
		return ((LabelMap) all).segments().stream().mapToDouble(s -> s.best().score()).toArray();
	}

	/** The plane that the model looked at. */
	public Position position() {
		return position;
	}

	/** How the command colours the objects. */
	public Colouring colouring() {
		return Colouring.ofObjects(spec.classes().size());
	}

	/** The share of the pixels that each class of a label map has. */
	public static Map<String, Double> shares(LabelMap map) {
		int[] pixels = new int[map.maxId() + 1];
		for (int id : map.ids())
			pixels[id]++;
		Map<String, Double> shares = new LinkedHashMap<>();
		for (Segment s : map.segments())
			if (pixels[s.id()] > 0) shares.put(s.best().className(), (double) pixels[s.id()] / map.ids().length);
		return shares;
	}

	/** How often the model has run: once, or once for each tile. */
	public int modelRuns() {
		return modelRuns;
	}

	/** The five best classes of a classification, best first. */
	public static List<ClassScore> best(Classification c) {
		List<ClassScore> all = Tables.ranked(c);
		return all.subList(0, Math.min(5, all.size()));
	}

	private ModelRun run(RunOptions options) {
		ModelRun run = ModelRun.of(verb, image, options, opened);
		run.checkUsableKeys();
		return run;
	}

	private Prediction predict(Plane plane, Thresholds thresholds) {
		if (!Decoders.limitsOnlyLeaveOut(spec) || tiled) return decode(plane, thresholds);
		Prediction all = flooded(plane, thresholds);
		// Objects that a seam cuts are joined after their limits, so with tiles these come first.
		if (tiled) return decode(plane, thresholds);
		float[] limits = thresholds.forClasses(Math.max(1, spec.classes().size()));
		return all.as(LabelMap.class).renumbered(s -> s.best().score() >= limits[s.best().classId()]);
	}

	/** Objects of any score. */
	private Prediction flooded(Plane plane, Thresholds thresholds) {
		return decode(plane, new Thresholds(0, Map.of(), thresholds.overlap(), thresholds.suppression(), thresholds.cutoff()));
	}

	private Prediction decode(Plane plane, Thresholds thresholds) {
		if (thresholds.equals(decodedWith)) return decoded;
		if (!raw.complete()) plane.maxValue();
		synchronized (opened.preprocessor()) {
			Tiling.Outcome outcome = new Tiling(spec, tile, thresholds).predict(new PredictionPipeline(opened.preprocessor(),
				counted, Decoders.of(spec, thresholds), Optional.of(raw)), plane, progress());
			// The same tiles again, whatever the free memory is by then; a model of one size only cuts as it did.
			tiled = !outcome.tile().equals("none");
			if (!outcome.tile().contains("x")) tile = TileSize.of(outcome.tile());
			decoded = outcome.prediction();
			decodedWith = thresholds;
			regions = null;
			return decoded;
		}
	}

	private Progress progress() {
		StatusBar bar = new StatusBar(verb.spec(), 1, modelRuns == 0);
		return new Progress() {

			@Override
			public void at(int done, int tiles) {
				bar.at(done, tiles);
			}

			@Override
			public boolean stopped() {
				return unwanted.getAsBoolean() || bar.stopped();
			}
		};
	}
}
