package triptych.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.core.Plural;

/**
 * What a folder run or a merge has left in the save folder. Images are named by their path from the
 * input folder.
 *
 * @param failed the sentence on each image that could not be done
 * @param skipped the reason for each that was left alone
 * @param keys every effective key with its value, as a macro writes it
 * @param kept images of an earlier start that needed no second time
 * @param stopped true where the user stopped the run; a second start does the rest
 */
public record FolderResult(Path save, List<Done> done, Map<String, String> failed,
	Map<String, String> skipped, Map<String, String> keys, int kept, boolean stopped,
	List<Path> files, String summary)
{

	/** @param name of the image's files in the save folder, without their endings */
	public record Done(String image, String name, String summary) {}

	/**
	 * The tables of all images, first that of all rows; none for a part whose whole is still to be
	 * merged.
	 */
	public List<Path> tables() {
		return files.stream()
			.filter(f -> f.toString().endsWith(".csv"))
			.map(f -> f.toAbsolutePath().normalize())
			.toList();
	}

	/** The summary, how much of it an earlier start has done, and where the tables are. */
	public String summaryWithTables() {
		List<Path> tables = tables();
		String all = summary + keptInWords();
		if (tables.isEmpty()) return all;
		String names = tables.stream()
			.map(t -> t.getFileName().toString())
			.collect(Collectors.joining(" and "));
		return all + "; see " + names + " in " + tables.get(0).getParent();
	}

	private String keptInWords() {
		if (kept == 0) return "";
		String asIs = kept == 1 ? "it is" : "they are";
		return " (" + kept + " by an earlier start, kept as " + asIs + ")";
	}

	/** One sentence on how many images are done. */
	static String sentence(int done, int failed, int skipped, int images, boolean stopped) {
		StringBuilder text = new StringBuilder();
		if (stopped) text.append("stopped, ");
		text.append(done).append(" of ").append(Plural.of(images, "image")).append(" done");
		if (failed > 0) text.append(", ").append(failed).append(" failed");
		if (skipped > 0) text.append(", ").append(skipped).append(" skipped");
		if (stopped) text.append("; start again to do the rest");
		return text.toString();
	}
}
