package triptych.plugin.choose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import triptych.advisor.Range;
import triptych.advisor.need.Language;
import triptych.advisor.need.Words;
import triptych.workflow.Triptych;

/** What the bars of the costs say, and the scale below them. */
class CostBarsTest {

	private static final int WIDTH = 900, HEIGHT = 220, TASKS = 7;

	/** Whether something is drawn in the row below the last task. */
	private static boolean hasScale(String keys) {
		CostBars bars = new CostBars();
		bars.setSize(WIDTH, HEIGHT);
		bars.setForeground(Color.BLACK);
		bars.setFont(new Font("Dialog", Font.PLAIN, 12));
		bars.show(Triptych.chooseTask(keys));
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
		bars.paint(image.getGraphics());
		int row = bars.getFontMetrics(bars.getFont()).getHeight() + 2;
		for (int x = 0; x < WIDTH; x++)
			for (int y = (TASKS + 1) * row; y < (TASKS + 2) * row; y++)
				if (image.getRGB(x, y) != 0) return true;
		return false;
	}

	@Test
	void theBarsStandAboveAScale() {
		assertTrue(hasScale("question=[Outline each cell] images=200 objects=40"));
	}

	@Test
	void theScaleHasPowersOfTenAndMoreWhereItIsShort() {
		CostBars.Scale wide = CostBars.Scale.of(new double[] { 2, 7000 }, OptionalDouble.empty(), 0, 300);
		assertEquals(List.of(10.0, 100.0, 1000.0), wide.ticks());
		CostBars.Scale narrow = CostBars.Scale.of(new double[] { 200, 400 }, OptionalDouble.empty(), 0, 300);
		assertEquals(List.of(200.0, 500.0), narrow.ticks());
		assertTrue(wide.at(10) < wide.at(100), "to the right");
	}

	@Test
	void amountsStandBesideTheBarsInTheMarksOfTheLanguage() {
		Optional<Range> range = Optional.of(new Range(200, 1000));
		assertEquals("200 to 1,000", CostBars.text(range, Words.in(Language.EN)));
		assertEquals("200 bis 1.000", CostBars.text(range, Words.in(Language.DE)));
		assertEquals("objects in an image?", CostBars.text(Optional.empty(), Words.in(Language.EN)));
	}
}
