package triptych.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import ij.ImagePlus;
import triptych.core.Stopped;
import triptych.core.TriptychException;
import triptych.ij.files.ImageFile;
import triptych.options.RunOptions;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.run.CommandRun;
import triptych.run.ModelCommand;
import triptych.session.ModelCache;
import triptych.session.Provenance;

/**
 * Does the images of a folder on several threads. Each thread takes an image through reading, the
 * model and writing; the model is there for as many at a time as there are workers, so the others
 * read and write meanwhile, and no more images are in memory than there are threads.
 */
final class FolderWorkers {

	private final ModelCommand<?> command;
	private final RunOptions options;
	private final Path save;
	private final FolderJournal journal;
	private final FolderProgress progress;
	private final int all, sharers;
	private final BlockingQueue<ModelCache.Opened> users;
	private final DiskTrouble disk;
	private final AtomicInteger next = new AtomicInteger();
	private final long start = System.nanoTime();
	private int finished, failed, before;
	private volatile boolean stopped;
	private volatile RuntimeException fatal;

	/** @param all images of the run, those that need not be done again too */
	FolderWorkers(ModelCommand<?> command, RunOptions options, Path save, FolderJournal journal,
		FolderProgress progress, int all, List<ModelCache.Opened> users)
	{
		this.command = command;
		this.options = options;
		this.save = save;
		this.journal = journal;
		this.progress = progress;
		this.all = all;
		sharers = users.size();
		disk = new DiskTrouble(save);
		this.users = new ArrayBlockingQueue<>(users.size(), false, users);
	}

	/** Returns when all images are finished, or those in work after a stop; true then. */
	boolean run(List<FolderImage> images, int threads) {
		before = all - images.size();
		Thread[] team = new Thread[Math.min(threads, images.size())];
		for (int i = 0; i < team.length; i++) {
			team[i] = new Thread(() -> work(images), "Triptych folder " + (i + 1));
			team[i].setDaemon(true);
			// Models find their classes and natives by the loader of the plugin, which ImageJ's threads
			// do not carry.
			team[i].setContextClassLoader(FolderWorkers.class.getClassLoader());
			team[i].start();
		}
		for (Thread t : team)
			await(t);
		if (fatal != null) throw fatal;
		return stopped;
	}

	/** What the run was made with, and how fast it was. */
	Map<String, String> provenance(ModelCache.Opened opened, WorkerPlan force) {
		double seconds = (System.nanoTime() - start) / 1e9;
		Map<String, String> facts = Provenance.of(opened, Math.round(seconds * 1000));
		facts.put("workers", String.valueOf(force.workers()));
		facts.put("threads", String.valueOf(force.threads()));
		facts.put("images-per-second", String.format(Locale.ROOT, "%.2f", finished / seconds));
		return facts;
	}

	/** An interrupt of the thread that waits means stop, not leave: files may be half way. */
	private void await(Thread t) {
		while (true) try {
			t.join();
			return;
		}
		catch (InterruptedException e) {
			stopped = true;
		}
	}

	private void work(List<FolderImage> images) {
		try {
			while (fatal == null) {
				if (next.get() >= images.size()) return;
				if (stopped || progress.stop()) {
					stopped = true;
					return;
				}
				int i = next.getAndIncrement();
				if (i < images.size()) one(images.get(i));
			}
		}
		catch (RuntimeException | Error e) {
			// What is no failure of one image, such as a journal on a full disk, ends the run.
			fatal = e instanceof RuntimeException r ? r : new IllegalStateException(e);
		}
	}

	private void one(FolderImage image) {
		String problem = "";
		try {
			done(image);
		}
		catch (Stopped e) {
			stopped = true;
			return;
		}
		catch (TriptychException e) {
			problem = e.getMessage();
		}
		catch (RuntimeException e) {
			// A mistake of ours that one image brings out should not cost the others.
			problem = "This image met a mistake in Triptych, which its makers want to hear of: " + e
				+ ".";
		}
		catch (OutOfMemoryError e) {
			problem = "There was not enough memory for this image; give Java more, or start again with"
				+ " fewer workers.";
		}
		catch (IOException e) {
			problem = "Its results cannot be written: " + TriptychException.why(e) + ".";
			disk.unwritten(TriptychException.why(e));
		}
		catch (InterruptedException e) {
			stopped = true;
			return;
		}
		if (!problem.isEmpty())
			journal.add(FolderJournal.Entry.of(FolderJournal.State.FAILED, image, problem));
		tell(image, problem);
		disk.check();
	}

	private void done(FolderImage image) throws IOException, InterruptedException {
		ResultFiles files = new ResultFiles(save.resolve(image.name()), command.spec());
		// Leftovers of a start that was killed, or results of an image that has changed since.
		if (journal.owns(image.name())) files.discard();
		image.checkName();
		Result result = predicted(opened(image));
		// A part of a stack would look like all of it.
		if (result.stopped()) throw new Stopped();
		journal.add(FolderJournal.Entry.of(FolderJournal.State.BEGUN, image, ""));
		write(files, result);
		journal.add(FolderJournal.Entry.of(FolderJournal.State.DONE, image, result.summary(),
			result.provenance().getOrDefault("note", "")));
		disk.well();
	}

	private ImagePlus opened(FolderImage image) {
		try {
			return ImageFile.open(image.file());
		}
		catch (TriptychException e) {
			disk.unread(image);
			throw e;
		}
	}

	private void write(ResultFiles files, Result result) {
		try {
			files.write(result);
		}
		catch (TriptychException e) {
			if (e.getCause() instanceof IOException why) disk.unwritten(TriptychException.why(why));
			throw e;
		}
	}

	private Result predicted(ImagePlus image) throws InterruptedException {
		ModelCache.Opened user = users.take();
		try {
			return CommandRun.of(command, image, options, user, sharers);
		}
		finally {
			users.add(user);
		}
	}

	private synchronized void tell(FolderImage image, String problem) {
		finished++;
		if (!problem.isEmpty()) failed++;
		progress.finished(image.path(), problem, new FolderProgress.State(before + finished, failed,
			all, finished * 1e9 / (System.nanoTime() - start)));
	}
}
