package triptych.pipeline.join;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.model.DecoderSpec;
import triptych.model.ModelSpec;

/** Objects over regions on a plane of 10 x 4: sky above, ground below. */
class SceneTest {

	private static final int WIDTH = 10, HEIGHT = 4;
	private static final ModelSpec THINGS = model("cars", Task.INSTANCE_SEGMENTATION, "car", "bus");
	private static final ModelSpec STUFF = model("land", Task.SEMANTIC_SEGMENTATION, "sky", "ground",
		"car");

	@Test
	void everyPixelIsOfAnObjectOrElseOfItsRegion() {
		LabelMap scene = scene(0.5, thing(1, 1, 3, 3, 0, 0.9));
		assertEquals(List.of(new Segment(1, new ClassScore(0, "car", 0.9), true), stuff(2, 2, "sky"),
			stuff(3, 3, "ground")), scene.segments());
		assertArrayEquals(rows("2222222222", "2111222222", "3111333333", "3111333333"), scene.ids());
	}

	@Test
	void theStrongerObjectKeepsWhatBothClaim() {
		LabelMap scene = scene(0.5, thing(3, 0, 4, 2, 0, 0.9), thing(0, 0, 5, 2, 1, 0.6));
		// The weaker one keeps 6 of its 10 pixels, and its first pixel comes first.
		assertArrayEquals(rows("1112222333", "1112222333", "4444444444", "4444444444"), scene.ids());
		assertEquals("bus", scene.segments().get(0).best().className());
	}

	@Test
	void anObjectThatKeepsTooLittleGoesAndGivesItsPixelsBack() {
		Detection strong = thing(3, 0, 4, 2, 0, 0.9), weak = thing(0, 0, 5, 2, 1, 0.6);
		LabelMap gone = scene(0.61, strong, weak);
		assertArrayEquals(rows("2221111222", "2221111222", "3333333333", "3333333333"), gone.ids());
		assertEquals(4, scene(0.6, strong, weak).segments().size(), "a share that is met is enough");
	}

	@Test
	void anObjectBeyondTheEdgeCountsByItsPixelsInside() {
		assertEquals(3, scene(0.9, thing(-3, -2, 5, 4, 0, 0.9)).segments().size());
	}

	@Test
	void whatIsWhollyCoveredGoesWhateverTheShare() {
		Detection strong = thing(3, 0, 4, 2, 0, 0.9), below = thing(4, 0, 2, 2, 1, 0.6);
		assertEquals(3, scene(0, strong, below).segments().size());
	}

	@Test
	void regionsOfAClassThatObjectsHaveAreNoStuff() {
		int[] ids = new int[WIDTH * HEIGHT];
		Arrays.fill(ids, 3);
		LabelMap scene = Scene.of(new Detections(List.of(thing(1, 1, 3, 3, 0, 0.9))), land(ids), STUFF,
			Scene.model(THINGS, STUFF), 0.5);
		assertEquals(1, scene.segments().size());
		assertEquals(0, scene.ids()[0]);
	}

	@Test
	void regionsWithoutAPixelBesideObjectsHaveNoId() {
		LabelMap scene = scene(0.5, thing(0, 0, 10, 2, 0, 0.9));
		assertEquals(List.of(1, 2), scene.segments().stream().map(Segment::id).toList());
		assertEquals("ground", scene.segments().get(1).best().className());
	}

	@Test
	void aMapOfObjectsIsTakenAsItIs() {
		int[] ids = rows("0000000000", "0550000000", "0550000770", "0000000000");
		LabelMap objects = new LabelMap(WIDTH, HEIGHT, ids.clone(),
			List.of(new Segment(5, new ClassScore(0, "car", 0.4), true),
				new Segment(7, new ClassScore(1, "bus", 0.8), true)));
		LabelMap scene = Scene.of(objects, land(), STUFF, Scene.model(THINGS, STUFF), 1);
		assertArrayEquals(rows("3333333333", "3113333333", "4114444224", "4444444444"), scene.ids());
		assertArrayEquals(ids, objects.ids(), "the map that was given stays as it is");
	}

	@Test
	void modelsThatMakeNoSceneAreTold() {
		assertSentence("The key things needs a model that segments single objects; land", STUFF, STUFF);
		assertSentence("The key stuff needs a model that segments regions", THINGS, THINGS);
		assertSentence("names no classes", model("x", Task.INSTANCE_SEGMENTATION), STUFF);
		assertSentence("has no class beside car", THINGS,
			model("cars too", Task.SEMANTIC_SEGMENTATION, "car"));
	}

	private static void assertSentence(String part, ModelSpec things, ModelSpec stuff) {
		TriptychException e = assertThrows(TriptychException.class, () -> Scene.model(things, stuff));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}

	private static LabelMap scene(double share, Detection... things) {
		return Scene.of(new Detections(List.of(things)), land(), STUFF, Scene.model(THINGS, STUFF),
			share);
	}

	private static LabelMap land() {
		return land(rows("1111111111", "1111111111", "2222222222", "2222222222"));
	}

	private static LabelMap land(int[] ids) {
		return new LabelMap(WIDTH, HEIGHT, ids,
			List.of(new Segment(1, new ClassScore(0, "sky", 1), false),
				new Segment(2, new ClassScore(1, "ground", 1), false),
				new Segment(3, new ClassScore(2, "car", 1), false)));
	}

	private static Segment stuff(int id, int classId, String name) {
		return new Segment(id, new ClassScore(classId, name, Double.NaN), false);
	}

	private static Detection thing(int x, int y, int w, int h, int classId, double score) {
		byte[] inside = new byte[w * h];
		Arrays.fill(inside, (byte) 1);
		String name = THINGS.classes().get(classId);
		return new Detection(new Mask(x, y, w, h, inside), new ClassScore(classId, name, score));
	}

	private static int[] rows(String... rows) {
		return String.join("", rows).chars().map(c -> c - '0').toArray();
	}

	private static ModelSpec model(String name, Task task, String... classes) {
		return new ModelSpec(name, task, List.of(classes), null, new DecoderSpec("none", Map.of()), 0.5,
			0.5, 0, "", Map.of());
	}
}
