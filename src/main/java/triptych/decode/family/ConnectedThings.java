package triptych.decode.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.measure.ConnectedComponents;
import triptych.model.ModelSpec;

/**
 * The scene that a map of classes shows where objects of some classes never touch: each connected
 * part of such a class is an object, the other classes are regions. There are no scores: a part has
 * none of its own. Ids are 1..n for the objects, in the order of their first pixels, then one for
 * each region.
 */
final class ConnectedThings {

	static final Parameter THINGS = Parameter.of("things", Kind.MAPS, "none",
		"for scenes: which classes are objects, by their index from 0; each connected part of one is"
			+ " an object, the other classes are regions");

	static final Parameter SMALLEST = Parameter.of("smallest-thing", Kind.WHOLE, "1",
		"for scenes: pixels of the smallest object; smaller parts stay empty");

	private ConnectedThings() {}

	/** Ids of the classes; empty where the model tells none. */
	static int[] told(ModelSpec model) {
		int[] things = THINGS.maps(model.decoder());
		for (int c : things)
			if (!model.classes().isEmpty() && c >= model.classes().size())
				throw model.decoder().wrong(THINGS.name(), "less than " + model.classes().size()
					+ ", the number of classes");
		return things;
	}

	/** Takes over the ids of the map. */
	static LabelMap scene(ModelSpec model, LabelMap classes) {
		int[] things = told(model);
		ClassScore[] best = new ClassScore[classes.maxId() + 1];
		boolean[] isThing = new boolean[best.length];
		for (Segment s : classes.segments()) {
			if (s.id() >= best.length) continue;
			ClassScore c = s.best();
			best[s.id()] = new ClassScore(c.classId(), c.className(), Double.NaN);
			isThing[s.id()] = Arrays.stream(things).anyMatch(k -> k == c.classId());
		}
		int[] ids = classes.ids(), inside = ids.clone();
		for (int i = 0; i < ids.length; i++)
			if (!isThing[ids[i]]) inside[i] = 0;
		LabelMap objects = objects(inside, best, SMALLEST.whole(model.decoder()), classes);
		return over(objects, ids, best, isThing);
	}

	private static LabelMap objects(int[] inside, ClassScore[] best, int smallest, LabelMap classes) {
		ConnectedComponents parts = ConnectedComponents.of(inside, classes.width(), classes.height(),
			true);
		int[] sizes = parts.sizes(), values = parts.values(), object = new int[parts.count() + 1];
		List<ClassScore> objects = new ArrayList<>();
		for (int part = 1; part < object.length; part++) {
			if (sizes[part] < smallest) continue;
			objects.add(best[values[part]]);
			object[part] = objects.size();
		}
		return LabelMap.ofObjects(classes.width(), classes.height(), parts.labels(), object, objects);
	}

	private static LabelMap over(LabelMap objects, int[] ids, ClassScore[] best,
		boolean[] isThing)
	{
		boolean[] seen = new boolean[best.length];
		for (int id : ids)
			seen[id] = true;
		List<Segment> segments = new ArrayList<>(objects.segments());
		int[] newId = new int[best.length], scene = objects.ids();
		for (int id = 1; id < best.length; id++) {
			if (!seen[id] || isThing[id] || best[id] == null) continue;
			newId[id] = segments.size() + 1;
			segments.add(new Segment(newId[id], best[id], false));
		}
		for (int i = 0; i < scene.length; i++)
			if (scene[i] == 0) scene[i] = newId[ids[i]];
		return new LabelMap(objects.width(), objects.height(), scene, segments);
	}
}
