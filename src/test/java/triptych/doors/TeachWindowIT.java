package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window of Teach Classes... under a user's hands. */
class TeachWindowIT {

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void clicksBecomeAModelWhoseRecordedLineMakesItAgain(boolean fiji) {
		PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("teach-window" + fiji);
		String output = fiji ? HeadfulFiji.driven(TeachingUser.class, folder.toString()).output()
			: PlainImageJ.driven(TeachingUser.class, folder.toString()).output();
		says(output, "NO CLASS Add a class first");
		says(output, "UNDONE Undone, on \"smear 1.tif\"");
		says(output, "ACCURACY Balanced accuracy by cross-validation 1.000");
		says(output, "ASKED Object ");
		says(output, "BY IMAGE Balanced accuracy");
		says(output, "OPEN true");
		says(output, "REFUSED The key name has the value \"my discs\"");
		says(output, "SAVED Saved: model=discs");
		says(output, "triptych-examples/discs name=discs goal=0.99 overwrite=yes\");");
		says(output, "SAME true");
		says(output, "IMAGE true 36 null false null");
		says(output, "LISTENERS true");
	}

	private static void says(String output, String part) {
		assertTrue(output.contains(part), part + " is missing in:\n" + output);
	}
}
