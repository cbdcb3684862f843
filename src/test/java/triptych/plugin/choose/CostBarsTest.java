package triptych.plugin.choose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import triptych.advisor.Range;
import triptych.advisor.need.Language;
import triptych.advisor.need.Words;
import triptych.workflow.Triptych;

/** What the bars say of outlines in images with many objects, whose price is only a lower bound. */
class CostBarsTest {

	private static final int WIDTH = 900, HEIGHT = 200;

	/** Pixels of the bars, in all rows. */
	private static int painted(int objects) {
		CostBars bars = new CostBars();
		bars.setSize(WIDTH, HEIGHT);
		bars.setForeground(Color.BLACK);
		bars.setFont(new Font("Dialog", Font.PLAIN, 12));
		bars.show(Triptych.chooseTask("question=[Outline each cell] images=200 objects=" + objects));
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
		bars.paint(image.getGraphics());
		int half = 0;
		for (int x = 0; x < WIDTH; x++)
			for (int y = 0; y < HEIGHT; y++) {
				Color c = new Color(image.getRGB(x, y), true);
				if (c.getAlpha() > 20 && c.getAlpha() < 235 && c.getBlue() > c.getRed() + 30) half++;
			}
		return half;
	}

	@Test
	void aLowerBoundIsAnOpenBar() {
		assertEquals(0, painted(10));
		assertNotEquals(0, painted(40));
	}

	@Test
	void aLowerBoundSaysAtLeast() {
		Words words = Words.in(Language.EN);
		Optional<Range> range = Optional.of(new Range(200, 1000));
		assertEquals("at least 200", CostBars.text(range, true, words));
		assertEquals("200 to 1,000", CostBars.text(range, false, words));
		assertEquals("objects in an image?", CostBars.text(Optional.empty(), true, words));
	}
}
