package triptych.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.GsonBuilder;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.result.CsvRows;
import triptych.result.ResultFiles;
import triptych.result.SummaryTable;
import triptych.result.Tables;
import triptych.run.ModelCommand;

/**
 * The files about all images of a folder: the combined table, that of the summaries, and {@code
 * folder-run.json}.
 */
final class FolderReport {

	private final Path save;
	private final ModelCommand<?> command;
	private final Groups groups;
	private final FolderReviews reviews;
	private final GroupFiles grouped;
	private final List<String> ungrouped = new ArrayList<>();
	private final Map<String, String> provenance;
	private final List<FolderResult.Done> done = new ArrayList<>();
	private final List<CombinedTable.Part> parts = new ArrayList<>(), summaries = new ArrayList<>();
	private final Map<String, String> failed = new LinkedHashMap<>(), skipped = new LinkedHashMap<>(),
		left = new LinkedHashMap<>();
	private final Set<String> units = new LinkedHashSet<>();
	private final Map<String, String> notes = new LinkedHashMap<>();
	/** The order of their columns; blank where every table has all of them. */
	private String classes = "";
	private int kept;

	FolderReport(Path save, ModelCommand<?> command, Map<String, String> provenance,
		Groups groups)
	{
		this.groups = groups;
		reviews = new FolderReviews(command.spec());
		grouped = new GroupFiles(save, command.spec());
		this.save = save;
		this.command = command;
		this.provenance = provenance;
	}

	static Path table(Path save, ModelCommand<?> command) {
		return save.resolve("all-" + command.spec().table() + ".csv");
	}

	private static Path summaryTable(Path save) {
		return save.resolve("all-summary.csv");
	}

	/** All that are written at the end. */
	static List<Path> files(Path save, ModelCommand<?> command, Groups groups) {
		List<Path> files = new ArrayList<>(List.of(table(save, command)));
		if (command.spec().summed()) files.add(summaryTable(save));
		if (groups.wanted()) files.addAll(GroupFiles.names(save));
		files.add(json(save));
		return files;
	}

	static Path json(Path save) {
		return save.resolve("folder-run.json");
	}

	/** @param from the save folder that holds the image's own files */
	void add(FolderJournal.Entry image, Path from) {
		if (image.state() == FolderJournal.State.FAILED) failed.put(image.path(), image.text());
		if (image.state() != FolderJournal.State.DONE) return;
		done.add(new FolderResult.Done(image.path(), image.name(), image.text()));
		if (image.note() != null && !image.note().isEmpty()) notes.put(image.path(), image.note());
		ResultFiles own = reviews.files(from, image.path(), image.name());
		String group = groups.wanted() ? groups.group(image.path()) : null;
		if (groups.wanted() && group.isEmpty()) ungrouped.add(image.path());
		if (groups.wanted()) grouped.add(group, own);
		parts.add(new CombinedTable.Part(image.path(), own.table(), group));
		// All images have the same model.
		if (parts.size() == 1)
			classes = new ResultFiles(from.resolve(image.name()), command.spec()).classes();
		if (command.spec().summed())
			summaries.add(new CombinedTable.Part(image.path(), own.summaryTable(), group));
		// The summary has a row even where nothing was found.
		units.addAll(CsvRows.units(command.spec().summed() ? own.summaryTable() : own.table()));
	}

	/** What the joined tables do not show, in a sentence; blank where there is nothing. */
	private String note(Map<String, String> keys) {
		if (units.size() < 2) return "";
		String smallest = keys.getOrDefault("smallest", "0");
		String meant = smallest.equals("0") ? ""
			: ", and smallest=" + smallest + " meant something else for each of them";
		return "the images have different units (" + String.join(", ", units)
			+ "), so lengths and areas in the joined tables must not be compared" + meant;
	}

	private String noted() {
		Map.Entry<String, String> first = notes.entrySet().iterator().next();
		String all = Plural.of(notes.size(), "image has a note", "images have notes");
		return all + " in folder-run.json, the first " + first.getKey() + ": " + first.getValue();
	}

	/** The number of images that an earlier start has done. */
	void kept(int images) {
		kept = images;
	}

	/** What lies among the images and is none, with the reason. */
	void skipped(Map<String, String> files) {
		skipped.putAll(files);
	}

	/** An image that this run has not come to. */
	void left(String path) {
		left.put(path, "Not begun before the run was stopped.");
	}

	/** @param write false for a shard, whose files are not the whole */
	FolderResult finish(Map<String, String> keys, boolean stopped, int images, boolean write) {
		String summary = FolderResult.sentence(done.size(), failed.size(), skipped.size(), images,
			stopped);
		String note = note(keys);
		if (!note.isEmpty()) summary += "; " + note;
		if (!ungrouped.isEmpty()) summary += "; " + Plural.of(ungrouped.size(),
			"image is in no group, for its name or place does not fit group=",
			"images are in no group, for their names or places do not fit group=") + groups.text()
			+ ", the first " + ungrouped.get(0);
		if (!notes.isEmpty()) summary += "; " + noted();
		Map<String, String> undone = new LinkedHashMap<>(skipped);
		undone.putAll(left);
		List<Path> files = new ArrayList<>();
		if (write) {
			files.addAll(tables());
			files.add(json(save));
		}
		FolderResult result = new FolderResult(save, done, failed, undone, keys, kept, stopped, files,
			summary);
		if (write) json(result);
		return result;
	}

	/** Writes the joined tables alone, with those of each group where there are groups. */
	List<Path> tables() {
		List<Path> written = new ArrayList<>(List.of(table(save, command)));
		CombinedTable.write(parts,
			(column, own, row) -> column.equals(Tables.REVIEWED) ? Tables.NOT_REVIEWED : "",
			table(save, command));
		if (command.spec().summed()) {
			CombinedTable.write(summaries, SummaryTable::joined, SummaryTable.columns(classes),
				summaryTable(save));
			written.add(summaryTable(save));
		}
		// Areas in different units cannot stand on one axis.
		String unit = units.size() == 1 ? units.iterator().next() : "";
		if (groups.wanted() && !done.isEmpty()) written.addAll(grouped.write(unit));
		return written;
	}

	private void json(FolderResult result) {
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("command", FolderJob.COMMAND);
		run.put("macro", Options.line(FolderJob.COMMAND, result.keys()));
		run.put("keys", result.keys());
		run.put("provenance", provenance);
		run.put("summary", result.summary());
		run.put("done", result.done());
		run.put("failed", result.failed());
		run.put("skipped", result.skipped());
		Path file = json(save);
		try {
			ResultFiles.replace(file,
				new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(run) + "\n");
		}
		catch (IOException e) {
			throw new TriptychException(
				"The file \"" + file + "\" cannot be written: " + TriptychException.why(e) + ".", e);
		}
	}
}
