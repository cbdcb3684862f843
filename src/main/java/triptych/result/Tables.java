package triptych.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.Region.RotatedBox;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;
import triptych.measure.Medians;
import triptych.measure.MergedObjects;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;

/** The table of each command: contract columns, calibrated as ImageJ calibrates. */
public final class Tables {

	/** Columns that others look for. */
	static final String CLASS = "Class", AREA = "Area", SHARE = "%Area",
		DISAGREEMENT = "Disagreement", SOLIDITY = "Solidity", MERGED = "ProbablyMerged";

	/** The column of a review, and what it says of what nobody has looked at. */
	public static final String REVIEWED = "Reviewed", NOT_REVIEWED = "no";

	private final Position position;
	private final Calibration calibration;
	private final boolean augmented;

	public Tables(Position position, Calibration calibration) {
		this(position, calibration, false);
	}

	/** @param augmented true where mirror images of the plane were looked at too */
	public Tables(Position position, Calibration calibration, boolean augmented) {
		this.position = position;
		this.calibration = calibration;
		this.augmented = augmented;
	}

	/** The columns of each kind of table, by its title in documents. */
	public static Map<String, Columns<?, ?>> columns() {
		Map<String, Columns<?, ?>> columns = new LinkedHashMap<>();
		columns.put("Classify Image..., a row for each of the best classes", ClassificationColumns.ALL);
		columns.put("Detect Objects..., a row for each object", DetectionColumns.ALL);
		columns.put("Segment Regions..., a row for each class", RegionColumns.ALL);
		columns.put("Segment Objects... and Measure Objects..., a row for each object",
			ObjectColumns.ALL);
		columns.put("Segment Scene..., a row for each object and each class of regions",
			SceneColumns.ALL);
		columns.put("Detect Objects... and Segment Objects... with link=yes, behind the others",
			LinkColumns.ALL);
		columns.put("Summary, a row for each plane", SummaryColumns.ALL);
		return columns;
	}

	/**
	 * @param roi name of the ROI that was classified, blank for the whole plane
	 * @param perRoi true where there is a column for it
	 * @param accepted for each class id whether its score counts as an answer
	 */
	public Table of(Classification c, String roi, boolean perRoi, int top, boolean[] accepted) {
		List<ClassScore> best = ranked(c);
		List<RankedClass> answers = new ArrayList<>();
		for (int i = 0; i < Math.min(top, best.size()); i++) {
			int id = best.get(i).classId();
			answers.add(new RankedClass(i + 1, best.get(i), c.logits()[id], accepted[id]));
		}
		return of(answers, roi, perRoi, "");
	}

	/** @param reviewed what a review has made of the answer, which gets a column; blank for none */
	public Table of(List<RankedClass> answers, String roi, boolean perRoi, String reviewed) {
		TablePlane plane = TablePlane.of(position, roi, calibration, augmented);
		ClassificationColumns.Plane all = new ClassificationColumns.Plane(plane, perRoi, reviewed);
		return ClassificationColumns.ALL.table(all, answers, calibration.unit());
	}

	/** Best first; equal scores in the order of the classes. */
	public static List<ClassScore> ranked(Classification c) {
		return c.scores()
			.stream()
			.sorted(Comparator.comparingDouble(ClassScore::score).reversed())
			.toList();
	}

	public Table of(Detections detections) {
		return of(detections, detections.ids());
	}

	/** @param ids of the objects */
	public Table of(Detections detections, int[] ids) {
		return of(detections, ids, false, null);
	}

	/**
	 * @param turned true where there are columns of turned boxes even if no box is one
	 * @param reviewed for each id what a review has made of the object, which gets a column; null
	 *          where nobody has looked
	 */
	public Table of(Detections detections, int[] ids, boolean turned,
		IntFunction<String> reviewed)
	{
		List<DetectionColumns.Found> found = new ArrayList<>(detections.items().size());
		for (int i = 0; i < detections.items().size(); i++)
			found.add(new DetectionColumns.Found(ids[i], detections.items().get(i)));
		boolean any = detections.items().stream().anyMatch(d -> d.region() instanceof RotatedBox);
		DetectionColumns.Plane all = new DetectionColumns.Plane(plane(), turned || any, reviewed);
		return DetectionColumns.ALL.table(all, found, calibration.unit());
	}

	/**
	 * A row for each class that has a pixel.
	 *
	 * @param all pixels of the plane or of the selection, of which %Area is a fraction
	 */
	public Table ofRegions(LabelMap map, long all) {
		return ofRegions(map, all, null);
	}

	/** @param reviewed as of objects, for the value of a class */
	public Table ofRegions(LabelMap map, long all, IntFunction<String> reviewed) {
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics regions = RegionStatistics.of(runs, map.maxId());
		List<Segment> there = map.segments()
			.stream()
			.filter(s -> regions.pixels(s.id()) > 0)
			.toList();
		Map<Integer, Integer> parts = parts(runs);
		RegionColumns.Plane shared = new RegionColumns.Plane(plane(), regions, parts, all, reviewed);
		return RegionColumns.ALL.table(shared, there, calibration.unit());
	}

	/** A row for each segment of a scene. */
	public Table ofScene(LabelMap map) {
		int[] pixels = new int[map.maxId() + 1];
		for (int id : map.ids())
			pixels[id]++;
		return SceneColumns.ALL.table(new SceneColumns.Plane(plane(), pixels), map.segments(),
			calibration.unit());
	}

	/**
	 * A row for each object; the intensities of several channels get a suffix such as {@code _C2}.
	 *
	 * @param runs of the same map, and regions made of them
	 * @param medians those of the same regions, with which the table gets all further columns; null
	 *          for none of them
	 */
	public Table ofObjects(LabelMap map, LabelRuns runs, RegionStatistics regions, Medians medians) {
		return ofObjects(map, runs, regions, medians, null);
	}

	/**
	 * @param reviewed for each id what a review has made of the object, which gets a column; null
	 *          where nobody has looked
	 */
	public Table ofObjects(LabelMap map, LabelRuns runs, RegionStatistics regions, Medians medians,
		IntFunction<String> reviewed)
	{
		Shapes shapes = Shapes.of(runs, regions, calibration.pixelWidth(), calibration.pixelHeight());
		Map<Integer, Integer> parts = medians == null ? null : parts(runs);
		Set<Integer> merged = medians == null ? Set.of() : merged(map, regions, shapes);
		ObjectColumns.Plane all = new ObjectColumns.Plane(plane(), regions, shapes, medians, parts,
			merged, reviewed);
		return ObjectColumns.ALL.table(all, map.segments(), calibration.unit());
	}

	/** The ids of objects that probably are several. */
	public static Set<Integer> merged(LabelMap map, RegionStatistics regions, Shapes shapes) {
		List<Segment> there = map.segments()
			.stream()
			.filter(s -> regions.pixels(s.id()) > 0)
			.toList();
		boolean[] merged = MergedObjects.of(
			there.stream().map(s -> s.best().className()).toArray(String[]::new),
			there.stream().mapToDouble(s -> shapes.area(s.id())).toArray(),
			there.stream().mapToDouble(s -> shapes.solidity(s.id())).toArray());
		Set<Integer> ids = new HashSet<>();
		for (int i = 0; i < merged.length; i++)
			if (merged[i]) ids.add(there.get(i).id());
		return ids;
	}

	/** How many rows of a plane's table are of objects that probably are several. */
	static int merged(Table objects) {
		int area = objects.indexOf(AREA), solidity = objects.indexOf(SOLIDITY),
			name = objects.classColumn();
		boolean[] merged = MergedObjects.of(
			objects.rows().stream().map(r -> (String) r.get(name)).toArray(String[]::new),
			objects.rows().stream().mapToDouble(r -> (Double) r.get(area)).toArray(),
			objects.rows().stream().mapToDouble(r -> (Double) r.get(solidity)).toArray());
		int n = 0;
		for (boolean m : merged)
			if (m) n++;
		return n;
	}

	private TablePlane plane() {
		return TablePlane.of(position, "", calibration, augmented);
	}

	/** How many connected parts each id has. */
	private static Map<Integer, Integer> parts(LabelRuns runs) {
		Map<Integer, Integer> counts = new HashMap<>();
		int[] values = ConnectedComponents.of(runs, true).values();
		for (int part = 1; part < values.length; part++)
			counts.merge(values[part], 1, Integer::sum);
		return counts;
	}
}
