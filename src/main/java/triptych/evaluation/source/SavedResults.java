package triptych.evaluation.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.result.ResultFiles;

/**
 * What a run of Triptych has saved: a table an image, and beside it label images or ROIs. These
 * hold pixels; a table holds calibrated places, which are read only where they are in pixels.
 */
final class SavedResults {

	/** The ends of the tables, from the most detailed answer to the simplest. */
	private static final Map<Task, String> TABLES = new EnumMap<>(Map.of(
		Task.PANOPTIC_SEGMENTATION, "-scene.csv", Task.INSTANCE_SEGMENTATION, "-objects.csv",
		Task.SEMANTIC_SEGMENTATION, "-regions.csv", Task.DETECTION, "-detections.csv",
		Task.CLASSIFICATION, "-classification.csv"));

	private final Path folder;
	private final Map<Task, List<Path>> tables = new EnumMap<>(Task.class);
	private final List<String> notes = new ArrayList<>();

	/** @param reviewed whether what somebody has looked through counts, where there is some */
	private SavedResults(Path folder, boolean reviewed) {
		this.folder = folder;
		for (Path file : FileList.below(folder))
			TABLES.forEach((task, ending) -> {
				String name = file.getFileName().toString();
				if (name.endsWith(ending) && !name.equals("all" + ending))
					tables.computeIfAbsent(task, t -> new ArrayList<>()).add(file);
			});
		tables.replaceAll((task, all) -> ofOneKind(task, all, reviewed));
	}

	/** Either those of the review, or those of the run. */
	private List<Path> ofOneKind(Task task, List<Path> all, boolean reviewed) {
		List<Path> looked = all.stream().filter(t -> isReviewed(task, t)).toList();
		if (looked.isEmpty()) return all;
		List<Path> run = new ArrayList<>(all);
		run.removeAll(looked);
		if (!reviewed) return run;
		notes.add("Of \"" + folder + "\" those images count that Review Folder... has looked through: "
			+ looked.size() + " of " + run.size() + ".");
		return looked;
	}

	/** True for the table of a review, which stands beside that of the run. */
	private static boolean isReviewed(Task task, Path table) {
		String end = ResultFiles.REVIEWED + TABLES.get(task), name = table.getFileName().toString();
		if (!name.endsWith(end)) return false;
		String own = name.substring(0, name.length() - end.length()) + TABLES.get(task);
		return Files.exists(table.resolveSibling(own));
	}

	/**
	 * As predictions the results of the run count, whatever was corrected since; as truth those of
	 * the review, where there is one. Empty where the folder holds no results.
	 */
	static Optional<Source> of(String text, Path folder, Optional<Task> wanted, boolean truth) {
		SavedResults results = new SavedResults(folder, truth);
		if (results.tables.isEmpty()) return Optional.empty();
		Task task = results.task(wanted);
		List<Item> items = results.tables.get(task)
			.stream()
			.map(t -> results.item(task, t))
			.sorted(Comparator.comparing(Item::name))
			.toList();
		return Optional.of(new Source(text, Optional.of(task), false, items, Pictures.ofRun(folder),
			() -> results.notes, () -> {}));
	}

	private Task task(Optional<Task> wanted) {
		if (wanted.isPresent() && tables.containsKey(wanted.get())) return wanted.get();
		if (tables.size() == 1) return tables.keySet().iterator().next();
		String kinds = tables.keySet().stream().map(Task::key).collect(Collectors.joining(", "));
		throw new TriptychException("The folder \"" + folder + "\" holds results of several tasks ("
			+ kinds + "); say with task= which are meant.");
	}

	private Item item(Task task, Path table) {
		String inside = FileList.inside(folder, table);
		String name = inside.substring(0, inside.length() - TABLES.get(task).length());
		if (isReviewed(task, table))
			name = name.substring(0, name.length() - ResultFiles.REVIEWED.length());
		String path = table.toString();
		String stem = path.substring(0, path.length() - TABLES.get(task).length());
		return new Item(name, stem, () -> planes(task, Path.of(stem), table));
	}

	private static Map<String, Content> planes(Task task, Path stem, Path table) {
		return switch (task) {
			case CLASSIFICATION -> ClassTable.planes(table);
			case DETECTION -> boxes(stem, table);
			case INSTANCE_SEGMENTATION -> objects(stem, table);
			case SEMANTIC_SEGMENTATION -> labels(stem, "-classes.tif");
			case PANOPTIC_SEGMENTATION -> SceneTable.on(labels(stem, "-scene.tif"), table);
		};
	}

	private static Path beside(Path stem, String ending) {
		return stem.resolveSibling(stem.getFileName() + ending);
	}

	private static Map<String, Content> labels(Path stem, String ending) {
		Path file = beside(stem, ending);
		if (Files.exists(file)) return LabelContents.read(file);
		throw new TriptychException("The results \"" + stem + "\" lack " + file.getFileName()
			+ "; run again with labels among the outputs.");
	}

	private static Map<String, Content> objects(Path stem, Path table) {
		Path labels = beside(stem, "-labels.tif"), rois = beside(stem, "-rois.zip");
		if (Files.exists(labels)) return LabelContents.read(labels);
		if (Files.exists(rois)) return RoiContents.read(rois);
		if (TableFile.read(table).rows().isEmpty()) return Map.of(Item.ONLY, Content.Objects.NONE);
		throw new TriptychException("The results \"" + stem + "\" have neither a label image nor"
			+ " ROIs; run again with labels or rois among the outputs.");
	}

	private static Map<String, Content> boxes(Path stem, Path table) {
		TableFile rows = TableFile.read(table);
		if (rows.rows().isEmpty()) return Map.of(Item.ONLY, Content.Objects.NONE);
		Path rois = beside(stem, "-rois.zip");
		if (Files.exists(rois)) return scored(RoiContents.read(rois), rows);
		return Map.of(Item.ONLY, new Content.Objects(0, 0, inPixels(rows)));
	}

	/** ROIs hold four digits of a score, the table all of them. */
	private static Map<String, Content> scored(Map<String, Content> planes, TableFile table) {
		int id = table.column("id"), score = table.column("score");
		if (planes.size() > 1 || id < 0 || score < 0) return planes;
		Map<String, Double> scores = new HashMap<>();
		for (int r = 0; r < table.rows().size(); r++)
			scores.put(table.rows().get(r).get(id), table.numberIfAny(r, score));
		Map<String, Content> exact = new HashMap<>();
		planes.forEach((plane, content) -> exact.put(plane, scored((Content.Objects) content, scores)));
		return exact;
	}

	private static Content scored(Content.Objects all, Map<String, Double> scores) {
		return new Content.Objects(all.width(), all.height(), all.annotations()
			.stream()
			.map(a -> new Annotation(a.className(),
				scores.getOrDefault(a.properties().get("id"), a.score()), a.crowd(), a.shape(),
				a.properties()))
			.toList());
	}

	private static List<Annotation> inPixels(TableFile table) {
		int unit = table.column("unit"), name = table.column("class"), score = table.column("score"),
			x = table.column("bx"), y = table.column("by"), w = table.column("width"),
			h = table.column("height");
		List<Annotation> boxes = new ArrayList<>();
		for (int r = 0; r < table.rows().size(); r++) {
			List<String> row = table.rows().get(r);
			if (!row.get(unit).equals("pixel") || table.column("slice", "frame") >= 0)
				throw new TriptychException("The table \"" + table.file() + "\" holds places in "
					+ row.get(unit) + " or of several planes, and no ROIs lie beside it; run again with"
					+ " overlay or rois among the outputs.");
			double left = table.number(r, x), top = table.number(r, y);
			Box box = new Box(left, top, left + table.number(r, w), top + table.number(r, h));
			boxes.add(new Annotation(row.get(name), table.numberIfAny(r, score), false,
				new Shape.Rectangle(box), Map.of()));
		}
		return boxes;
	}
}
