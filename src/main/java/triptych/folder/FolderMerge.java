package triptych.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import triptych.core.TriptychException;
import triptych.result.ResultFiles;
import triptych.run.ModelCommand;

/**
 * Joins the shards of one run, from their journals: the combined table and folder-run.json are
 * those that one process would have written. The files of the single images stay where they are.
 */
public final class FolderMerge {

	private record Piece(FolderJournal.Entry entry, Path from) {}

	private final Map<String, Piece> pieces = new TreeMap<>();
	private final Map<Integer, Path> shards = new TreeMap<>();
	private final Map<String, String> skipped = new LinkedHashMap<>();
	private FolderJournal.Start first;
	private int images;

	private FolderMerge() {}

	public static FolderResult merge(List<Path> folders, String save) {
		if (folders.isEmpty())
			throw new TriptychException("Name the folder with the results of the shards.");
		if (save.isEmpty() && folders.size() > 1)
			throw new TriptychException(
				"There are several folders; name the one for the combined table with --save=.");
		FolderMerge merge = new FolderMerge();
		for (Path folder : folders) {
			List<Path> journals = FolderJournal.all(folder);
			if (journals.isEmpty())
				throw new TriptychException(
					"The folder \"" + folder + "\" holds no results of Process Folder...");
			journals.forEach(merge::add);
		}
		return merge.write(ResultFiles.writable(save.isEmpty() ? folders.get(0).toString() : save));
	}

	private void add(Path file) {
		FolderJournal journal = FolderJournal.read(file);
		if (!journal.isOld())
			throw new TriptychException("The journal \"" + file + "\" is empty; start that shard again.");
		FolderJournal.Start start = journal.lastStart();
		if (first == null) first = start;
		String other = FolderRun.difference(first.settings(), start.settings());
		if (!other.isEmpty())
			throw new TriptychException("\"" + file + "\" was made with other settings than the others ("
				+ other.substring(2) + "); start that shard again with the same.");
		Shard shard = Shard.of(start.shard());
		if (shard.of() != Shard.of(first.shard()).of() || !start.list().equals(first.list()))
			throw new TriptychException("\"" + file
				+ "\" is no part of the same run: its images were listed or split in another way. Start all"
				+ " shards again on "
				+ "a folder that does not change meanwhile.");
		Path twin = shards.put(shard.index(), file);
		if (twin != null)
			throw new TriptychException(
				"Shard " + shard + " is there twice: \"" + twin + "\" and \"" + file + "\".");
		take(journal, file.toAbsolutePath().getParent());
		skipped.putAll(start.skipped());
		images += start.images();
	}

	private void take(FolderJournal journal, Path from) {
		int finished = 0;
		FolderJournal.Start start = journal.lastStart();
		for (FolderJournal.Entry entry : journal.entries().values())
			if (entry.state() == FolderJournal.State.DONE
				|| entry.state() == FolderJournal.State.FAILED)
			{
				finished++;
				pieces.put(entry.path(), new Piece(entry, from));
			}
		if (finished < start.images())
			throw new TriptychException("Shard " + start.shard() + " has done " + finished + " of "
				+ start.images() + " images; start it again to do the rest, then merge.");
	}

	private FolderResult write(Path save) {
		Shard any = Shard.of(first.shard());
		for (int i = 1; i <= any.of(); i++)
			if (!shards.containsKey(i))
				throw new TriptychException(
					"Shard " + i + "/" + any.of() + " is missing; run it, then merge.");
		ModelCommand<?> command = FolderJob.command(first.settings().get("task"));
		List<Path> places = FolderReport.files(save, command, groups());
		if (FolderJournal.all(save).isEmpty()) for (Path place : places)
			if (Files.exists(place) && !Files.exists(FolderReport.json(save)))
				throw new TriptychException(
					"The file \"" + place + "\" is there already; choose another folder with --save=.");
		try {
			Files.createDirectories(save);
		}
		catch (IOException e) {
			throw new TriptychException(
				"The folder \"" + save + "\" cannot be made: " + TriptychException.why(e) + ".", e);
		}
		FolderReport report = new FolderReport(save, command,
			provenance(any.of()), groups());
		pieces.values().forEach(p -> report.add(p.entry(), p.from()));
		report.skipped(skipped);
		Map<String, String> keys = new LinkedHashMap<>(first.folder());
		keys.put("save", save.toString());
		first.settings().forEach(keys::putIfAbsent);
		keys.keySet().removeAll(FolderRun.NO_KEYS);
		return report.finish(keys, false, images, true);
	}

	private Groups groups() {
		return Groups.of(first.folder().getOrDefault("group", ""));
	}

	private Map<String, String> provenance(int shards) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("triptych", first.settings().get("triptych"));
		facts.put("model", first.settings().get("model"));
		facts.put("sha256", first.settings().get("sha256"));
		facts.put("shards", String.valueOf(shards));
		return facts;
	}
}
