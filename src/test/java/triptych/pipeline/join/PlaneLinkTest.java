package triptych.pipeline.join;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Segment;

/** Planted bars on rows of ten pixels, plane after plane. */
class PlaneLinkTest {

	private final PlaneLink link = new PlaneLink();

	@Test
	void whatMovesSlowlyKeepsItsId() {
		assertIds("1111000222", "1111000222");
		assertIds("0111100022", "0111100022");
		assertIds("2201111000", "3301111000");
	}

	@Test
	void whatJumpsIsNew() {
		assertIds("1111000000", "1111000000");
		// 1 of 7 pixels in common.
		assertIds("0001111000", "0002222000");
	}

	@Test
	void whatAppearsIsNewAndWhatVanishesDoesNotComeBack() {
		assertIds("1110000000", "1110000000");
		assertIds("0000000000", "0000000000");
		assertIds("1110000222", "2220000333");
	}

	@Test
	void ofTwoPartsTheLargerKeepsTheId() {
		assertIds("1111111111", "1111111111");
		assertIds("1110222222", "2220111111");
	}

	@Test
	void ofTwoThatGrowTogetherTheLargerStays() {
		assertIds("1110222222", "1110222222");
		assertIds("1111111111", "2222222222");
		assertIds("1110222222", "3330222222");
	}

	@Test
	void afterAGapInTheStackNothingIsLinked() {
		assertIds("1111000000", "1111000000");
		link.restart();
		assertIds("1111000000", "2222000000");
	}

	@Test
	void twoThatSplitEvenlyDoNotShareAnId() {
		assertIds("1111111111", "1111111111");
		assertIds("1111122222", "1111122222");
	}

	@Test
	void boxesAreLinkedByWhatTheyShare() {
		assertArrayEquals(new int[]{ 1, 2 }, link.ids(boxes(0, 50)));
		assertArrayEquals(new int[]{ 2, 1, 3 }, link.ids(boxes(52, 3, 200)));
		assertArrayEquals(new int[]{ 4 }, link.ids(boxes(100)));
	}

	@Test
	void classesAndScoresGoWithTheirObjects() {
		assertIds("1111000222", "1111000222");
		LabelMap linked = link.linked(map("0222101110"));
		assertEquals(List.of(1, 2), linked.segments().stream().map(Segment::id).toList());
	}

	private static Detections boxes(double... lefts) {
		List<Detection> all = new ArrayList<>();
		for (double x : lefts)
			all.add(new Detection(new Box(x, 0, x + 10, 10), new ClassScore(0, "a", 0.5)));
		return new Detections(all);
	}

	private void assertIds(String own, String expected) {
		LabelMap linked = link.linked(map(own));
		StringBuilder ids = new StringBuilder();
		for (int id : linked.ids())
			ids.append(id);
		assertEquals(expected, ids.toString());
	}

	private static LabelMap map(String row) {
		int[] ids = row.chars().map(c -> c - '0').toArray();
		List<Segment> segments = new ArrayList<>();
		for (int id = 1; id <= 9; id++)
			if (row.indexOf('0' + id) >= 0)
				segments.add(new Segment(id, new ClassScore(0, "a", 0.5), true));
		return new LabelMap(ids.length, 1, ids, segments);
	}
}
