package triptych.annotation.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationLabels;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.Decimals;
import triptych.annotation.JsonValues;
import triptych.annotation.Shape;
import triptych.annotation.Staging;
import triptych.core.Box;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;

/** Writes {@code panoptic.json} and a folder {@code panoptic} of pictures into a folder. */
final class PanopticWriter implements AnnotationWriter {

	private static final String PICTURES = "panoptic/";
	/** Numbers that three bytes hold. */
	private static final int LARGEST = 0xFFFFFF;

	private final Path target;
	private final Staging staging;
	private final CocoFile file;
	private final AnnotationLabels labels;

	PanopticWriter(Path target, List<AnnotatedClass> classes, boolean append) {
		this.target = target;
		if (!append) Staging.checkFree(target);
		staging = new Staging(target, true);
		labels = new AnnotationLabels(classes, true);
		List<AnnotatedClass> things = classes.stream().map(PanopticWriter::thing).toList();
		try {
			Path json = target.resolve(PanopticSet.JSON);
			file = new CocoFile(json, PanopticSet.JSON, staging, things, append);
		}
		catch (TriptychException e) {
			staging.close();
			throw e;
		}
	}

	/** What nobody calls stuff can be counted. */
	private static AnnotatedClass thing(AnnotatedClass one) {
		Map<String, String> properties = new LinkedHashMap<>(one.properties());
		properties.putIfAbsent(PanopticSet.THING, "1");
		return new AnnotatedClass(one.name(), properties);
	}

	private static AnnotatedClass classOf(Annotation annotation) {
		String thing = annotation.properties().getOrDefault(PanopticSet.THING, "1");
		return new AnnotatedClass(annotation.className(), Map.of(PanopticSet.THING, thing));
	}

	@Override
	public void add(AnnotatedImage image) {
		if (image.width() == 0) throw new TriptychException("The size of the image \"" + image.name()
			+ "\" is not known, which a picture of its segments needs; put the image beside its"
			+ " annotations.");
		long id = file.add(image);
		List<Annotation> objects = new ArrayList<>(image.annotations());
		objects.removeIf(a -> a.shape() instanceof Shape.WholeImage);
		LabelMap map = labels.of(image.annotations(), image.width(), image.height());
		int[] numbers = numbers(objects);
		int[] pixels = new int[map.ids().length];
		for (int i = 0; i < pixels.length; i++)
			if (map.ids()[i] > 0) pixels[i] = numbers[map.ids()[i] - 1];
		String picture = image.stem() + ".png";
		int[] boxes = map.boxes();
		StringJoiner infos = new StringJoiner(",", "[", "]");
		for (Segment segment : map.segments()) {
			Annotation its = objects.get(segment.id() - 1);
			infos.add(info(numbers[segment.id() - 1], its, map, segment.id(), boxes));
		}
		file.put(CocoEntries.ANNOTATIONS, "{\"image_id\":" + id + ",\"file_name\":"
			+ JsonValues.quoted(picture) + ",\"segments_info\":" + infos + "}");
		try {
			new PanopticPicture(image.width(), image.height(), pixels)
				.write(staging.part(PICTURES + picture));
		}
		catch (IOException e) {
			throw staging.failed(e);
		}
	}

	/** The numbers that segments had, where each has its own. */
	private static int[] numbers(List<Annotation> objects) {
		int[] numbers = new int[objects.size()];
		Set<Integer> taken = new HashSet<>();
		for (int i = 0; i < numbers.length; i++) {
			String wish = objects.get(i).properties().getOrDefault("id", "");
			boolean fits = wish.matches("[1-9]\\d{0,7}") && Integer.parseInt(wish) <= LARGEST;
			if (fits && taken.add(Integer.valueOf(wish))) numbers[i] = Integer.parseInt(wish);
		}
		int next = 1;
		for (int i = 0; i < numbers.length; i++) {
			if (numbers[i] > 0) continue;
			while (!taken.add(next)) next++;
			numbers[i] = next;
		}
		return numbers;
	}

	private String info(int number, Annotation annotation, LabelMap map, int id, int[] boxes) {
		StringJoiner json = new StringJoiner(",", "{", "}").add("\"id\":" + number)
			.add("\"category_id\":"
				+ file.classId(classOf(annotation)))
			.add(annotation.crowd() ? "\"iscrowd\":1" : "\"iscrowd\":0");
		boolean whole = annotation.shape() instanceof Shape.Pixels p
			&& p.mask().area() == map.mask(id, boxes).area();
		Box b = whole ? annotation.shape().box() : new Box(boxes[4 * id], boxes[4 * id + 1],
			boxes[4 * id] + boxes[4 * id + 2], boxes[4 * id + 1] + boxes[4 * id + 3]);
		json.add("\"bbox\":[" + Decimals.of(b.x1()) + "," + Decimals.of(b.y1()) + ","
			+ Decimals.length(b.x1(), b.x2()) + "," + Decimals.length(b.y1(), b.y2()) + "]");
		Map<String, String> others = new LinkedHashMap<>(annotation.properties());
		others.remove("id");
		others.remove(PanopticSet.THING);
		if (!whole) others.remove("area");
		others.putIfAbsent("area", Decimals.of(map.mask(id, boxes).area()));
		others.forEach(
			(key, value) -> json.add(JsonValues.quoted(key) + ":" + JsonValues.json(value)));
		return json.toString();
	}

	@Override
	public Path finish() {
		file.finish();
		staging.commit();
		return target;
	}

	@Override
	public List<String> losses() {
		return labels.losses().phrases();
	}

	@Override
	public void close() {
		file.close();
		staging.close();
	}
}
