package triptych.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class PooledMedianTest {

	@Test
	void itIsTheMedianOfAllNumbersWrittenDownAsOftenAsTheirImageCounts() {
		Random random = new Random(4);
		for (int round = 0; round < 200; round++) {
			double[][] ofImage = new double[1 + random.nextInt(6)][];
			int[] times = new int[ofImage.length];
			DoubleStream.Builder all = DoubleStream.builder();
			for (int i = 0; i < ofImage.length; i++) {
				ofImage[i] = random.doubles(random.nextInt(5)).map(v -> Math.round(9 * v) / 9.0).toArray();
				times[i] = random.nextInt(4);
				for (int k = 0; k < times[i]; k++)
					for (double v : ofImage[i])
						all.add(v);
			}
			double[] sorted = all.build().sorted().toArray();
			int n = sorted.length;
			double median = n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
			assertEquals(median, PooledMedian.of(ofImage).over(times));
		}
	}
}
