package triptych.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.table.Table;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.MeasuredPlane;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.LabelImages;
import triptych.ij.draw.Rois;
import triptych.measure.LabelRuns;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;
import triptych.result.Result;
import triptych.result.SummaryTable;
import triptych.result.Tables;

/** An image whose objects have outlines and share no pixel. */
public final class ReviewedObjects extends ReviewedImage {

	private final long pixels;

	/** @param pixels that the run looked at on each plane */
	public ReviewedObjects(ImagePlus image, Origin origin, long pixels, ReviewJournal journal) {
		this(image, origin, pixels, journal, new SavedResults(image, origin.files().table(), origin
			.files()
			.summaryTable()));
	}

	private ReviewedObjects(ImagePlus image, Origin origin, long pixels, ReviewJournal journal,
		SavedResults saved)
	{
		super(image, origin, saved, saved.positions(), journal);
		this.pixels = pixels;
		List<LabelMap> maps = saved.maps(origin.file("-" + origin.command().labels() + ".tif"),
			origin.file("-rois.zip"));
		Set<String> occurring = new LinkedHashSet<>(saved.classes());
		maps.forEach(map -> map.segments().forEach(s -> occurring.add(s.best().className())));
		begin(maps.stream().map(PlaneObjects::new).toList(), List.copyOf(occurring));
	}

	private LabelMap map(int plane) {
		return ((PlaneObjects) plane(plane)).map();
	}

	@Override
	Corrections corrections(ReviewedPlane found, int at, int nextId) {
		return new ObjectCorrections((PlaneObjects) found, at, nextId);
	}

	@Override
	public List<Roi> outlines(int plane) {
		return rois(plane).of(map(plane));
	}

	private Rois rois(int plane) {
		Colouring colouring = Colouring.ofObjects(classes().size());
		return new Rois(origin.model(), positions.get(plane), colouring);
	}

	@Override
	public Set<Integer> merged(int plane) {
		LabelMap map = map(plane);
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics regions = RegionStatistics.of(runs, map.maxId());
		return Tables.merged(map, regions, Shapes.of(runs, regions, 1, 1));
	}

	@Override
	Result result() {
		List<Table> tables = new ArrayList<>();
		List<Roi> rois = new ArrayList<>();
		LabelImages labels = new LabelImages();
		SummaryTable summary = new SummaryTable(classes(), calibration());
		for (int p = 0; p < positions.size(); p++) {
			LabelMap map = map(p);
			Table table = table(map, p);
			tables.add(table);
			rois.addAll(rois(p).of(map));
			labels.add(map, positions.get(p));
			summary.add(positions.get(p), table, pixels);
		}
		return result(tables, summary.table(), rois, Optional.of(labels.image(labelsTitle(), image)));
	}

	private Table table(LabelMap map, int plane) {
		Plane measured = MeasuredPlane.of(ImagePlane.of(image, positions.get(plane)), image);
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics regions = RegionStatistics.of(runs, measured, map.maxId());
		return new Tables(positions.get(plane), calibration(), saved.hasColumn("Disagreement"))
			.ofObjects(map, runs, regions, null, plane(plane)::state);
	}
}
