package triptych.bench.same;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that may differ between two runs of one build, each with its reason; nothing else is passed
 * over.
 */
final class Masks {

	/**
	 * @param file which files, by their path within {@code raw}
	 * @param volatilePart what is replaced there
	 */
	private record Mask(String reason, Pattern file, Pattern volatilePart, String replacement) {}

	private static final String JOURNAL = ".*folder-run[^/]*\\.journal", STDERR = ".*/stderr\\.txt";

	private static final List<Mask> ALL = List.of(
		mask("how long a run took", ".*", "(milliseconds\"?: \"?)\\d+", "$1MS"),
		mask("how fast a folder run was", ".*", "(images-per-second\"?: \"?)[\\d.]+", "$1RATE"),
		mask("how far a folder run is, told every 5 seconds", STDERR,
			"(?m)^\\d+ of \\d+ images?\\b.*\\R?", ""),
		mask("how long Check Device took", ".*", "(cpu: )\\d+( ms for)", "$1MS$2"),
		mask("which Java runs, on which system", ".*", "(?m)^Java \\d.*$", "JAVA"),
		mask("where in the program an unexpected error came from", ".*",
			"(?m)^\\s+at [\\w.$/]+\\(.*\\R?", ""),
		mask("a memory address in the text of an object", ".*", "@[0-9a-f]{6,8}\\b", "@ADDRESS"));

	/** Several threads write these, so their lines come in any order. */
	private static final Pattern ANY_ORDER = Pattern.compile(JOURNAL + "|.*folder.*/stderr\\.txt");

	/**
	 * {@code advise --json} writes the keys of a cue in the order of a Map.of, which differs at
	 * each start of Java.
	 */
	private static final Pattern ANY_ORDER_OF_JSON = Pattern.compile("advise/[^/]*/stdout\\.txt");

	/**
	 * Absolute paths and what stands for them: where a build, a checkout and the run itself lie.
	 */
	private final List<String[]> paths;

	/** @param paths pairs of an absolute path and what stands for it, the longer ones first */
	Masks(List<String[]> paths) {
		this.paths = paths;
	}

	String masked(String file, String text) {
		String masked = text;
		for (String[] path : paths)
			masked = masked.replace(path[0], path[1]);
		for (Mask mask : ALL)
			if (mask.file.matcher(file).matches())
				masked = mask.volatilePart.matcher(masked).replaceAll(mask.replacement);
		boolean json = ANY_ORDER_OF_JSON.matcher(file).matches() && text.startsWith("{");
		return json || ANY_ORDER.matcher(file).matches() ? sorted(masked) : masked;
	}

	private static String sorted(String text) {
		return Arrays.stream(text.split("\\R"))
			.map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
			.sorted()
			.collect(Collectors.joining("\n"));
	}

	private static Mask mask(String reason, String file, String volatilePart, String replacement) {
		return new Mask(reason, Pattern.compile(file), Pattern.compile(volatilePart), replacement);
	}
}
