package triptych.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Box;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.LabelMap;
import triptych.core.Region;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.ij.draw.LabelImages;
import triptych.ij.draw.RoiRegion;
import triptych.ij.draw.Rois;
import triptych.result.Result;
import triptych.result.SummaryTable;
import triptych.result.Tables;

/** An image whose objects are boxes, or outlines that may overlap. */
public final class ReviewedBoxes extends ReviewedImage {

	private final long pixels;

	/** @param pixels that the run looked at on each plane */
	public ReviewedBoxes(ImagePlus image, Origin origin, long pixels, ReviewJournal journal) {
		this(image, origin, pixels, journal, new SavedResults(image, origin.files().table(), origin
			.files()
			.summaryTable()));
	}

	private ReviewedBoxes(ImagePlus image, Origin origin, long pixels, ReviewJournal journal,
		SavedResults saved)
	{
		super(image, origin, saved, saved.positions(), journal);
		this.pixels = pixels;
		List<Roi> rois = saved.rois(origin.file("-rois.zip"));
		List<PlaneBoxes> planes = new ArrayList<>();
		for (int p = 0; p < positions.size(); p++)
			planes.add(plane(p, rois));
		begin(planes, saved.classes());
	}

	/** Upright boxes stand in the table with all digits; outlines and turned boxes are ROIs only. */
	private PlaneBoxes plane(int plane, List<Roi> rois) {
		Map<Integer, Roi> shapes = new HashMap<>();
		for (Roi roi : rois)
			if (positions.get(plane).holds(roi)) shapes.put(Integer.valueOf(roi.getProperty("id")), roi);
		Map<Integer, Detection> boxes = new LinkedHashMap<>();
		saved.byId(positions.get(plane)).forEach((id, row) -> {
			Roi roi = shapes.get(id);
			int place = classes(row.of("Class"), roi);
			ClassScore best = new ClassScore(place, row.of("Class"), row.value("Score"), row.value(
				"Disagreement"));
			boxes.put(id, new Detection(region(row, roi), best));
		});
		return new PlaneBoxes(boxes);
	}

	private int classes(String name, Roi roi) {
		int place = origin.classes().indexOf(name);
		if (place >= 0 || roi == null) return Math.max(0, place);
		return Integer.parseInt(roi.getProperty("classId"));
	}

	private Region region(SavedResults.Row row, Roi roi) {
		if (roi != null && roi.getType() != Roi.RECTANGLE) return RoiRegion.of(roi);
		if (row.of("BoxAngle").isEmpty()) return box(row);
		throw new TriptychException("The table \"" + origin.files().table().getFileName()
			+ "\" has turned boxes, and nobody has saved their outlines; run Process Folder... again with"
			+ " outputs=overlay,table.");
	}

	private Region box(SavedResults.Row row) {
		Calibration c = calibration();
		double left = row.value("BX") / c.pixelWidth() + c.xOrigin();
		double top = row.value("BY") / c.pixelHeight() + c.yOrigin();
		return new Box(left, top, left + row.value("Width") / c.pixelWidth(), top + row.value(
			"Height") / c.pixelHeight());
	}

	@Override
	Corrections corrections(ReviewedPlane found, int at, int nextId) {
		return new BoxCorrections(found, at, nextId, image.getWidth(), image.getHeight());
	}

	private PlaneBoxes boxes(int plane) {
		return (PlaneBoxes) plane(plane);
	}

	@Override
	public List<Roi> outlines(int plane) {
		PlaneBoxes boxes = boxes(plane);
		return new Rois(origin.model(), positions.get(plane)).of(boxes.detections(), boxes.ids());
	}

	@Override
	Result result() {
		List<Table> tables = new ArrayList<>();
		List<Roi> rois = new ArrayList<>();
		LabelImages labels = new LabelImages();
		// Without its outlines nobody knows whether an object has all pixels of its box.
		boolean labelled = origin.file("-" + origin.command().labels() + ".tif").toFile().exists()
			&& origin.file("-rois.zip").toFile().exists();
		SummaryTable summary = new SummaryTable(classes(), calibration());
		for (int p = 0; p < positions.size(); p++) {
			Table table = table(p);
			tables.add(table);
			rois.addAll(outlines(p));
			if (labelled) labels.add(labels(boxes(p)), positions.get(p));
			summary.add(positions.get(p), table, pixels);
		}
		return result(tables, summary.table(), rois,
			labelled ? Optional.of(labels.image(labelsTitle(), image)) : Optional.empty());
	}

	/** What nobody has touched keeps every digit that the run gave it. */
	private Table table(int plane) {
		PlaneBoxes boxes = boxes(plane);
		Map<Integer, SavedResults.Row> rows = saved.byId(positions.get(plane));
		boolean turned = saved.hasColumn("BoxAngle");
		Table table = new Tables(positions.get(plane), calibration(), saved.hasColumn("Disagreement"))
			.of(boxes.detections(), boxes.ids(), turned, boxes::state);
		int[] ids = boxes.ids();
		for (int i = 0; i < ids.length; i++)
			if (boxes.state(ids[i]).equals(ReviewedPlane.KEPT)) rows.get(ids[i]).copyInto(table, i);
		return table;
	}

	private LabelMap labels(PlaneBoxes boxes) {
		int[] ids = boxes.ids(), behindBackground = new int[ids.length + 1];
		System.arraycopy(ids, 0, behindBackground, 1, ids.length);
		return boxes.detections()
			.toLabelMap(image.getWidth(), image.getHeight())
			.underIds(behindBackground);
	}
}
