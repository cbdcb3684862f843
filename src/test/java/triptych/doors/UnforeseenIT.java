package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import triptych.needs.NeedsDisplay;

/** A macro ends with its first command that fails, also where nobody foresaw the failure. */
class UnforeseenIT {

	private static final String SENTENCE = "Something went wrong that was not foreseen:"
		+ " java.lang.IllegalStateException: the drive is gone.";

	@Test
	@NeedsDisplay
	void plainImageJTellsWhereItHappenedAndStopsTheMacro() {
		PlainImageJ.needsDisplay();
		assertEnds(PlainImageJ.driven(UnluckyUser.class, sentinel("unforeseen-plain")).output());
	}

	@Test
	void headlessFijiTellsWhereItHappenedAndStopsTheMacro() {
		assertEnds(HeadfulFiji.drivenWithout(UnluckyUser.class, sentinel("unforeseen-fiji")).output());
	}

	private static String sentinel(String name) {
		return ChildJvm.fresh(name).resolve("went-on.txt").toString();
	}

	private static void assertEnds(String output) {
		assertTrue(output.contains(SENTENCE), output);
		assertTrue(output.contains("at triptych.doors.UnluckyUser$GoneStack.getProcessor"), output);
		assertTrue(output.contains("at triptych.plugin.RunCommand"), output);
		assertTrue(output.contains("WENT ON false"), output);
	}
}
