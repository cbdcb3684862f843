package triptych.teach.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import triptych.teach.learn.LearningCurve.Point;

class ForecastTest {

	private static List<Point> law(double a, double b, double c, int... sizes) {
		return IntStream.of(sizes)
			.mapToObj(n -> new Point(n, a - b * Math.pow(n, -c), 0.005))
			.toList();
	}

	@Test
	void aCurveThatFollowsTheLawGoesOnAsItDoes() {
		Forecast forecast = Forecast.of(law(0.95, 0.6, 0.7, 2, 4, 8, 16, 32), 200);
		double truth = 0.95 - 0.6 * Math.pow(128, -0.7);
		assertTrue(forecast.at(128).low() < truth && truth < forecast.at(128).high());
		int needed = (int) Math.ceil(Math.pow(0.6 / (0.95 - 0.93), 1 / 0.7));
		assertEquals(needed, forecast.needed(0.93).orElse(0), 2);
	}

	@Test
	void whatTheCurveDoesNotReachIsNotPromised() {
		assertTrue(Forecast.of(law(0.9, 0.5, 1, 2, 4, 8, 16), 100).needed(0.95).isEmpty());
	}

	@Test
	void aRangeStaysBelowOne() {
		List<Point> all = List.of(new Point(2, 0.9, 0.01), new Point(3, 1, 0), new Point(4, 1, 0));
		Forecast.Range range = Forecast.of(all, 15).at(1000);
		assertEquals(1, range.high());
		assertTrue(range.low() < 0.97, "15 right ones do not show that all are: " + range);
	}

	@Test
	void twoPointsAreNoCurve() {
		assertFalse(Forecast.isPossible(law(1, 1, 1, 2, 4)));
	}

	@Test
	void aMeasuredCurveRises() {
		List<Point> curve = LearningCurve.of(Clouds.of(3, 60, 1.5, 3), LinearLearner.USUAL);
		assertEquals(2, curve.get(0).perClass());
		Point last = curve.get(curve.size() - 1);
		assertTrue(last.perClass() >= 32, "60 a class leave 48 to learn from: " + curve);
		assertTrue(last.accuracy() > curve.get(0).accuracy() + 0.1, curve.toString());
	}
}
