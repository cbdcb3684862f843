package triptych.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import triptych.doors.FolderJvm;
import triptych.folder.FolderProgress;
import triptych.workflow.Triptych;

/**
 * Kills a folder run (as kill -9 does) at random moments, lets the last start end, and compares the
 * combined table with that of an undisturbed run: arguments are the number of images and of kills.
 */
public final class KilledRuns {

	private KilledRuns() {}

	public static void main(String[] args) throws Exception {
		int images = Integer.parseInt(args[0]), kills = Integer.parseInt(args[1]), killed = 0;
		Path folder = Files.createTempDirectory("triptych-kills"),
			in = Files.createDirectory(folder.resolve("in"));
		Path out = folder.resolve("out"), whole = folder.resolve("whole"),
			journal = out.resolve("folder-run.journal");
		FolderJvm.paint(in, images);
		Random random = new Random();
		for (int i = 0; i < kills; i++) {
			int before = FolderJvm.begun(journal);
			Process process = start(folder, in, out);
			if (FolderJvm.kill(process, journal, before + random.nextInt(2 * images / (kills + 4)),
				random.nextInt(60))) killed++;
			System.out.printf("kill %d: %d images begun, %d files half written%n", i + 1,
				FolderJvm.begun(journal), FolderJvm.unfinished(out).size());
		}
		Process last = start(folder, in, out);
		last.waitFor(10, TimeUnit.MINUTES);
		Triptych.processFolder(
			Map.of("task", "instance", "input", in.toString(), "save", whole.toString()),
			FolderProgress.SILENT);
		boolean same = Files.mismatch(out.resolve("all-objects.csv"), whole.resolve("all-objects.csv"))
			< 0;
		System.out.printf(
			"%d of %d kills met a run in progress; exit code of the last start %d; combined table %s (%d"
				+ " lines);"
				+ " half written files left: %d%n",
			killed, kills, last.exitValue(), same ? "identical to an undisturbed run's" : "DIFFERENT",
			Files.readAllLines(out.resolve("all-objects.csv")).size(), FolderJvm.unfinished(out).size());
	}

	private static Process start(Path folder, Path in, Path out) throws Exception {
		return FolderJvm.start(folder.resolve("log"), "--task=instance", "--input=" + in,
			"--save=" + out);
	}
}
