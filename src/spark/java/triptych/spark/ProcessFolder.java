package triptych.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import triptych.core.TriptychException;
import triptych.folder.FolderListing;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.folder.FolderRun;
import triptych.folder.Shard;
import triptych.workflow.Triptych;

/**
 * Process Folder... on a Spark cluster whose computers all see the two folders under the same
 * paths. Each task is a shard: a few images with a journal of their own. An executor that is lost
 * costs the image that it was at: Spark starts the task again, and the journal says what is done.
 * At the end the shards are joined into the very tables that one computer would have written.
 */
public final class ProcessFolder {

	private static final String IMAGES = "images-per-task";

	/** Unless the flag says otherwise there are so many tasks, of so few or many images. */
	private static final int TASKS = 200, FEWEST = 8, MOST = 64;

	private static final Pattern SENTENCE = Pattern.compile("TriptychException: ([^\n]+)");

	private ProcessFolder() {}

	/** @param args the keys of Process Folder... as {@code --key=value} */
	public static void main(String[] args) {
		Map<String, String> keys = keys(args);
		int each = number(keys.remove(IMAGES));
		SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "Triptych")
			// Two at one shard would be one too many; its journal refuses the second.
			.set("spark.speculation", "false");
		FolderResult result;
		try (JavaSparkContext context = new JavaSparkContext(conf)) {
			result = run(context, keys, each);
		}
		catch (TriptychException e) {
			System.err.println(e.getMessage());
			System.exit(1);
			return;
		}
		result.failed().forEach((image, problem) -> System.err.println(image + ": " + problem));
		System.out.println(result.summary());
		if (!result.failed().isEmpty()) System.exit(1);
	}

	/**
	 * @param keys of Process Folder...
	 * @param asked the largest number of images of a task, 0 for the usual one
	 * @throws TriptychException for wrong keys and folders, before any task begins
	 */
	static FolderResult run(JavaSparkContext context, Map<String, String> keys, int asked) {
		FolderListing listing = FolderRun.list(keys);
		// By the images alone, so that a second start has the same tasks on any cluster.
		int usual = Math.max(FEWEST, Math.min(MOST, listing.size() / TASKS));
		int each = asked > 0 ? asked : usual;
		int tasks = Math.max(1, (listing.size() + each - 1) / each);
		List<Integer> shards = IntStream.rangeClosed(1, tasks).boxed().toList();
		Map<String, String> sent = new LinkedHashMap<>(keys);
		// Sent once to each executor: a hundred thousand images listed by every task would be the work.
		Broadcast<FolderListing> images = context.broadcast(listing);
		try {
			context.parallelize(shards, tasks).foreach(shard -> {
				System.setProperty("java.awt.headless", "true");
				// Spark gives a task one core, whatever else the computer has.
				FolderRun.runOnOneCore(sent, Shard.of(shard + "/" + tasks), images.value(),
					FolderProgress.SILENT);
			});
		}
		catch (Exception e) {
			throw failed(e);
		}
		// A single shard has written the tables itself.
		Path save = Path.of(keys.get("save"));
		return tasks > 1 ? Triptych.merge(List.of(save), "")
			: Triptych.processFolder(keys, FolderProgress.SILENT);
	}

	/** Exceptions of executors come as a text, which holds the sentence for the user. */
	private static TriptychException failed(Exception e) {
		Matcher sentence = SENTENCE.matcher(String.valueOf(e.getMessage()));
		String why = sentence.find() ? sentence.group(1) : String.valueOf(e.getMessage());
		return new TriptychException(why + " What is done stays; start again to do the rest.", e);
	}

	private static Map<String, String> keys(String... args) {
		Map<String, String> keys = new LinkedHashMap<>();
		List<String> wrong = new ArrayList<>();
		for (String arg : args) {
			int equals = arg.indexOf('=');
			if (!arg.startsWith("--") || equals < 0) wrong.add(arg);
			else keys.put(arg.substring(2, equals), arg.substring(equals + 1));
		}
		if (!wrong.isEmpty()) throw new TriptychException("Not known: " + String.join(" ", wrong)
			+ "; each word is a key of Process Folder... such as --task=instance.");
		return keys;
	}

	private static int number(String text) {
		if (text == null) return 0;
		if (text.matches("[1-9]\\d{0,5}")) return Integer.parseInt(text);
		throw new TriptychException("--" + IMAGES + " is " + text
			+ "; it must be a whole number from 1 up.");
	}
}
