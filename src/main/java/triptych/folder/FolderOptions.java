package triptych.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.options.Key;
import triptych.options.Option;
import triptych.options.Options;
import triptych.options.YesNo;
import triptych.run.Verb;

/** Keys of Process Folder... itself; those of the task's command stand beside them. */
public record FolderOptions(
	@Option(choices = { "classification", "detection", "semantic", "instance" }, help = "what is done with each image: "
		+ "Classify Image..., Detect Objects..., Segment Regions... or Segment Objects...") String task,
	@Option(help = "the folder with the images", form = "a folder") String input,
	@Option(help = "the folder for the results; made where it is missing", form = "a folder") String save,
	@Option(value = "*", help = "which files: a pattern for the file name, in capitals or not; * is any text, ? any letter, "
		+ "{tif,png} a choice; * alone passes over what by its ending is no image", form = "such as *.tif") String pattern,
	@Option(value = "no", help = "whether the folders inside are taken too; the results get the same folders") YesNo recursive,
	@Option(value = "yes", help = "whether images that an earlier start has done are kept, or all are done again "
		+ "(with overwrite=yes)") YesNo resume,
	@Option(value = "no", help = "when the folder for the results holds files of these names that are not from "
		+ "an earlier start: stop before running, or replace them") YesNo overwrite)
{

	/** Keys that the folder run gives a meaning of its own. */
	private static final Set<String> OWN = Set.of("save", "overwrite");

	/** The keys of a task's command that stand beside the folder's own. */
	public static List<Key> keysOf(Verb verb) {
		return Options.keys(verb.options()).stream().filter(k -> !OWN.contains(k.name())).toList();
	}

	/** Every key that some task has, without the folder's own. */
	public static List<Key> keysOfAnyTask() {
		Map<String, Key> keys = new LinkedHashMap<>();
		for (Verb verb : Verb.values())
			for (Key key : keysOf(verb))
				keys.putIfAbsent(key.name(), key);
		return List.copyOf(keys.values());
	}

	/** The command behind a value of {@code task}. */
	public static Verb verb(String task) {
		if (task.isEmpty()) throw new TriptychException("Process Folder... needs the key task: classification, detection, "
			+ "semantic or instance.");
		return Verb.of(Task.of(task));
	}

	/** The folder's own keys among those given; a key that neither the folder nor the task has is an error. */
	static FolderOptions of(Map<String, String> given) {
		Map<String, String> mine = new LinkedHashMap<>(given);
		Set<String> own = new LinkedHashSet<>(Options.keys(FolderOptions.class).stream().map(Key::name).toList());
		mine.keySet().retainAll(own);
		if (!mine.containsKey("task")) verb("");
		FolderOptions folder = Options.of(FolderOptions.class, mine);
		Set<String> known = new LinkedHashSet<>(own);
		known.addAll(keysOf(folder.verb()).stream().map(Key::name).toList());
		for (String name : given.keySet())
			if (!known.contains(name)) throw new TriptychException("Unknown key \"" + name + "\"; the keys of Process Folder... "
				+ "with task=" + folder.task() + " are " + known.stream().collect(Collectors.joining(", ")) + ".");
		for (String name : List.of("input", "save"))
			if (mine.getOrDefault(name, "").isEmpty()) throw new TriptychException("Process Folder... needs the key " + name
				+ ": " + (name.equals("input") ? "the folder with the images." : "the folder for the results."));
		return folder;
	}

	/** What is wrong with these values and the folders that they name, in one sentence; blank where nothing is. */
	public static String problem(Map<String, String> values) {
		try {
			FolderOptions folder = of(values);
			folder.taskOptions(values);
			FolderImages.check(folder);
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	Verb verb() {
		return verb(task);
	}

	/** The options of the task's command for each image; the folder run writes the files itself. */
	Record taskOptions(Map<String, String> given) {
		List<String> names = new ArrayList<>(keysOf(verb()).stream().map(Key::name).toList());
		Map<String, String> values = new LinkedHashMap<>(given);
		values.keySet().retainAll(names);
		return Options.of(verb().options(), values);
	}
}
