package triptych.evaluation.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import triptych.annotation.Annotation;
import triptych.core.Calibration;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.pixels.RunMask;
import triptych.evaluation.source.Content;
import triptych.metrics.PairCounts;
import triptych.metrics.pixels.PixelEvaluation;
import triptych.metrics.pixels.SurfaceEvaluation;

/**
 * A class for each pixel. Of each image the counts of pairs of classes are kept and how near the
 * outlines lie. Pixels of no class are background: a class with a row of its own that is left out
 * of the means.
 */
final class PixelComparison implements Comparison {

	private static final String BACKGROUND = "background";

	/** Pixels that an annotator gave to no class, in Pascal VOC and elsewhere. */
	private static final int VOID = 255;

	private final ClassNames names;
	private final RegionNames truthNames, foundNames;
	private final List<String> classes = new ArrayList<>(List.of(BACKGROUND));
	private final Set<String> inTruth = new LinkedHashSet<>(), inFound = new LinkedHashSet<>();
	private final List<PairCounts> pairs = new ArrayList<>();
	private final Set<String> units = new LinkedHashSet<>();
	private SurfaceEvaluation surfaces;
	private Calibration first;
	private boolean voids;

	PixelComparison(ClassNames names, RegionNames truth, RegionNames found) {
		this.names = names;
		this.truthNames = truth;
		this.foundNames = found;
	}

	@Override
	public void add(String name, Content truth, Content found) {
		PlaneSize size = PlaneSize.of(name, truth, found);
		int[] t = map(truth, size, truthNames, inTruth), f = map(found, size, foundNames, inFound);
		pairs.add(PairCounts.of(t, f));
		Calibration own = calibration(truth, found);
		units.add(own.unit());
		if (surfaces == null) {
			first = own;
			// One pixel is the usual tolerance; that of the first image holds for all.
			surfaces = new SurfaceEvaluation(classes, own.pixelWidth(), own.unit());
		}
		double scale = own.unit().equals(first.unit()) ? own.pixelWidth() : Double.NaN;
		double w = Double.isNaN(scale) ? first.pixelWidth() : own.pixelWidth();
		double h = Double.isNaN(scale) ? first.pixelHeight() : own.pixelHeight();
		surfaces.add(withoutBackground(t), withoutBackground(f), size.width(), w, h);
	}

	/** The outline of the background is that of the classes once more. */
	private static int[] withoutBackground(int[] map) {
		for (int i = 0; i < map.length; i++)
			if (map[i] == 0) map[i] = -1;
		return map;
	}

	private static Calibration calibration(Content truth, Content found) {
		for (Content content : List.of(found, truth))
			if (content instanceof Content.Labels l && !l.calibration().equals(Calibration.NONE))
				return l.calibration();
		return Calibration.NONE;
	}

	private int[] map(Content content, PlaneSize size, RegionNames regions, Set<String> seen) {
		if (content instanceof Content.Labels labels) return ofLabels(labels, regions, seen);
		int[] map = new int[Math.multiplyExact(size.width(), size.height())];
		for (Annotation a : ((Content.Objects) content).annotations()) {
			RunMask pixels = a.shape().pixels(size.width(), size.height());
			int value = index(names.of(a.className()), seen);
			for (int j = 0; j < pixels.height(); j++)
				for (int r = pixels.rows()[j]; r < pixels.rows()[j + 1]; r++) {
					int row = (pixels.y() + j) * size.width();
					Arrays.fill(map, row + pixels.edges()[2 * r], row + pixels.edges()[2 * r + 1], value);
				}
		}
		return map;
	}

	private int[] ofLabels(Content.Labels labels, RegionNames regions, Set<String> seen) {
		int[] classOf = new int[labels.map().maxId() + 1];
		for (Segment s : labels.map().segments()) {
			Optional<String> name = regions.of(s);
			boolean aside = name.isEmpty() && s.id() == VOID && isVoid(labels, seen);
			voids |= aside;
			classOf[s.id()] = aside ? -1 : index(names.of(name.orElse(String.valueOf(s.id()))), seen);
		}
		int[] ids = labels.map().ids(), map = new int[ids.length];
		for (int i = 0; i < map.length; i++)
			map[i] = classOf[ids[i]];
		return map;
	}

	/** Of a mask that knows 0 and 255 only, 255 is the foreground, and it is what a user names. */
	private boolean isVoid(Content.Labels labels, Set<String> seen) {
		String own = String.valueOf(VOID);
		if (names.tells(own)) return false;
		return lowest(labels) < VOID || seen.stream().anyMatch(n -> !n.equals(names.of(own)));
	}

	private static int lowest(Content.Labels labels) {
		return labels.map().segments().get(0).id();
	}

	private int index(String name, Set<String> seen) {
		seen.add(name);
		if (!classes.contains(name)) classes.add(name);
		return classes.indexOf(name);
	}

	@Override
	public Outcome outcome() {
		ClassNames.needCommon(without(inTruth), without(inFound));
		PixelEvaluation pixels = new PixelEvaluation(classes, 0);
		pairs.forEach(pixels::add);
		List<String> notes = new ArrayList<>(ClassNames.notes(without(inTruth), without(inFound)));
		notes.addAll(truthNames.notes());
		notes.addAll(foundNames.notes());
		notes.addAll(pixels.notes());
		notes.addAll(surfaces.notes());
		if (voids) notes.add("Pixels of the number " + VOID + " count as not annotated.");
		if (units.size() > 1)
			notes.add("The images have different units (" + String.join(", ", units)
				+ "), so distances are those of the first image's pixels.");
		return new Outcome(Task.SEMANTIC_SEGMENTATION, List.copyOf(classes), List.of(pixels, surfaces),
			"MeanIoU", Set.of(), 0, Optional.empty(), notes, (name, t, f) -> marks(name, t, f));
	}

	private Marks marks(String name, Content truth, Content found) {
		PlaneSize size = PlaneSize.of(name, truth, found);
		int[] t = map(truth, size, truthNames, new LinkedHashSet<>());
		int[] f = map(found, size, foundNames, new LinkedHashSet<>());
		byte[] kinds = new byte[t.length];
		long right = 0;
		for (int i = 0; i < kinds.length; i++) {
			Marks.Kind kind = f[i] > 0 ? Marks.Kind.WRONG : Marks.Kind.MISSED;
			if (t[i] == f[i]) kind = Marks.Kind.RIGHT;
			boolean nothing = t[i] < 0 || t[i] == 0 && f[i] <= 0;
			kinds[i] = nothing ? -1 : (byte) kind.ordinal();
			if (nothing || kind == Marks.Kind.RIGHT) right++;
		}
		String caption = String.format(Locale.ROOT, "%.1f %% of the pixels right",
			100.0 * right / kinds.length);
		return new Marks(size, List.of(), kinds, caption);
	}

	private static Set<String> without(Set<String> names) {
		Set<String> others = new LinkedHashSet<>(names);
		others.remove(BACKGROUND);
		return others;
	}

	/** The names of the numbers of both sides, from the first images that tell them. */
	static PixelComparison of(ClassNames names, Map<Integer, String> truth,
		Map<Integer, String> found)
	{
		return new PixelComparison(names, new RegionNames("truth names", truth, found),
			new RegionNames("predictions name", found, truth));
	}
}
