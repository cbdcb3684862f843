package triptych.pipeline.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.core.Segment;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;

/**
 * Objects that four mirrored views of a plane show, as weighted boxes fusion joins them (Solovyev
 * et al., 2021): strongest first, an object joins that of another view with which it shares most
 * (intersection over union above {@value #SAME}). The score is the mean of the four, 0 where a view
 * shows nothing; the box is the mean of the boxes by their scores, the mask what at least half of
 * the views by their scores say. What then is below the limit goes.
 */
final class MirroredObjects {

	private static final double SAME = 0.55;
	private static final int VIEWS = Mirror.values().length;
	private static final Comparator<Detection> STRONGEST_FIRST =
		Comparator.comparingDouble((Detection d) -> d.best().score()).reversed();

	private final Thresholds limits;

	MirroredObjects(Thresholds limits) {
		this.limits = limits;
	}

	/** What the views show of one object, the strongest first. */
	private static final class Group {

		private final List<Detection> members = new ArrayList<>();
		private final boolean[] views = new boolean[VIEWS];

		Group(Detection first, int view) {
			add(first, view);
		}

		void add(Detection d, int view) {
			members.add(d);
			views[view] = true;
		}

		Detection first() {
			return members.get(0);
		}
	}

	private record Seen(Detection detection, int view) {}

	/** @param views of each view what it shows, in pixels of the plane */
	List<Detection> joined(List<List<Detection>> views) {
		List<Seen> all = new ArrayList<>();
		for (int v = 0; v < views.size(); v++)
			for (Detection d : views.get(v))
				all.add(new Seen(d, v));
		all.sort(Comparator.comparing(Seen::detection, STRONGEST_FIRST));
		Cells<Group> cells = new Cells<>(all.stream().map(s -> s.detection().region()).toList());
		List<Group> groups = new ArrayList<>();
		for (Seen seen : all) {
			Group group = best(cells, seen);
			if (group != null) group.add(seen.detection(), seen.view());
			else {
				Group own = new Group(seen.detection(), seen.view());
				groups.add(own);
				cells.add(seen.detection().region(), own);
			}
		}
		return groups.stream()
			.map(MirroredObjects::object)
			.filter(d -> d.best().score() >= limits.of(d.best().classId()))
			.sorted(STRONGEST_FIRST)
			.toList();
	}

	/** Null where it shares too little with every object of the other views. */
	private Group best(Cells<Group> cells, Seen seen) {
		Group best = null;
		double most = SAME;
		ClassScore own = seen.detection().best();
		for (Group group : cells.near(seen.detection().region())) {
			boolean other = limits.suppression() != Suppression.AGNOSTIC
				&& group.first().best().classId() != own.classId();
			if (other || group.views[seen.view()]) continue;
			double iou = iou(group.first().region(), seen.detection().region());
			if (iou > most) {
				most = iou;
				best = group;
			}
		}
		return best;
	}

	/** Intersection over union of two masks, or of the boxes around two regions. */
	static double iou(Region a, Region b) {
		if (!(a instanceof Mask m) || !(b instanceof Mask n)) {
			return Box.around(a).iou(Box.around(b));
		}
		double shared = m.sharedPixels(n, Box.around(m));
		return shared == 0 ? 0 : shared / (m.area() + n.area() - shared);
	}

	private static Detection object(Group group) {
		double sum = 0, agree = 0;
		for (Detection d : group.members)
			sum += d.best().score();
		Region region = region(group, sum);
		for (Detection d : group.members)
			agree += iou(region, d.region());
		ClassScore best = group.first().best();
		return new Detection(region, new ClassScore(best.classId(), best.className(), sum / VIEWS)
			.withDisagreement(Math.max(0, 1 - agree / VIEWS)));
	}

	/** Of what is neither a mask nor an upright box the strongest counts. */
	private static Region region(Group group, double sum) {
		Region first = group.first().region();
		if (first instanceof Mask) return mask(group, sum);
		return first instanceof Box ? box(group, sum) : first;
	}

	private static Box box(Group group, double sum) {
		double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
		for (Detection d : group.members) {
			// Of objects without any score each counts the same.
			double weight = sum > 0 ? d.best().score() / sum : 1.0 / group.members.size();
			x1 += weight * d.region().x1();
			y1 += weight * d.region().y1();
			x2 += weight * d.region().x2();
			y2 += weight * d.region().y2();
		}
		return new Box(x1, y1, x2, y2);
	}

	private static Mask mask(Group group, double sum) {
		int x1 = Integer.MAX_VALUE, y1 = x1, x2 = Integer.MIN_VALUE, y2 = x2;
		for (Detection d : group.members) {
			Mask m = (Mask) d.region();
			x1 = Math.min(x1, m.x());
			y1 = Math.min(y1, m.y());
			x2 = Math.max(x2, m.x() + m.width());
			y2 = Math.max(y2, m.y() + m.height());
		}
		int width = x2 - x1;
		double[] weights = new double[width * (y2 - y1)];
		for (Detection d : group.members) {
			Mask m = (Mask) d.region();
			double weight = sum > 0 ? d.best().score() : 1;
			for (int j = 0, k = 0; j < m.height(); j++)
				for (int i = 0, at = (m.y() - y1 + j) * width + m.x() - x1; i < m.width(); i++, k++, at++)
					if (m.inside()[k] != 0) weights[at] += weight;
		}
		double half = (sum > 0 ? sum : group.members.size()) / 2;
		byte[] inside = new byte[weights.length];
		for (int i = 0; i < inside.length; i++)
			// A sum of doubles may miss the half by its last digit.
			if (weights[i] >= half * (1 - 1e-12)) inside[i] = 1;
		return new Mask(x1, y1, width, y2 - y1, inside);
	}

	/** The same for maps of objects; ids follow the first pixels, as they do without mirrors. */
	LabelMap joinedMaps(List<LabelMap> maps) {
		List<List<Detection>> views = new ArrayList<>();
		for (LabelMap map : maps) {
			int[] boxes = map.boxes();
			views.add(map.segments()
				.stream()
				.filter(s -> s.thing() && boxes[4 * s.id() + 2] > 0)
				.map((Segment s) -> new Detection(map.mask(s.id(), boxes), s.best()))
				.toList());
		}
		LabelMap painted = new Detections(joined(views)).toLabelMap(maps.get(0).width(),
			maps.get(0).height());
		int[] object = new int[painted.maxId() + 1];
		for (int id = 1; id < object.length; id++)
			object[id] = id;
		return LabelMap.ofObjects(painted.width(), painted.height(), painted.ids(), object,
			painted.segments().stream().map(Segment::best).toList());
	}
}
