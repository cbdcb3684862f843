package triptych.ij.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;

class RimTest {

	private static final int WIDTH = 61, HEIGHT = 47;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 40 })
	void theRimIsWhatIsNearAnotherObjectOrTheEdge(int thick) {
		Random random = new Random(thick);
		int[] ids = new int[WIDTH * HEIGHT];
		for (int n = 0; n < 40; n++) {
			int x = random.nextInt(WIDTH), y = random.nextInt(HEIGHT), w = 1 + random.nextInt(25);
			int h = 1 + random.nextInt(25);
			for (int j = y; j < Math.min(HEIGHT, y + h); j++)
				Arrays.fill(ids, j * WIDTH + x, j * WIDTH + Math.min(WIDTH, x + w), n % 4);
		}
		List<Segment> segments = IntStream.range(1, 4)
			.mapToObj(i -> new Segment(i, ClassScore.of(0, "a", 1), true))
			.toList();
		int[] found = new Rim(new LabelMap(WIDTH, HEIGHT, ids, segments), thick, 0, HEIGHT).pixels();
		assertArrayEquals(
			IntStream.range(0, ids.length).filter(i -> ids[i] > 0 && !inner(ids, i, thick)).toArray(),
			found);
	}

	private static boolean inner(int[] ids, int i, int thick) {
		int x = i % WIDTH, y = i / WIDTH;
		return x >= thick && x < WIDTH - thick && y >= thick && y < HEIGHT - thick
			&& IntStream.rangeClosed(-thick, thick).allMatch(d -> ids[i + d] == ids[i])
			&& ids[i - thick * WIDTH] == ids[i] && ids[i + thick * WIDTH] == ids[i];
	}
}
