package triptych.pipeline.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Prediction;
import triptych.core.Region;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.model.ModelSpec;

/**
 * A scene of two models: single objects over regions (Kirillov et al., Panoptic Segmentation, 2019,
 * section 7). Objects are painted strongest first, each onto the pixels that stronger ones have
 * left; one that keeps less than a share of its own pixels goes, and gives them back. Every other
 * pixel is of the class that the regions have there. Ids are 1..n for the objects, in the order of
 * their first pixels, then one for each class of regions.
 */
public final class Scene {

	private final int width, height;
	private final double share;
	private final int[] ids;
	private final List<ClassScore> objects = new ArrayList<>();

	private Scene(int width, int height, double share) {
		this.width = width;
		this.height = height;
		this.share = share;
		ids = new int[Math.multiplyExact(width, height)];
	}

	/**
	 * The two as one model: the classes of the objects come first.
	 *
	 * @throws TriptychException where one of them answers another question, or the classes do not
	 *           tell objects and regions apart
	 */
	public static ModelSpec model(ModelSpec things, ModelSpec stuff) {
		check("things", things, Task.INSTANCE_SEGMENTATION);
		check("stuff", stuff, Task.SEMANTIC_SEGMENTATION);
		if (stuff.classes().stream().allMatch(things.classes()::contains))
			throw new TriptychException("The model " + stuff.name() + " for stuff= has no class beside "
				+ String.join(", ", stuff.classes()) + ", which the model " + things.name()
				+ " for things= finds as objects; a scene needs regions of other classes.");
		List<String> classes = new ArrayList<>(things.classes());
		classes.addAll(stuff.classes());
		String licence = things.licence().equals(stuff.licence()) ? things.licence()
			: things.licence() + ", " + stuff.licence();
		return new ModelSpec(things.name() + " + " + stuff.name(), Task.PANOPTIC_SEGMENTATION, classes,
			things.input(), things.decoder(), things.confidence(), things.overlap(), things.pixelSize(),
			things.diameter(), licence, things.origins());
	}

	private static void check(String key, ModelSpec model, Task task) {
		if (model.task() != task) throw new TriptychException("The key " + key
			+ " needs a model that " + task.verb() + "; " + model.name() + " " + model.task().verb()
			+ ".");
		if (model.classes().isEmpty()) throw new TriptychException("The model " + model.name()
			+ " names no classes, which a scene needs to tell objects and regions apart; name them in"
			+ " its description, such as classes: [cell].");
	}

	/**
	 * @param things boxes, masks or a map of objects, strongest first
	 * @param stuff a map of classes of the same size
	 * @param model of the regions
	 * @param scene both models as one, see {@link #model}
	 * @param share of its own pixels that an object must keep, in [0,1]
	 */
	public static LabelMap of(Prediction things, LabelMap stuff, ModelSpec model, ModelSpec scene,
		double share)
	{
		Scene made = new Scene(stuff.width(), stuff.height(), share);
		if (things instanceof LabelMap map) made.paint(map);
		else for (Detection d : things.as(Detections.class).items())
			made.paint(mask(d.region(), stuff.width(), stuff.height()), d.best());
		int first = scene.classes().size() - model.classes().size();
		return made.over(stuff, first, scene.classes().subList(0, first));
	}

	/** Objects of a map lie over none. */
	private void paint(LabelMap map) {
		System.arraycopy(map.ids(), 0, ids, 0, ids.length);
		int[] object = new int[map.maxId() + 1];
		for (Segment s : map.segments()) {
			objects.add(s.best());
			object[s.id()] = objects.size();
		}
		for (int i = 0; i < ids.length; i++)
			ids[i] = object[ids[i]];
	}

	private void paint(Mask mask, ClassScore best) {
		int x1 = Math.max(0, -mask.x()), x2 = Math.min(mask.width(), width - mask.x());
		int y1 = Math.max(0, -mask.y()), y2 = Math.min(mask.height(), height - mask.y());
		int all = 0, free = 0;
		for (int j = y1; j < y2; j++)
			for (int i = x1; i < x2; i++) {
				if (mask.inside()[j * mask.width() + i] == 0) continue;
				all++;
				if (ids[(mask.y() + j) * width + mask.x() + i] == 0) free++;
			}
		if (free == 0 || free < share * all) return;
		objects.add(best);
		for (int j = y1; j < y2; j++)
			for (int i = x1; i < x2; i++) {
				int at = (mask.y() + j) * width + mask.x() + i;
				if (mask.inside()[j * mask.width() + i] != 0 && ids[at] == 0) ids[at] = objects.size();
			}
	}

	private static Mask mask(Region region, int width, int height) {
		if (region instanceof Mask mask) return mask;
		LabelMap one = new Detections(
			List.of(new Detection(Box.around(region), new ClassScore(0, "", 1))))
			.toLabelMap(width, height);
		return one.mask(1, one.boxes());
	}

	private LabelMap over(LabelMap stuff, int firstClass, List<String> things) {
		int[] own = new int[objects.size() + 1];
		for (int o = 1; o < own.length; o++)
			own[o] = o;
		LabelMap map = LabelMap.ofObjects(width, height, ids, own, objects);
		List<Segment> segments = new ArrayList<>(map.segments());
		Map<Integer, Segment> regions = new TreeMap<>();
		for (Segment s : stuff.segments())
			if (!things.contains(s.best().className())) regions.put(s.id(), s);
		int[] newId = newIds(stuff, regions, segments.size());
		for (Map.Entry<Integer, Segment> region : regions.entrySet()) {
			int id = newId[region.getKey()];
			ClassScore best = region.getValue().best();
			ClassScore unscored = new ClassScore(firstClass + best.classId(), best.className(),
				Double.NaN);
			if (id > 0) segments.add(new Segment(id, unscored, false));
		}
		for (int i = 0; i < ids.length; i++)
			if (ids[i] == 0) ids[i] = newId[stuff.ids()[i]];
		return new LabelMap(width, height, ids, segments);
	}

	/** Without gaps behind the objects, for the regions that have a pixel beside them. */
	private int[] newIds(LabelMap stuff, Map<Integer, Segment> regions, int objects) {
		boolean[] seen = new boolean[stuff.maxId() + 1];
		for (int i = 0; i < ids.length; i++)
			if (ids[i] == 0) seen[stuff.ids()[i]] = true;
		int[] newId = new int[seen.length];
		int next = objects;
		for (int id : regions.keySet())
			if (id > 0 && seen[id]) newId[id] = ++next;
		return newId;
	}
}
