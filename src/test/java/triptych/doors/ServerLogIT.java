package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** A mistake in a macro stands in the log of a server, whatever it started ImageJ with. */
class ServerLogIT {

	private static Path wrongMacro() throws IOException {
		Path macro = ChildJvm.fresh("server-log").resolve("wrong.ijm");
		return Files.writeString(macro, "newImage('a', '8-bit black', 32, 32, 1);\nrun('Segment Objects...', 'confidense=1');\n"
			.replace('\'', '"'));
	}

	private static void assertTold(String errors) {
		assertTrue(errors.contains("Triptych: Segment Objects...: Unknown key \"confidense\""), errors);
	}

	/** Where it hangs behind a window, or goes on with results that are missing, this fails. */
	@Test
	void withBatchItEndsThereAndThen() throws IOException {
		PlainImageJ.needsDisplay();
		Path went = ChildJvm.folder("server-log").resolve("went-on.txt");
		Path macro = wrongMacro();
		Files.writeString(macro, Files.readString(macro) + "File.saveString(\"on\", getArgument());\n");
		assertTold(PlainImageJ.errorsOfBatch(macro, went.toString()).output());
		assertFalse(Files.exists(went), "the macro went on");
	}

	@Test
	void withMacro() throws IOException {
		PlainImageJ.needsDisplay();
		assertTold(PlainImageJ.errorsOf(ServerMacro.class, "-macro", wrongMacro().toAbsolutePath().toString()).output());
	}

	@Test
	void headless() throws IOException {
		assertTold(HeadlessFiji.errorsOf(wrongMacro(), "").output());
	}
}
