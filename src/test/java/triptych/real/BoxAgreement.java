package triptych.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.core.Box;
import triptych.core.Detection;

/**
 * How well found objects agree with a reference: of its boxes above 0.35 those with one of ours of the same class, at
 * IoU 0.9 or more and with a score within 0.05; and of ours, clearly above that, those it does not have.
 */
final class BoxAgreement {

	private static final double SCORE = 0.35, SCORE_MARGIN = 0.05, IOU = 0.9;

	private int wanted, matched, given, extra;
	private double largest;
	private final List<String> misses = new ArrayList<>();

	void add(String image, List<Detection> reference, List<Detection> ours) {
		for (Detection r : reference) {
			if (!counts(r)) continue;
			wanted++;
			double difference = partner(r, ours).map(o -> Math.abs(o.best().score() - r.best().score())).orElse(1.0);
			if (difference <= SCORE_MARGIN) {
				matched++;
				largest = Math.max(largest, difference);
			}
			else misses.add(String.format("%s class %d score %.3f: %s", image.substring(image.lastIndexOf('/') + 1), r.best()
				.classId(), r.best().score(), difference == 1 ? "no box" : String.format("score differs by %.3f", difference)));
		}
		for (Detection o : ours) {
			if (o.best().score() <= SCORE + SCORE_MARGIN) continue;
			given++;
			if (reference.stream().noneMatch(r -> sameObject(r, o, 0.5))) extra++;
		}
	}

	static boolean counts(Detection reference) {
		return reference.best().score() > SCORE;
	}

	/** Ours for a box of the reference: the same class, the same place, the score that is nearest. */
	static Optional<Detection> partner(Detection r, List<Detection> ours) {
		return ours.stream().filter(o -> sameObject(r, o, IOU)).min((a, b) -> Double.compare(Math.abs(a.best().score() - r
			.best().score()), Math.abs(b.best().score() - r.best().score())));
	}

	private static boolean sameObject(Detection a, Detection b, double iou) {
		return a.best().classId() == b.best().classId() && Box.around(a.region()).iou(Box.around(b.region())) >= iou;
	}

	int wanted() {
		return wanted;
	}

	void add(BoxAgreement other) {
		wanted += other.wanted;
		matched += other.matched;
		given += other.given;
		extra += other.extra;
		largest = Math.max(largest, other.largest);
		misses.addAll(other.misses);
	}

	/** At least 95 % matched and at most 5 % of ours without counterpart. */
	void check() {
		assertTrue(matched >= 0.95 * wanted, toString());
		assertTrue(extra <= 0.05 * given, toString());
	}

	/** The same for the few boxes of one model, of which one is more than 5 %. */
	void checkAllButOne() {
		assertTrue(wanted > 10, "too few boxes to compare: " + this);
		assertTrue(matched >= wanted - 1, toString());
		assertTrue(extra <= 1, toString());
	}

	@Override
	public String toString() {
		return String.format("%d of %d boxes matched (scores within %.3f), %d of ours without counterpart%s", matched, wanted,
			largest, extra, misses.isEmpty() ? "" : " " + misses);
	}
}
