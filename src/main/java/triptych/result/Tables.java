package triptych.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import triptych.core.Box;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.Table;
import triptych.ij.convert.Position;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;
import triptych.measure.Medians;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;

/** The table of each command: contract columns, calibrated as ImageJ calibrates. */
public final class Tables {

	private final Position position;
	private final Calibration calibration;
	private final List<String> columns = new ArrayList<>();
	private final List<List<Object>> rows = new ArrayList<>();
	private String roi = "";

	public Tables(Position position, Calibration calibration) {
		this.position = position;
		this.calibration = calibration;
	}

	/**
	 * @param roi name of the ROI that was classified, blank for the whole plane
	 * @param perRoi true where there is a column for it
	 * @param accepted for each class id whether its score counts as an answer
	 */
	public Table of(Classification c, String roi, boolean perRoi, int top, boolean[] accepted) {
		this.roi = roi;
		head("Label");
		places();
		if (perRoi) head("ROI");
		head("Rank", "Class", "Score", "Logit", "Accepted");
		List<ClassScore> best = ranked(c);
		for (int i = 0; i < Math.min(top, best.size()); i++) {
			ClassScore s = best.get(i);
			List<Object> cells = new ArrayList<>(List.of(i + 1, s.className(), s.score(), c.logits()[s.classId()], accepted[s
				.classId()] ? 1 : 0));
			if (perRoi) cells.add(0, roi);
			row(cells.toArray());
		}
		return new Table(columns, rows, calibration.unit());
	}

	/** Best first; equal scores in the order of the classes. */
	public static List<ClassScore> ranked(Classification c) {
		return c.scores().stream().sorted(Comparator.comparingDouble(ClassScore::score).reversed()).toList();
	}

	public Table of(Detections detections) {
		head("Label");
		places();
		head("Id", "Class", "Score", "X", "Y", "BX", "BY", "Width", "Height");
		int id = 0;
		for (Detection d : detections.items()) {
			Box b = d.region().bounds();
			row(++id, d.best().className(), d.best().score(), calibration.x((b.x1() + b.x2()) / 2), calibration.y((b.y1() + b
				.y2()) / 2), calibration.x(b.x1()), calibration.y(b.y1()), b.width() * calibration.pixelWidth(), b.height()
					* calibration.pixelHeight());
		}
		return new Table(columns, rows, calibration.unit());
	}

	/**
	 * A row for each class that has a pixel.
	 *
	 * @param all pixels of the plane or of the selection, of which %Area is a fraction
	 */
	public Table ofRegions(LabelMap map, long all) {
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics regions = RegionStatistics.of(runs, map.maxId());
		head("Label");
		places();
		head("Id", "Class", "Pixels", "Area", "%Area", "Regions");
		int[] counts = parts(runs, map.maxId());
		for (Segment s : map.segments()) {
			int n = regions.pixels(s.id());
			if (n > 0) row(s.id(), s.best().className(), n, n * calibration.pixelArea(), 100.0 * n / all, counts[s.id()]);
		}
		return new Table(columns, rows, calibration.unit());
	}

	/**
	 * A row for each object; the intensities of several channels get a suffix such as {@code _C2}.
	 *
	 * @param runs of the same map, and regions made of them
	 * @param medians those of the same regions, with which the table gets all further columns; null for none of them
	 */
	public Table ofObjects(LabelMap map, LabelRuns runs, RegionStatistics regions, Medians medians) {
		Shapes shapes = Shapes.of(runs, regions, calibration.pixelWidth(), calibration.pixelHeight());
		int channels = regions.channels();
		int[] parts = medians == null ? null : parts(runs, map.maxId());
		head("Label");
		places();
		head("Id", "Class", "Score", "Pixels", "Area", "Perim.", "Circ.", "Feret", "MinFeret", "AR", "Round", "Solidity");
		for (int c = 0; c < channels; c++)
			for (String name : List.of("Mean", "StdDev", "Min", "Max"))
				head(name + suffix(c, channels));
		head("X", "Y", "BX", "BY", "Width", "Height");
		if (medians != null) {
			head("Major", "Minor", "Angle");
			for (int c = 0; c < channels; c++)
				head("Median" + suffix(c, channels));
			head("Parts", "AtBorder");
		}
		for (Segment s : map.segments()) {
			int id = s.id();
			List<Object> cells = new ArrayList<>(columns.size());
			cells.addAll(List.of(id, s.best().className(), s.best().score()));
			addShape(cells, id, regions, shapes);
			for (int c = 0; c < channels; c++)
				cells.addAll(List.of(regions.mean(c, id), regions.standardDeviation(c, id), regions.min(c, id), regions.max(c,
					id)));
			addPlace(cells, id, regions);
			if (medians != null) {
				cells.addAll(List.of(shapes.major(id), shapes.minor(id), shapes.angle(id)));
				for (int c = 0; c < channels; c++)
					cells.add(medians.median(c, id));
				cells.addAll(List.of(parts[id], regions.touchesBorder(id) ? 1 : 0));
			}
			row(cells.toArray());
		}
		return new Table(columns, rows, calibration.unit());
	}

	private static String suffix(int channel, int channels) {
		return channels == 1 ? "" : "_C" + (channel + 1);
	}

	private void addShape(List<Object> cells, int id, RegionStatistics regions, Shapes shapes) {
		cells.addAll(List.of(regions.pixels(id), regions.pixels(id) * calibration.pixelArea(), shapes.perimeter(id), shapes
			.circularity(id), shapes.feret(id), shapes.minFeret(id), shapes.aspectRatio(id), shapes.roundness(id), shapes
				.solidity(id)));
	}

	private void addPlace(List<Object> cells, int id, RegionStatistics regions) {
		cells.addAll(List.of(calibration.x(regions.centroidX(id)), calibration.y(regions.centroidY(id)), calibration.x(regions
			.x(id)), calibration.y(regions.y(id)), regions.width(id) * calibration.pixelWidth(), regions.height(id) * calibration
				.pixelHeight()));
	}

	/** How many connected parts each id has. */
	private static int[] parts(LabelRuns runs, int maxId) {
		int[] counts = new int[maxId + 1], values = ConnectedComponents.of(runs, true).values();
		for (int part = 1; part < values.length; part++)
			counts[values[part]]++;
		return counts;
	}

	private void head(String... names) {
		columns.addAll(List.of(names));
	}

	/** Ch, Slice and Frame where the image has more than one; a run reads all channels, so Ch is 0 as in ROI positions. */
	private void places() {
		if (position.manyChannels()) head("Ch");
		if (position.manySlices()) head("Slice");
		if (position.manyFrames()) head("Frame");
	}

	private void row(Object... cells) {
		List<Object> row = new ArrayList<>(columns.size());
		row.add(position.label(roi));
		if (position.manyChannels()) row.add(0);
		if (position.manySlices()) row.add(position.slice());
		if (position.manyFrames()) row.add(position.frame());
		row.addAll(List.of(cells));
		rows.add(row);
	}
}
