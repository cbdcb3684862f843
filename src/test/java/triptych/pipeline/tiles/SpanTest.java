package triptych.pipeline.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.pipeline.tiles.Tile.Span;

/** How an axis is cut: nothing is left out or counted twice, and no span is longer than allowed. */
class SpanTest {

	@Test
	void coresOfAlignedSpansCoverTheAxisOnceWithTheirMargins() {
		for (int multiple : new int[] { 1, 8, 16, 32 })
			for (int margin = multiple; margin <= 3 * multiple; margin += multiple)
				for (int edge = 2 * margin + multiple; edge < 2 * margin + 6 * multiple; edge += 1 + multiple / 2)
					for (int length = 1; length < 700; length += 37) {
						List<Span> spans = Span.aligned(length, edge, margin, multiple);
						covered(spans, length, edge);
						for (Span s : spans) {
							assertEquals(0, s.from() % multiple, () -> "a span starts off the network's grid: " + s);
							assertTrue(s.to() == length || s.to() % multiple == 0, () -> "a span ends off the network's grid: " + s);
							assertTrue(s.from() == 0 || s.coreFrom() - s.from() >= margin, () -> "margin before " + s);
							assertTrue(s.to() == length || s.to() - s.coreTo() >= margin, () -> "margin after " + s);
						}
					}
	}

	@Test
	void evenSpansOverlapEnoughAndMeetInTheMiddle() {
		for (int edge = 8; edge < 70; edge += 7)
			for (int overlap = 0; overlap < edge - 1; overlap += 5)
				for (int length = 1; length < 500; length += 23) {
					List<Span> spans = Span.even(length, edge, overlap);
					covered(spans, length, edge);
					for (int i = 1; i < spans.size(); i++) {
						assertEquals(edge, spans.get(i).length());
						assertTrue(spans.get(i - 1).to() - spans.get(i).from() >= overlap, spans::toString);
						assertTrue(spans.get(i).coreFrom() - spans.get(i).from() >= overlap / 2, spans::toString);
						assertTrue(spans.get(i - 1).to() - spans.get(i).coreFrom() >= overlap / 2, spans::toString);
					}
				}
	}

	@Test
	void tilesOfAVeryLargePlaneAreOfAboutTheSameSize() {
		List<Span> spans = Span.aligned(20000, 2048, 176, 16);
		assertEquals(12, spans.size());
		for (Span s : spans)
			assertTrue(s.length() > 1800 && s.length() <= 2048, s.toString());
	}

	private static void covered(List<Span> spans, int length, int edge) {
		int at = 0;
		for (Span s : spans) {
			assertEquals(at, s.coreFrom());
			assertTrue(s.coreTo() > s.coreFrom(), () -> "an empty core: " + spans);
			assertTrue(s.from() >= 0 && s.to() <= length && s.length() <= Math.max(edge, 1), () -> "too long: " + s);
			at = s.coreTo();
		}
		assertEquals(length, at);
	}
}
