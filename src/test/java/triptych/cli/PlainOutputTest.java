package triptych.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

/** What a terminal gets of names that others chose. */
class PlainOutputTest {

	@Test
	void aTerminalObeysNoName() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		PrintStream out = new PrintStream(PlainOutput.plain(bytes), true, StandardCharsets.UTF_8);
		out.println("cell\u001b[2J\u0007.tif\tä µ\u009b5n");
		String line = "cell?[2J?.tif\tä µ\u00a05n" + System.lineSeparator();
		assertEquals(line, bytes.toString(StandardCharsets.UTF_8));
	}
}
