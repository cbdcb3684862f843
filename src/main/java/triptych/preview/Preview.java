package triptych.preview;

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
import ij.process.LUT;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.decode.family.ModelFamilies;
import triptych.decode.Thresholds;
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
import triptych.run.Crop;
import triptych.run.ImageCheck;
import triptych.run.ModelCommand;
import triptych.run.PlaneRun;
import triptych.run.RunSettings;
import triptych.session.EndOnStop;
import triptych.session.ModelCache;

/**
 * The current plane with the model's raw output kept: the model runs once, and then every other
 * limit gives its result at once. What {@link #with} answers is what the command would give with
 * these keys on this plane.
 */
public final class Preview {

	/** Below this the candidates of a detector are noise by the thousand. */
	private static final double LEAST_SCORE = 0.02;
	/** Keys that leave out objects whatever their score. */
	private static final Set<String> LEAVING_OUT = Set.of("thresholds", "smallest", "border", "max",
		"find");

	private final ModelCommand<?> command;
	private final ImagePlus image;
	private final ModelCache.Opened opened;
	private final ModelSpec spec;
	private final Position position;
	private final Optional<Crop> selection;
	private final PreviewNeeds needs;
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

	private Preview(ModelCommand<?> command, ImagePlus image, RunOptions options,
		BooleanSupplier unwanted)
	{
		this.unwanted = unwanted;
		this.command = command;
		this.image = image;
		ModelCache.Opened found = ModelCache.open(RunSettings.modelName(command, options),
			command.task(), options.device());
		position = Position.of(image);
		RunSettings<?> settings = RunSettings.of(command, options, found.spec());
		settings.checkUsableKeys();
		opened = found.as(settings.on(Position.calibration(image)).model());
		spec = opened.spec();
		ImageCheck.isNoLabelImage(image);
		selection = Crop.selected(image, options.within());
		needs = PreviewNeeds.of(image, options);
		tile = options.tile();
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
	public static Preview of(ModelCommand<?> command, ImagePlus image, Map<String, String> keys) {
		return of(command, image, keys, () -> false);
	}

	/**
	 * @param unwanted true once nobody waits for the preview any more; it then stops before the next
	 *          tile
	 */
	public static Preview of(ModelCommand<?> command, ImagePlus image, Map<String, String> keys,
		BooleanSupplier unwanted)
	{
		Preview preview = new Preview(command, image, options(command, keys), unwanted);
		preview.with(keys);
		return preview;
	}

	private static RunOptions options(ModelCommand<?> command, Map<String, String> keys) {
		return (RunOptions) Options.of(command.spec().options(), keys);
	}

	/**
	 * True while the model would give the same again: nothing but limits differ, and the image shows
	 * the same plane.
	 */
	public boolean holds(ImagePlus shown, Map<String, String> keys) {
		return needs.equals(PreviewNeeds.of(shown, options(command, keys)));
	}

	/** True while nobody has changed the pixels of the plane; reads all of them. */
	public boolean seesTheSame() {
		return pixels == pixels();
	}

	private int pixels() {
		ImagePlane plane = ImagePlane.of(image, position);
		float[] row = new float[plane.width() * plane.channels()];
		// With the table the model's colours change, and so does the sign of the values.
		LUT lut = image.getProcessor().getLut();
		int hash = lut == null ? 0 : Arrays.hashCode(lut.getBytes());
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, plane.width(), 1, row);
			hash = 31 * hash + Arrays.hashCode(row);
		}
		return hash;
	}

	/** The prediction for other limits, without the model. */
	public synchronized Prediction with(Map<String, String> keys) {
		return kept(planeRun(keys));
	}

	private Prediction kept(PlaneRun<?> run) {
		return run.kept(image, position, crop()).prediction();
	}

	/**
	 * The same to look at: where limits only leave objects out, the map of all of them with those
	 * that stay, which is there sooner than a new map.
	 *
	 * @param kept for each id whether it stays; all do where it is empty
	 */
	public record Look(Prediction prediction, Optional<boolean[]> kept) {

		/** How many objects of each class, in the order in which they are met. */
		public Map<String, Integer> counts() {
			Map<String, Integer> counts = new LinkedHashMap<>();
			if (prediction instanceof Detections d) {
				d.items().forEach(i -> counts.merge(i.best().className(), 1, Integer::sum));
			}
			if (prediction instanceof LabelMap map) {
				for (Segment s : map.segments())
					if (kept.isEmpty() || kept.get()[s.id()]) {
						counts.merge(s.best().className(), 1, Integer::sum);
					}
			}
			return counts;
		}
	}

	public synchronized Look look(Map<String, String> keys) {
		PlaneRun<?> run = planeRun(keys);
		if (!ModelFamilies.of(spec).limitsOnlyLeaveOut()) return new Look(kept(run), Optional.empty());
		Prediction all = flooded(run.input(image, position, crop()), run.thresholds());
		if (tiled || !crop().isWhole() || !(all instanceof LabelMap map)) {
			return new Look(kept(run), Optional.empty());
		}
		if (regions == null) {
			regions = RegionStatistics.of(map.ids(), map.width(), map.height(), map.maxId());
		}
		Optional<Predicate<Segment>> keeps = run.keeps(regions, crop());
		if (keeps.isEmpty()) return new Look(kept(run), Optional.empty());
		float[] limits = limits(run.thresholds());
		boolean[] kept = new boolean[map.maxId() + 1];
		for (Segment s : map.segments())
			kept[s.id()] = isSure(s, limits) && keeps.get().test(s);
		return new Look(map, Optional.of(kept));
	}

	private float[] limits(Thresholds thresholds) {
		return thresholds.forClasses(Math.max(1, spec.classes().size()));
	}

	private static boolean isSure(Segment s, float[] limits) {
		return s.best().score() >= limits[s.best().classId()];
	}

	private PlaneRun<?> planeRun(Map<String, String> keys) {
		RunSettings<?> settings = RunSettings.of(command, options(command, keys), spec);
		settings.checkUsableKeys();
		ImageCheck.isNoLabelImage(image);
		Thresholds thresholds = settings.thresholds();
		return settings.planeRun(thresholds, Position.calibration(image), 0,
			plane -> predict(plane, thresholds));
	}

	private Crop crop() {
		return selection.orElse(Crop.whole(image.getWidth(), image.getHeight()));
	}

	/**
	 * The scores of all candidates down to {@value #LEAST_SCORE}, kept or not, for the choice of a
	 * limit.
	 */
	public synchronized double[] scores(Map<String, String> keys) {
		if (!ModelFamilies.of(spec).usableKeys(spec).contains("confidence")) return new double[0];
		Map<String, String> low = new HashMap<>(keys);
		low.keySet().removeAll(LEAVING_OUT);
		low.put("confidence", String.valueOf(LEAST_SCORE));
		Prediction all = with(low);
		if (all instanceof Detections d) {
			return d.items().stream().mapToDouble(i -> i.best().score()).toArray();
		}
		return all.as(LabelMap.class).segments().stream().mapToDouble(s -> s.best().score()).toArray();
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
			if (pixels[s.id()] > 0)
				shares.put(s.best().className(), (double) pixels[s.id()] / map.ids().length);
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

	private Prediction predict(Plane plane, Thresholds thresholds) {
		if (!ModelFamilies.of(spec).limitsOnlyLeaveOut() || tiled) return decode(plane, thresholds);
		Prediction all = flooded(plane, thresholds);
		// Objects that a seam cuts are joined after their limits, so with tiles these come first.
		if (tiled) return decode(plane, thresholds);
		float[] limits = limits(thresholds);
		return all.as(LabelMap.class).renumbered((Segment s) -> isSure(s, limits));
	}

	/** Objects of any score. */
	private Prediction flooded(Plane plane, Thresholds thresholds) {
		return decode(plane, thresholds.ofAnyScore());
	}

	private Prediction decode(Plane plane, Thresholds thresholds) {
		if (thresholds.equals(decodedWith)) return decoded;
		if (!raw.complete()) plane.maxValue();
		synchronized (opened.runner()) {
			PredictionPipeline pipeline = new PredictionPipeline(opened.preprocessor(), counted,
				ModelFamilies.decoder(spec, thresholds), Optional.of(raw));
			Tiling.Outcome outcome = outcome(pipeline, plane, new Tiling(spec, tile, thresholds));
			tiled = outcome.used().isTiled();
			tile = outcome.used().again(tile);
			decoded = outcome.prediction();
			decodedWith = thresholds;
			regions = null;
			return decoded;
		}
	}

	private Tiling.Outcome outcome(PredictionPipeline pipeline, Plane plane, Tiling tiling) {
		Progress progress = progress();
		try (EndOnStop end = new EndOnStop(opened.runner(), progress::stopped)) {
			return tiling.predict(pipeline, plane, progress);
		}
	}

	private Progress progress() {
		StatusBar bar = new StatusBar(command.spec(), 1, modelRuns == 0);
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
