package triptych.folder;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.options.Key;
import triptych.options.Options;
import triptych.options.RunOptions;
import triptych.run.Commands;
import triptych.run.ModelCommand;

/**
 * What Process Folder... is to do: its own keys, the command of the task, and that command's keys
 * for each image.
 */
public record FolderJob(FolderOptions folder, ModelCommand<?> command, RunOptions options) {

	/** The name of the command in the menu and in macros. */
	public static final String COMMAND = "Process Folder...";

	/** Keys of a command that the folder run gives a meaning of its own. */
	private static final Set<String> OWN = Set.of("save", "overwrite");

	/** The keys of a task's command that stand beside the folder's own. */
	public static List<Key> keysOf(ModelCommand<?> command) {
		return Options.keys(command.spec().options())
			.stream()
			.filter(k -> !OWN.contains(k.name()))
			.toList();
	}

	/** Every key that some task has, without the folder's own. */
	public static List<Key> keysOfAnyTask() {
		Map<String, Key> keys = new LinkedHashMap<>();
		for (ModelCommand<?> command : Commands.withModel())
			for (Key key : keysOf(command))
				keys.putIfAbsent(key.name(), key);
		return List.copyOf(keys.values());
	}

	/** The command behind a value of {@code task}. */
	public static ModelCommand<?> command(String task) {
		if (task.isEmpty())
			throw new TriptychException(
				COMMAND + " needs the key task:" + " classification, detection, semantic, instance or"
					+ " panoptic.");
		return Commands.of(Task.of(task));
	}

	/**
	 * @param given values by key, the folder's and the task's together
	 * @throws TriptychException for a key that neither the folder nor the task has, among others
	 */
	static FolderJob of(Map<String, String> given) {
		FolderOptions folder = folder(given);
		ModelCommand<?> command = command(folder.task());
		Map<String, String> values = new LinkedHashMap<>(given);
		values.keySet().retainAll(names(keysOf(command)));
		return new FolderJob(folder, command,
			(RunOptions) Options.of(command.spec().options(), values));
	}

	private static FolderOptions folder(Map<String, String> given) {
		Set<String> known = new LinkedHashSet<>(names(Options.keys(FolderOptions.class)));
		Map<String, String> mine = new LinkedHashMap<>(given);
		mine.keySet().retainAll(known);
		if (!mine.containsKey("task")) command("");
		FolderOptions folder = Options.of(FolderOptions.class, mine);
		known.addAll(names(keysOf(command(folder.task()))));
		for (String name : given.keySet())
			if (!known.contains(name))
				throw new TriptychException("Unknown key \"" + name + "\"; the keys of " + COMMAND
					+ " with task=" + folder.task() + " are " + String.join(", ", known) + ".");
		need("input", folder.input(), "the folder with the images");
		need("save", folder.save(), "the folder for the results");
		return folder;
	}

	private static void need(String key, String value, String what) {
		if (value.isEmpty())
			throw new TriptychException(COMMAND + " needs the key " + key + ": " + what + ".");
	}

	private static List<String> names(List<Key> keys) {
		return keys.stream().map(Key::name).toList();
	}

	/** What is wrong with these values and the folders that they name; blank where nothing is. */
	public static String problem(Map<String, String> values) {
		try {
			FolderImages.check(of(values).folder());
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}
}
