package triptych.folder;

import java.nio.file.Path;

import triptych.core.TriptychException;
import triptych.review.ReviewJournal;

/** Wants the journals of a folder: says "open", or why it may not. */
public final class OtherProcess {

	private OtherProcess() {}

	public static void main(String[] args) {
		Path results = Path.of(args[0]);
		say(() -> FolderJournal.of(results, Shard.WHOLE).close());
		say(() -> ReviewJournal.open(results).close());
	}

	private static void say(Runnable wish) {
		try {
			wish.run();
			System.out.println("open");
		}
		catch (TriptychException e) {
			System.out.println(e.getMessage());
		}
	}
}
