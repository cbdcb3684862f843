package triptych.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.LabelImages;
import triptych.ij.draw.Rois;
import triptych.result.Result;
import triptych.result.Tables;

/** An image whose pixels have a class each. */
public final class ReviewedRegions extends ReviewedImage {

	/**
	 * @param positions of the planes of the run
	 * @param looked the part of each plane that the run looked at; empty for all of it
	 */
	public ReviewedRegions(ImagePlus image, Origin origin, List<Position> positions,
		Optional<Mask> looked, ReviewJournal journal)
	{
		super(image, origin, new SavedResults(image, origin.files().table(), null), positions,
			journal);
		List<LabelMap> maps = saved.regions(origin.file("-" + origin.command().labels() + ".tif"),
			positions);
		Set<String> occurring = new LinkedHashSet<>();
		maps.forEach(map -> map.segments().forEach(s -> occurring.add(s.best().className())));
		occurring.add(PlaneRegions.NONE);
		begin(maps.stream().map(map -> new PlaneRegions(map, looked.orElse(whole()))).toList(), List
			.copyOf(occurring));
	}

	/** Those that have a value in the class image, and none. */
	@Override
	public List<String> classes() {
		return super.classes()
			.stream()
			.filter(name -> regions(0).value(name) >= 0)
			.toList();
	}

	private Mask whole() {
		byte[] all = new byte[image.getWidth() * image.getHeight()];
		Arrays.fill(all, (byte) 1);
		return new Mask(0, 0, image.getWidth(), image.getHeight(), all);
	}

	private PlaneRegions regions(int plane) {
		return (PlaneRegions) plane(plane);
	}

	@Override
	Corrections corrections(ReviewedPlane found, int at, int nextId) {
		return new RegionCorrections((PlaneRegions) found, at);
	}

	@Override
	public List<Roi> outlines(int plane) {
		return new Rois(origin.model(), positions.get(plane), Colouring.BY_ID).of(regions(plane)
			.map());
	}

	/** The outline of the pixels of one class that hang together with a pixel. */
	public Roi part(int plane, int x, int y) {
		return Rois.outline(regions(plane).part(x, y));
	}

	@Override
	Result result() {
		List<Table> tables = new ArrayList<>();
		List<Roi> rois = new ArrayList<>();
		LabelImages labels = new LabelImages();
		for (int p = 0; p < positions.size(); p++) {
			LabelMap map = regions(p).map();
			tables.add(new Tables(positions.get(p), calibration(), saved.hasColumn("Disagreement"))
				.ofRegions(map, regions(p).pixels(), regions(p)::state));
			rois.addAll(outlines(p));
			labels.add(map, positions.get(p));
		}
		return result(tables, Table.NONE, rois, Optional.of(labels.image(labelsTitle(), image)));
	}
}
