package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import triptych.needs.NeedsDisplay;

/** What the Recorder writes while a dialog is used, and whether that line gives the same result again. */
@NeedsDisplay
class RecorderIT {

	private static final Map<String, String> RECORDED = new LinkedHashMap<>();
	private static final Map<String, List<String>> RESULTS = new LinkedHashMap<>();

	@BeforeAll
	static void driveAllDialogsInOneSession() {
		if (GraphicsEnvironment.isHeadless()) return;
		String output = PlainImageJ.driven(RecordedRuns.class, Path.of("test-images").toAbsolutePath().toString(), Path.of(
			"src/test/resources/models").toAbsolutePath().toString()).output();
		String command = "";
		String first = "";
		for (String line : output.split("\\R")) {
			String rest = line.substring(line.indexOf(' ') + 1);
			if (line.startsWith("COMMAND ")) command = rest;
			if (line.startsWith("RECORDED ")) RECORDED.put(command, rest);
			if (line.startsWith("FIRST ")) first = rest;
			if (line.startsWith("REPLAYED ")) RESULTS.put(command, List.of(first, rest));
		}
		assertEquals(8, RESULTS.size(), output);
	}

	@Test
	void everyCommandRecordsOneLineWithEveryKeyThatCounted() {
		assertLine("Classify Image...", "model=", "device=auto", "mode=auto", "top=2", "accept=0", "outputs=table");
		assertLine("Detect Objects...", "confidence=0.75", "overlap=0.", "suppression=per-class", "max=0", "find=all",
			"outputs=overlay,table,labels");
		assertLine("Segment Regions...", "model=nuclei-regions", "smallest=3", "outputs=labels,table", "overwrite=no");
		assertLine("Segment Objects...", "model=nuclei", "smallest=20", "border=exclude");
		assertLine("Measure Objects...", "from=auto", "smallest=20", "columns=all", "outputs=table,labels");
		assertLine("ROIs to Labels...", "from=overlay", "slices=all");
		assertLine("Labels to ROIs...", "split=no", "outputs=overlay");
		assertLine("Inspect Model...", "model=");
	}

	@Test
	void recordedLineGivesTheSameResultAgain() {
		RESULTS.forEach((command, results) -> {
			assertTrue(results.get(0).length() > 20, command + " gave " + results.get(0));
			assertEquals(results.get(0), results.get(1), command);
		});
	}

	private static void assertLine(String command, String... parts) {
		String line = RECORDED.get(command);
		assertTrue(line.startsWith("run(\"" + command + "\", \"") && line.endsWith("\");") && !line.contains("|"), line);
		for (String part : parts) {
			assertTrue(line.contains(part), part + " is not in " + line);
			assertEquals(line.indexOf(" " + part), line.lastIndexOf(" " + part), line);
		}
	}
}
