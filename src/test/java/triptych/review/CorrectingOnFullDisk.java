package triptych.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import triptych.core.TriptychException;

/**
 * In a child JVM whose files must not grow past a limit: corrects until that is reached, lifts the
 * limit, and corrects once more. Argument: the folder of the journal.
 */
final class CorrectingOnFullDisk {

	private CorrectingOnFullDisk() {}

	public static void main(String... folder) throws IOException, InterruptedException {
		try (ReviewJournal journal = ReviewJournal.open(Path.of(folder[0]))) {
			int kept = 0;
			try {
				for (;; kept++)
					journal.add("a.tif", edit(kept));
			}
			catch (TriptychException full) {
				System.out.println("FULL " + full.getMessage());
			}
			long me = ProcessHandle.current().pid();
			new ProcessBuilder("prlimit", "--pid", Long.toString(me), "--fsize=unlimited").start()
				.waitFor();
			journal.add("a.tif", edit(kept));
			System.out.println("KEPT " + (kept + 1));
		}
	}

	private static Edit edit(int plane) {
		return new Edit(plane, List.of(1), List.of());
	}
}
