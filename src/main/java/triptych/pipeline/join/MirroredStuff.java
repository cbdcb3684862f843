package triptych.pipeline.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;

/**
 * Regions that four mirrored views of a plane show: a pixel is of the class that most of them give
 * it; of equal ones the lower id counts, and nothing where nothing is what most of them say.
 */
final class MirroredStuff {

	private final List<LabelMap> views;
	private final int[] votes;

	MirroredStuff(List<LabelMap> views) {
		this.views = views;
		votes = new int[views.size()];
	}

	/** Maps whose ids are classes. */
	LabelMap voted() {
		LabelMap first = views.get(0);
		int[] ids = new int[first.ids().length];
		for (int i = 0; i < ids.length; i++) {
			for (int v = 0; v < votes.length; v++)
				votes[v] = views.get(v).ids()[i];
			ids[i] = most();
		}
		return first.withIds(ids);
	}

	/**
	 * The stuff of maps of scenes, each class of it with an id behind those of the objects, on the
	 * pixels that these leave.
	 */
	LabelMap around(LabelMap objects) {
		Map<Integer, ClassScore> classes = new TreeMap<>();
		int[][] classOf = new int[views.size()][];
		for (int v = 0; v < classOf.length; v++) {
			LabelMap view = views.get(v);
			classOf[v] = new int[view.maxId() + 1];
			for (Segment s : view.segments()) {
				if (s.thing()) continue;
				classOf[v][s.id()] = s.best().classId() + 1;
				classes.merge(s.best().classId() + 1, quarter(s.best()),
					(a, b) -> new ClassScore(a.classId(), a.className(), a.score() + b.score()));
			}
		}
		int[] ids = objects.ids().clone();
		int[] pixels = new int[classes.isEmpty() ? 1 : ((TreeMap<Integer, ?>) classes).lastKey() + 1];
		double[] differs = new double[pixels.length];
		int[] found = new int[ids.length];
		for (int i = 0; i < ids.length; i++) {
			if (ids[i] != 0) continue;
			for (int v = 0; v < votes.length; v++)
				votes[v] = classOf[v][views.get(v).ids()[i]];
			found[i] = most();
			pixels[found[i]]++;
			for (int vote : votes)
				if (vote != found[i]) differs[found[i]] += 1.0 / votes.length;
		}
		List<Segment> segments = new ArrayList<>(objects.segments());
		int[] newId = new int[pixels.length];
		classes.forEach((number, score) -> {
			if (pixels[number] == 0) return;
			newId[number] = segments.size() + 1;
			segments.add(new Segment(newId[number],
				score.withDisagreement(differs[number] / pixels[number]), false));
		});
		for (int i = 0; i < ids.length; i++)
			if (ids[i] == 0) ids[i] = newId[found[i]];
		return new LabelMap(objects.width(), objects.height(), ids, segments);
	}

	private ClassScore quarter(ClassScore best) {
		return new ClassScore(best.classId(), best.className(), best.score() / votes.length);
	}

	private int most() {
		int best = votes[0], bestCount = 0;
		for (int vote : votes) {
			int count = 0;
			for (int other : votes)
				if (other == vote) count++;
			if (count > bestCount || count == bestCount && vote < best) {
				best = vote;
				bestCount = count;
			}
		}
		return best;
	}
}
