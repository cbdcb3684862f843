package triptych.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.options.RunOptions;
import triptych.options.YesNo;
import triptych.result.ResultFiles;
import triptych.review.ReviewJournal;
import triptych.run.ModelCommand;
import triptych.run.RunSettings;
import triptych.session.ModelCache;
import triptych.session.RunModels;
import triptych.session.Provenance;

/**
 * Process Folder...: one command on every image of a folder. All that can be wrong with the keys,
 * the model and the two folders is found before the first image; what is wrong with an image is
 * noted for it, and the others are done. A second start does what the first has not.
 */
public final class FolderRun {

	/** What tells settings apart and no macro line knows. */
	static final Set<String> NO_KEYS = Set.of("sha256", "stuff-sha256", "description", "triptych");

	private final FolderOptions folder;
	private final ModelCommand<?> command;
	private final RunOptions options;
	private final Path save;
	private final Groups groups;
	private final FolderReviews reviews;
	private final FolderListing listed;
	private final Shard shard;
	private final List<FolderImage> images;
	private final String list;

	/** @param listing null to look through the folder */
	private FolderRun(Map<String, String> given, Shard shard, FolderListing listing) {
		FolderJob job = FolderJob.of(given);
		folder = job.folder();
		command = job.command();
		options = job.options();
		save = ResultFiles.writable(folder.save());
		groups = Groups.of(folder.group());
		reviews = new FolderReviews(command.spec());
		listed = listing == null ? FolderImages.of(folder).listing() : listing;
		List<FolderImage> all = listed.images(folder.input());
		checkGroups(all);
		this.shard = shard;
		images = shard.of(all);
		list = ModelCache.sha256(all.stream().map(FolderImage::path).collect(Collectors.joining("\n")));
	}

	/** Where no image at all is in a group, the pattern is not the one that was meant. */
	private void checkGroups(List<FolderImage> all) {
		if (!groups.wanted() || all.stream().anyMatch(i -> !groups.group(i.path()).isEmpty())) return;
		String why = folder.group().equals(Groups.FOLDER)
			? "no image lies in a folder inside \"" + folder.input() + "\" (recursive=yes looks there)"
			: "no file name fits it, such as " + all.get(0).path();
		throw new TriptychException(
			"The key group has the value \"" + folder.group() + "\", but " + why + ".");
	}

	/**
	 * The images that a run would have.
	 *
	 * @throws TriptychException for what is wrong with the keys and the folders
	 */
	public static FolderListing list(Map<String, String> given) {
		return new FolderRun(given, Shard.WHOLE, null).listed;
	}

	/** @param workers 0 for as many as keep all cores busy */
	public static FolderResult run(Map<String, String> given, Shard shard, int workers,
		FolderProgress progress)
	{
		if (workers < 0)
			throw new TriptychException(
				"The number of workers is " + workers + "; it must be from 1 up.");
		FolderRun run = new FolderRun(given, shard, null);
		WorkerPlan force = WorkerPlan.of(run.images, workers);
		try (ModelCache.Opened opened = run.opened(force.threads())) {
			return run.run(force, opened, progress);
		}
	}

	/**
	 * For one of several tasks that share a computer and know nothing of each other. The model stays
	 * open for the next.
	 *
	 * @param listing the same for all of them
	 */
	public static FolderResult runOnOneCore(Map<String, String> given, Shard shard,
		FolderListing listing, FolderProgress progress)
	{
		FolderRun run = new FolderRun(given, shard, listing);
		ModelCache.Opened opened = RunModels.open(run.command.task(), run.options,
			(name, task) -> ModelCache.open(name, task, run.options.device(), 1));
		return run.run(WorkerPlan.ofOneCore(run.images), opened, progress);
	}

	private FolderResult run(WorkerPlan force, ModelCache.Opened opened, FolderProgress progress) {
		try (FolderJournal journal = FolderJournal.of(save, shard)) {
			RunSettings<?> run = RunSettings.of(command, options, opened.spec());
			run.check(opened.own());
			Map<String, String> effective = run.effectiveKeys();
			List.of("save", "overwrite").forEach(effective::remove);
			String descriptions = RunModels.names(command.task(), options)
				.values()
				.stream()
				.map(ModelCache::descriptionSha256)
				.collect(Collectors.joining(" "));
			Map<String, String> settings = settings(effective, opened, descriptions);
			goOn(journal, settings);
			List<FolderImage> left = left(journal);
			checkPlaces(journal, left);
			begin(journal, settings, opened.classifier().orElse(opened).spec().classes());
			FolderWorkers workers = new FolderWorkers(command, options, save, journal, progress,
				images.size(), users(opened, force));
			boolean stopped = !left.isEmpty() && workers.run(left, force.workers() + force.ahead());
			return result(journal, images.size() - left.size(), effective, stopped,
				workers.provenance(opened, force));
		}
		catch (IOException e) {
			throw new TriptychException(
				"The folder \"" + save + "\" cannot be written: " + TriptychException.why(e) + ".", e);
		}
	}

	/** Sessions of this run's own; none stays open where one of them cannot be opened. */
	private ModelCache.Opened opened(int threads) {
		List<ModelCache.Opened> sessions = new ArrayList<>();
		try {
			return RunModels.open(command.task(), options, (name, task) -> {
				sessions.add(ModelCache.openOwn(name, task, options.device(), threads));
				return sessions.get(sessions.size() - 1);
			});
		}
		catch (RuntimeException e) {
			sessions.forEach(ModelCache.Opened::close);
			throw e;
		}
	}

	private static List<ModelCache.Opened> users(ModelCache.Opened opened, WorkerPlan force) {
		List<ModelCache.Opened> users = new ArrayList<>();
		for (int i = 0; i < force.workers(); i++)
			// A GPU does one inference after the other; preparing and decoding run beside it.
			users
				.add(opened.model().device().startsWith("gpu") ? opened.another(opened) : opened.another());
		return users;
	}

	/**
	 * All that the results depend on beside the images; where the model lies and which of the GPUs
	 * runs it do not.
	 */
	private Map<String, String> settings(Map<String, String> effective, ModelCache.Opened opened,
		String description)
	{
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("task", folder.task());
		settings.putAll(effective);
		settings.put("model", opened.spec().name());
		settings.put("device", options.device().kind().name().toLowerCase(Locale.ROOT));
		settings.put("sha256", opened.sha256());
		opened.stuff().ifPresent(stuff -> {
			settings.put("things", opened.spec().name());
			settings.put("stuff", stuff.spec().name());
			settings.put("stuff-sha256", stuff.sha256());
		});
		settings.put("description", description);
		settings.put("triptych", Provenance.version());
		return settings;
	}

	private Map<String, String> folderKeys() {
		Map<String, String> keys = Options.values(folder);
		List.of("save", "resume", "overwrite").forEach(keys::remove);
		return keys;
	}

	/**
	 * In the words of an earlier start where the same folder was written in another way, such as with
	 * a slash behind it.
	 */
	private Map<String, String> folderKeys(Map<String, String> earlier) {
		Map<String, String> keys = folderKeys();
		String before = earlier.getOrDefault("input", "");
		if (FolderImages.same(before, folder.input())) keys.put("input", before);
		return keys;
	}

	/** Earlier results are kept only where this start would give the same. */
	private void goOn(FolderJournal journal, Map<String, String> settings) throws IOException {
		if (!journal.isOld()) return;
		boolean anew = folder.resume() == YesNo.NO;
		if (anew && folder.overwrite() == YesNo.NO)
			throw new TriptychException("The folder \"" + folder.save()
				+ "\" holds the results of an earlier start; use overwrite=yes to do all images again, or"
				+ " resume=yes to do the rest.");
		int reviewed = anew ? reviews.count(save) : 0;
		if (reviewed > 0) throw new TriptychException("The folder \"" + folder.save() + "\" holds the"
			+ " corrections of " + Plural.of(reviewed, "image", "images") + " from Review Folder...,"
			+ " which resume=no would make worthless; choose another folder for save=, or move "
			+ ReviewJournal.FILE + " out of this one first.");
		if (anew) {
			ModelCommand<?> earlier = FolderJob.command(journal.lastStart().settings().get("task"));
			for (FolderJournal.Entry entry : journal.entries().values())
				new ResultFiles(save.resolve(entry.name()), earlier.spec()).discard();
			Groups before = Groups.of(journal.lastStart().folder().getOrDefault("group", ""));
			for (Path file : FolderReport.files(save, earlier, before))
				Files.deleteIfExists(file);
			journal.clear();
			return;
		}
		Map<String, String> earlier = journal.lastStart().folder();
		Map<String, String> mine = folderKeys(earlier);
		// Groups change the joined tables only, which are made anew.
		mine.put("group", earlier.getOrDefault("group", ""));
		String other = difference(journal.lastStart().settings(), settings) + difference(earlier, mine);
		if (!other.isEmpty())
			throw new TriptychException("The folder \"" + folder.save()
				+ "\" holds results of an earlier start with other settings (" + other.substring(2)
				+ "); choose another folder for save=, or do all images again with resume=no"
				+ " overwrite=yes.");
	}

	/** Such as {@code , smallest was 0 and is 20}. */
	static String difference(Map<String, String> before, Map<String, String> now) {
		Map<String, String> all = new LinkedHashMap<>(before);
		now.forEach(all::putIfAbsent);
		return all.keySet()
			.stream()
			.filter(k -> !before.getOrDefault(k, "").equals(now.getOrDefault(k, "")))
			.map(k -> ", " + k + " was " + word(before.get(k)) + " and is " + word(now.get(k)))
			.collect(Collectors.joining());
	}

	private static String word(String value) {
		return value == null || value.isEmpty() ? "nothing" : value;
	}

	/** Images without whole results; a table that somebody took away is made again. */
	private List<FolderImage> left(FolderJournal journal) {
		return images.stream().filter(i -> {
			FolderJournal.Entry entry = journal.entries().get(i.path());
			// What somebody has corrected is not done again, whatever happened to the image.
			if (entry != null && reviews.holds(save, i.path(), entry.name())) return false;
			return entry == null || !entry.isDone(i)
				|| !new ResultFiles(save.resolve(entry.name()), command.spec()).complete();
		}).toList();
	}

	/** Files that no start of this run has written are the user's. */
	private void checkPlaces(FolderJournal journal, List<FolderImage> left) {
		List<Path> places = new ArrayList<>();
		if (!journal.isOld() && shard.whole()) places.addAll(FolderReport.files(save, command,
			groups));
		if (Files.exists(save)) for (FolderImage image : left)
			if (!journal.owns(image.name()))
				places.addAll(new ResultFiles(save.resolve(image.name()), command.spec()).mayWrite());
		for (Path place : places) {
			if (Files.isDirectory(place))
				throw new TriptychException("In place of the result file \"" + place
					+ "\" there is a folder; choose another folder for save=.");
			if (folder.overwrite() == YesNo.NO && Files.exists(place))
				throw new TriptychException("The file \"" + place
					+ "\" is there already; use overwrite=yes to replace it, or another folder for save=.");
		}
	}

	private void begin(FolderJournal journal, Map<String, String> settings, List<String> classes)
		throws IOException
	{
		List<FolderJournal.Entry> leftovers = journal.entries()
			.values()
			.stream()
			.filter(e -> e.state() == FolderJournal.State.BEGUN)
			.toList();
		journal.start(new FolderJournal.Start(settings, folderKeys(), listed.skipped(),
			shard.toString(), images.size(), list, classes));
		for (FolderJournal.Entry entry : leftovers)
			new ResultFiles(save.resolve(entry.name()), command.spec()).discard();
		journal.keepOnly(images.stream().map(FolderImage::path).collect(Collectors.toSet()));
		for (FolderImage image : images)
			Files.createDirectories(save.resolve(image.name()).getParent());
	}

	private FolderResult result(FolderJournal journal, int kept, Map<String, String> effective,
		boolean stopped, Map<String, String> provenance)
	{
		FolderReport report = new FolderReport(save, command, provenance, groups);
		report.kept(kept);
		report.skipped(listed.skipped());
		for (FolderImage image : images) {
			FolderJournal.Entry entry = journal.entries().get(image.path());
			if (entry == null) report.left(image.path());
			else report.add(entry, save);
		}
		Map<String, String> keys = Options.values(folder);
		keys.putAll(effective);
		return report.finish(keys, stopped, images.size(), shard.whole());
	}
}
