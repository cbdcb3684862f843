package triptych.plugin;

import java.util.Map;
import java.util.Set;

import triptych.core.Task;
import triptych.options.Key;
import triptych.run.Commands;

/**
 * What a dialog calls the keys: the key itself, which macros write, and a few plain words; and
 * which keys most runs leave as they are.
 */
final class KeyLabels {

	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("model", ""),
		Map.entry("things", "(model of the objects)"),
		Map.entry("stuff", "(model of the regions around)"), Map.entry("device", "to run on"),
		Map.entry("within", "(part of the image)"), Map.entry("slices", "such as 2-5 or all"),
		Map.entry("frames", "such as 2-5 or all"), Map.entry("channels", "such as 1,2"),
		Map.entry("tile", "edge in pixels"), Map.entry("augment", "(mirror images too)"),
		Map.entry("link", "through the stack"), Map.entry("confidence", "at least"),
		Map.entry("overlap", "at most"), Map.entry("thresholds", "(class:score)"),
		Map.entry("cutoff", "of soft masks"), Map.entry("border", "(objects at the edge)"),
		Map.entry("save", "in this folder"), Map.entry("overwrite", "files of that name"),
		Map.entry("mode", "(labels an image)"), Map.entry("top", "best classes"),
		Map.entry("accept", "from this score on"), Map.entry("find", "objects an image"),
		Map.entry("suppression", "of doubles"), Map.entry("max", "objects (0: all)"),
		Map.entry("share", "left of an object"), Map.entry("classify", "objects with this model"),
		Map.entry("input", "folder of images"),
		Map.entry("task", ""), Map.entry("results", "of Process Folder..."),
		Map.entry("order", "of the images"), Map.entry("group", "(folder, or {group} in names)"),
		Map.entry("format", "(auto: by the files)"),
		Map.entry("settings", "in a second dialog"),
		Map.entry("pattern", "of file names, such as *.tif"),
		Map.entry("recursive", "(subfolders too)"), Map.entry("resume", "an earlier run"),
		Map.entry("truth", "(annotations)"), Map.entry("predictions", "to be judged"),
		Map.entry("compare", "with other predictions"), Map.entry("target", "of the main figure"),
		Map.entry("columns", "of the table"), Map.entry("histogram", "of a column, such as Area"),
		Map.entry("scatter", "of two, such as Area,Circ."), Map.entry("name", "of the model"),
		Map.entry("network", "(its inner maps too)"), Map.entry("goal", "(balanced accuracy)"));

	private static final Set<String> AREAS = Set.of("smallest", "largest");

	/** Left as they are by most; they lie under the fold of a long dialog. */
	private static final Set<String> RARE = Set.of("device", "channels", "tile", "diameter",
		"augment", "link", "overlap", "thresholds", "cutoff", "suppression", "max", "share", "classify",
		"overwrite", "columns", "histogram", "scatter", "top", "resume", "pattern", "iou", "target",
		"compare", "largest", "slices", "frames", "border", "shard");

	private KeyLabels() {}

	/** @param unit of lengths in the image */
	static String of(Key key, String unit) {
		boolean pixels = unit.equals("pixel");
		String areas = pixels ? "pixels" : unit + "²", lengths = pixels ? "pixels" : unit;
		if (AREAS.contains(key.name())) return key.name() + " area in " + areas;
		if (key.name().equals("diameter"))
			return key.name() + " of objects, in " + lengths;
		String words = WORDS.get(key.name());
		if (words != null) return words.isEmpty() ? key.name() : key.name() + " " + words;
		boolean told = key.form().isEmpty() || key.max() == 1 && key.isNumber();
		return told ? key.name() : key.name() + " (" + key.form() + ")";
	}

	/** A value as the dialog shows it: tasks by the names of the menu. */
	static String choice(Key key, String value) {
		if (!key.name().equals("task") || value.equals("auto")) return value;
		return Commands.of(Task.of(value)).spec().name().replace("...", "") + " (" + value + ")";
	}

	/** The sentence of the documentation on a key. */
	static String help(Key key) {
		return key.name() + ": " + key.help() + " (" + key.allowed() + ")";
	}

	/** @param stack the image has several slices or frames, so that these are no rare keys */
	static boolean isRare(Key key, boolean stack) {
		boolean plane = key.name().equals("slices") || key.name().equals("frames");
		return RARE.contains(key.name()) && !(plane && stack);
	}
}
