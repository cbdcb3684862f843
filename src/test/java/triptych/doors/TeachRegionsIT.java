package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Teach Regions... through menu, dialog and recorder. */
class TeachRegionsIT {

	@Test
	void theRecordedLineMakesTheSameModelAgain() {
		PlainImageJ.needsDisplay();
		String output = PlainImageJ
			.driven(RegionsUser.class, ChildJvm.fresh("teach-regions").resolve("new").toString())
			.output();
		assertTrue(output.contains("RECORDED run(\"Teach Regions...\", \"examples=auto name=halves"
			+ " network=auto goal=0.95 save="), output);
		assertTrue(output.contains("SAME true"), output);
		assertTrue(output.contains("FOUND halves-classes 2 1"), output);
	}
}
