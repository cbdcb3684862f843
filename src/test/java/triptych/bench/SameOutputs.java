package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import triptych.bench.same.Comparison;
import triptych.bench.same.MaskedFolder;
import triptych.bench.same.Recording;

/**
 * Shows that two builds give the same: runs every command with many keys, right and wrong ones,
 * through doors whose names are promised to users (the terminal, macros, the Recorder, SciJava
 * commands, the tables of keys), and keeps all that comes out. It names no other class of the
 * program, so it also runs a build in which they have other names.
 *
 * <pre>
 * SameOutputs run FOLDER CLASSES CLASSPATH_FILE [TESTDATA]   from the checkout
 * SameOutputs mask FOLDER                                    once more, after a change of masks
 * SameOutputs compare FOLDER FOLDER
 * </pre>
 *
 * {@code CLASSES} is the folder or jar of a build, {@code CLASSPATH_FILE} holds the class path of
 * what it needs, as {@code mvn dependency:build-classpath -Dmdep.outputFile=...} writes it, and
 * {@code TESTDATA} a folder with models and images of others. What may differ is named in {@code
 * same.Masks}.
 */
public final class SameOutputs {

	private SameOutputs() {}

	public static void main(String... arguments) throws IOException, InterruptedException {
		Path folder = Path.of(arguments[1]).toAbsolutePath().normalize();
		switch (arguments[0]) {
			case "run" -> {
				Path data = arguments.length > 4 ? Path.of(arguments[4]) : null;
				String needed = Files.readString(Path.of(arguments[3])).strip();
				new Recording(folder, Path.of(arguments[2]), needed, data).make();
				MaskedFolder.make(folder);
			}
			case "mask" -> MaskedFolder.make(folder);
			case "compare" -> {
				int different = Comparison.print(folder, Path.of(arguments[2]));
				System.exit(different == 0 ? 0 : 1);
			}
			default -> throw new IllegalArgumentException("No such verb: " + arguments[0]);
		}
	}
}
