package triptych.review;

import java.util.List;

import triptych.core.ClassScore;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.core.TriptychException;

/** Corrections of regions: pixels get another class. */
final class RegionCorrections extends Corrections {

	private final PlaneRegions regions;

	RegionCorrections(PlaneRegions regions, int plane) {
		super(regions, plane, 0);
		this.regions = regions;
	}

	@Override
	public Edit add(Region drawn, ClassScore best) {
		int id = regions.value(best.className());
		int[] runs = Runs.of((Mask) drawn, regions.width(), regions.height(),
			(x, y) -> regions.at(x, y) != id && regions.looked(x, y));
		if (runs.length == 0)
			throw new TriptychException("Where you drew all is " + best.className() + " already, or"
				+ " outside the selection that the run looked at.");
		return new Edit(plane, List.of(),
			List.of(Edit.Added.of(id, best, PlaneRegions.PAINTED, runs)));
	}

	@Override
	public int most(Region drawn) {
		return 0;
	}
}
