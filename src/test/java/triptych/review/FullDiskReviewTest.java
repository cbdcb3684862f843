package triptych.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full for a while. */
class FullDiskReviewTest {

	@Test
	@EnabledOnOs(value = OS.LINUX, disabledReason = "no limit on the length of a file to set")
	void theCorrectionAfterAFullDiskIsNotAddedToTheTornOneBefore(@TempDir Path folder)
		throws IOException, InterruptedException
	{
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process child = new ProcessBuilder("bash", "-c", "ulimit -S -f 40; exec \"$@\"", "bash", java,
			"-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
			CorrectingOnFullDisk.class.getName(), folder.toString()).redirectErrorStream(true).start();
		String said = new String(child.getInputStream().readAllBytes());
		assertEquals(0, child.waitFor(), said);
		assertTrue(said.contains("FULL The journal \"" + folder.resolve(ReviewJournal.FILE)), said);
		int kept = Integer.parseInt(said.substring(said.indexOf("KEPT ") + 5).strip());
		assertTrue(kept > 100, said);
		List<Integer> planes = ReviewJournal.read(folder)
			.image("a.tif")
			.edits()
			.stream()
			.map(Edit::plane)
			.toList();
		assertEquals(IntStream.range(0, kept).boxed().toList(), planes);
	}
}
