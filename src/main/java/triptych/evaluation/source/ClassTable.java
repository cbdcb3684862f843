package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import triptych.annotation.AnnotatedImage;
import triptych.core.Task;
import triptych.core.TriptychException;

/**
 * Tables that give images classes: a row a class (File, Class, and Score where there is one), as
 * Classify Image... saves them, or a row an image with a column a class that holds 1 and 0, or
 * scores.
 */
final class ClassTable {

	/** From here on a number in a column of a class says that the image is of it. */
	private static final double SAID = 0.5;

	/** What the rows of one image say. */
	private static final class Gathered {

		private final Set<String> said = new LinkedHashSet<>();
		private final Map<String, Double> scores = new LinkedHashMap<>();

		private Content.Classes content() {
			return new Content.Classes(List.copyOf(said), scores);
		}

		private void sayStrongest() {
			said.clear();
			said.add(Collections.max(scores.entrySet(), Map.Entry.comparingByValue()).getKey());
		}
	}

	private final TableFile table;
	private final int image;
	private final Map<String, Gathered> images = new LinkedHashMap<>();

	private ClassTable(TableFile table) {
		this.table = table;
		this.image = table.column("file", "image", "name", "filename", "file_name", "label");
		int ofClass = table.column("class", "category", "label");
		if (image < 0) throw wrong();
		if (ofClass >= 0 && ofClass != image) rows(ofClass);
		else columns();
		// Shares of one whole (softmax) are of classes that exclude each other: the largest is meant,
		// however many share.
		boolean oneClass = table.column("accepted") < 0 && !images.isEmpty()
			&& images.values().stream().allMatch(all -> all.content().areShares());
		if (oneClass) images.values().forEach(Gathered::sayStrongest);
	}

	private TriptychException wrong() {
		return new TriptychException("The table \"" + table.file() + "\" has the columns "
			+ String.join(", ", table.columns()) + "; it needs File and Class (and Score where there"
			+ " is one), or File and a column for each class.");
	}

	private TriptychException noScore(int row, int column) {
		return new TriptychException("The table \"" + table.file() + "\", line " + (row + 2)
			+ ": the column " + table.columns().get(column) + " holds "
			+ table.rows().get(row).get(column).strip()
			+ ", but the score of a class lies from 0 to 1 (a network's raw outputs become scores by"
			+ " softmax or sigmoid).");
	}

	private void rows(int ofClass) {
		int score = table.column("score"), accepted = table.column("accepted");
		checkOneSubject();
		for (int r = 0; r < table.rows().size(); r++) {
			List<String> row = table.rows().get(r);
			Gathered all = images.computeIfAbsent(row.get(image), n -> new Gathered());
			String name = row.get(ofClass).strip();
			if (name.isEmpty()) continue;
			if (accepted < 0 || row.get(accepted).equals("1")) all.said.add(name);
			// What somebody has named in a review has none.
			double value = score < 0 ? Double.NaN : table.numberIfAny(r, score);
			if (Double.isNaN(value)) continue;
			if (value < 0 || value > 1) throw noScore(r, score);
			all.scores.put(name, value);
		}
	}

	/** In a joined table of ours the planes or ROIs of an image have the same File. */
	private void checkOneSubject() {
		int label = table.column("label");
		if (image != table.column("file") || label < 0 || table.column("rank") < 0) return;
		Map<String, String> labels = new HashMap<>();
		for (List<String> row : table.rows()) {
			String before = labels.putIfAbsent(row.get(image), row.get(label));
			if (before != null && !before.equals(row.get(label)))
				throw new TriptychException("The table \"" + table.file() + "\" holds several planes or"
					+ " ROIs of " + row.get(image) + ", which would count as one image of several classes;"
					+ " name the folder of the results instead, which tells them apart.");
		}
	}

	private void columns() {
		if (table.columns().size() < 3) throw wrong();
		for (int r = 0; r < table.rows().size(); r++) {
			Gathered all = images.computeIfAbsent(table.rows().get(r).get(image),
				n -> new Gathered());
			for (int c = 0; c < table.columns().size(); c++) {
				if (c == image || table.columns().get(c).equals("Unit")) continue;
				double value = table.number(r, c);
				if (!(value >= 0 && value <= 1)) throw noScore(r, c);
				all.scores.put(table.columns().get(c), value);
				if (value >= SAID) all.said.add(table.columns().get(c));
			}
		}
	}

	/** A table of many images. */
	static Source file(String text, Path file) {
		ClassTable table = new ClassTable(TableFile.read(file));
		List<Item> items = new ArrayList<>();
		table.images.forEach((name, all) -> items.add(Item.of(withoutEnding(name), file + ": " + name,
			all.content())));
		if (items.isEmpty())
			throw new TriptychException("The table \"" + file + "\" has no row.");
		return new Source(text, Optional.of(Task.CLASSIFICATION), items);
	}

	private static String withoutEnding(String name) {
		String path = name.replace('\\', '/');
		return path.substring(0, path.lastIndexOf('/') + 1) + AnnotatedImage.stem(path);
	}

	/** The table of one image, which names its planes. */
	static Map<String, Content> planes(Path file) {
		ClassTable table = new ClassTable(TableFile.read(file));
		Map<String, Content> planes = new LinkedHashMap<>();
		for (Gathered all : table.images.values())
			planes.put(planes.size() + 1 + ".1", all.content());
		return planes;
	}
}
