package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was clicked in Teach Classes... is not lost by quitting ImageJ. */
class TeachQuitIT {

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void quittingAsksFirst(boolean fiji) {
		PlainImageJ.needsDisplay();
		String folder = ChildJvm.fresh("teach-quit" + fiji).toString();
		ChildJvm.Ended ended = fiji ? HeadfulFiji.driven(QuittingUser.class, folder)
			: PlainImageJ.driven(QuittingUser.class, folder);
		String output = ended.output();
		assertTrue(output.contains("AFTER QUIT true true"), output);
		assertTrue(output.contains("AFTER CLOSING true true true"), output);
		assertTrue(output.contains("LET GO"), output);
		assertEquals(0, ended.code(), output);
	}
}
