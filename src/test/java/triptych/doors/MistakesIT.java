package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import triptych.needs.NeedsDisplay;

/** What plain ImageJ shows after a mistake. */
@NeedsDisplay
class MistakesIT {

	private static String output;

	@BeforeAll
	static void makeAllMistakesInOneSession() {
		if (GraphicsEnvironment.isHeadless()) return;
		output = PlainImageJ.driven(MistakenUser.class, Path.of("test-images/nuclei.tif").toAbsolutePath().toString(), ChildJvm
			.fresh("mistakes").resolve("sentinel.txt").toString()).output();
	}

	@Test
	void wrongKeyInAMacroShowsTheSentenceAndStopsTheMacro() {
		assertPrinted("(?s).*MACRO .*Unknown key \"confidense\".*WENT ON false.*");
	}

	@Test
	void wrongValueInADialogShowsTheSentenceAndTheDialogComesBackAsTyped() {
		assertPrinted("(?s).*DIALOG .*The key smallest has the value \"tiny\".*TYPED tiny exclude.*");
	}

	@Test
	void cancelledDialogLeavesNothing() {
		assertPrinted("(?s).*AFTER images 1 overlay null recorded false locked false.*");
	}

	private static void assertPrinted(String pattern) {
		assertTrue(output.matches(pattern), output);
	}
}
