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
import triptych.measure.LabelRuns;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;
import triptych.model.ModelSpec;
import triptych.options.Options;
import triptych.options.RunOptions;
import triptych.pipeline.join.Scene;
import triptych.result.StatusBar;
import triptych.result.Tables;
import triptych.run.Crop;
import triptych.run.ImageCheck;
import triptych.run.ModelCommand;
import triptych.run.PlaneRun;
import triptych.run.RunSettings;
import triptych.session.ModelCache;
import triptych.session.ObjectClassifier;
import triptych.session.RunModels;

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
	private final PlaneOutput output;
	/** Of the regions around the objects, where the scene is of two models. */
	private final Optional<PlaneOutput> stuff;
	/** Gives the objects their classes, where the keys name one. */
	private final Optional<ObjectClassifier> classifier;
	private final BooleanSupplier unwanted;
	private final int pixels;
	private RegionStatistics regions;
	private LabelMap regionsOf;

	private Preview(ModelCommand<?> command, ImagePlus image, RunOptions options,
		BooleanSupplier unwanted)
	{
		this.unwanted = unwanted;
		this.command = command;
		this.image = image;
		ModelCache.Opened found = RunModels.open(command.task(), options,
			(name, task) -> ModelCache.open(name, task, options.device()));
		position = Position.of(image);
		RunSettings<?> settings = RunSettings.of(command, options, found.spec());
		settings.checkUsableKeys();
		opened = found.as(settings.on(Position.calibration(image)).model());
		spec = opened.spec();
		ImageCheck.isNoLabelImage(image);
		selection = Crop.selected(image, options.within());
		needs = PreviewNeeds.of(image, options);
		output = new PlaneOutput(opened, options, this::progress);
		classifier = ObjectClassifier.of(opened);
		stuff = opened.stuff().map(s -> new PlaneOutput(s, options, this::progress));
		pixels = pixels();
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
		return run.named(image, position, crop(), progress()).prediction();
	}

	/**
	 * The same to look at: where limits only leave objects out, the map of all of them with those
	 * that stay, which is there sooner than a new map.
	 *
	 * @param kept for each id whether it stays; all do where it is empty
	 */
	public record Look(Prediction prediction, Optional<boolean[]> kept) {

		/** How many of the objects that stay probably are several; 0 where none has an outline. */
		public int merged() {
			if (!(prediction instanceof LabelMap all)) return 0;
			LabelMap map = kept.isEmpty() ? all
				: all.only(all.segments().stream().filter(s -> kept.get()[s.id()]).toList());
			LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
			RegionStatistics regions = RegionStatistics.of(runs, map.maxId());
			return Tables.merged(map, regions, Shapes.of(runs, regions, 1, 1)).size();
		}

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
		boolean leavesOut = ModelFamilies.of(spec).limitsOnlyLeaveOut() && stuff.isEmpty();
		if (!leavesOut || output.isAugmented() || classifier.isPresent())
			return new Look(kept(run), Optional.empty());
		Prediction all = output.ofAnyScore(run.input(image, position, crop()), run.thresholds());
		if (output.isTiled() || !crop().isWhole() || !(all instanceof LabelMap map)) {
			return new Look(kept(run), Optional.empty());
		}
		if (regionsOf != map) {
			regions = RegionStatistics.of(map.ids(), map.width(), map.height(), map.maxId());
			regionsOf = map;
		}
		Optional<Predicate<Segment>> keeps = run.keeps(regions, crop());
		if (keeps.isEmpty()) return new Look(kept(run), Optional.empty());
		float[] limits = output.limits(run.thresholds());
		boolean[] kept = new boolean[map.maxId() + 1];
		for (Segment s : map.segments())
			kept[s.id()] = PlaneOutput.isSure(s, limits) && keeps.get().test(s);
		return new Look(map, Optional.of(kept));
	}

	private PlaneRun<?> planeRun(Map<String, String> keys) {
		RunSettings<?> settings = RunSettings.of(command, options(command, keys), spec);
		settings.checkUsableKeys();
		ImageCheck.isNoLabelImage(image);
		Thresholds thresholds = settings.thresholds();
		return settings.planeRun(thresholds, Position.calibration(image), 0, classifier,
			plane -> predict(plane, settings));
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
		// A limit is one on the scores of the model that finds them.
		Prediction all = planeRun(low).kept(image, position, crop()).prediction();
		if (all instanceof Detections d) {
			return d.items().stream().mapToDouble(i -> i.best().score()).toArray();
		}
		return all.as(LabelMap.class)
			.segments()
			.stream()
			.filter(Segment::thing)
			.mapToDouble(s -> s.best().score())
			.toArray();
	}

	/** The plane that the model looked at. */
	public Position position() {
		return position;
	}

	/** How the command colours the objects. */
	public Colouring colouring() {
		List<String> classes = classifier.map(ObjectClassifier::classes).orElse(spec.classes());
		return Colouring.ofObjects(classes.size());
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
		return output.runs() + stuff.map(PlaneOutput::runs).orElse(0);
	}

	/** The five best classes of a classification, best first. */
	public static List<ClassScore> best(Classification c) {
		List<ClassScore> all = Tables.ranked(c);
		return all.subList(0, Math.min(5, all.size()));
	}

	private Prediction predict(Plane plane, RunSettings<?> settings) {
		Prediction found = output.predict(plane, settings.thresholds(),
			settings.limitsOfAView(opened.own()));
		if (stuff.isEmpty()) return ModelFamilies.of(spec).ofPlane(spec, found);
		ModelSpec regions = opened.stuff().orElseThrow().spec();
		Thresholds own = Thresholds.of(regions);
		LabelMap around = stuff.get().predict(plane, own, own).as(LabelMap.class);
		return Scene.of(found, around, regions, spec, settings.share());
	}

	private Progress progress() {
		StatusBar bar = new StatusBar(command.spec(), 1, output.runs() == 0);
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
