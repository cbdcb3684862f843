package triptych.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.files.ImageFile;
import triptych.ij.files.RoiFile;
import triptych.result.CsvRows;

/**
 * What a run has saved of an image: the rows of its table, which have all digits, and the pixels of
 * objects and regions, from the label image or else from the ROIs.
 */
final class SavedResults {

	private static final String COUNT_OF = "Count ";

	/** One line of a table, by its columns. */
	record Row(Map<String, String> cells) {

		String of(String column) {
			return cells.getOrDefault(column, "");
		}

		int number(String column, int otherwise) {
			return of(column).isEmpty() ? otherwise : Integer.parseInt(of(column));
		}

		double value(String column) {
			return of(column).isEmpty() ? Double.NaN : Double.parseDouble(of(column));
		}

		/** Puts these cells into a row of a table, where that has numbers in the same columns. */
		void copyInto(Table table, int at) {
			List<Object> row = new ArrayList<>(table.rows().get(at));
			for (int c = 0; c < row.size(); c++)
				if (row.get(c) instanceof Double && cells.containsKey(table.columns().get(c)))
					row.set(c, value(table.columns().get(c)));
			table.rows().set(at, row);
		}

		/** Tells planes apart where there are several. */
		String plane() {
			return of("Slice") + "/" + of("Frame");
		}
	}

	private final ImagePlus image;
	private final List<Row> rows, planes;
	private final List<String> columns = new ArrayList<>(), summaryColumns = new ArrayList<>();

	/**
	 * @param image that the run was of
	 * @param summary null where the run has none; then a plane without a row is not known
	 */
	SavedResults(ImagePlus image, Path table, Path summary) {
		this.image = image;
		rows = rows(table, columns);
		planes = summary == null ? onePerPlane(rows) : rows(summary, summaryColumns);
	}

	private static List<Row> onePerPlane(List<Row> rows) {
		Map<String, Row> planes = new LinkedHashMap<>();
		rows.forEach(row -> planes.putIfAbsent(row.plane(), row));
		return List.copyOf(planes.values());
	}

	private static List<Row> rows(Path csv, List<String> columns) {
		try (BufferedReader in = Files.newBufferedReader(csv)) {
			CsvRows reader = new CsvRows(in);
			columns.addAll(reader.texts());
			List<Row> rows = new ArrayList<>();
			for (List<String> cells = reader.texts(); !cells.isEmpty(); cells = reader.texts()) {
				Map<String, String> row = new LinkedHashMap<>();
				for (int i = 0; i < Math.min(cells.size(), columns.size()); i++)
					row.put(columns.get(i), cells.get(i));
				rows.add(new Row(row));
			}
			return rows;
		}
		catch (IOException e) {
			throw new TriptychException("The table \"" + csv + "\" cannot be read: "
				+ TriptychException.why(e) + "; run Process Folder... again, which makes it anew.", e);
		}
	}

	/** The planes of the run, in its order. */
	List<Position> positions() {
		List<Position> positions = new ArrayList<>();
		for (Row plane : planes) {
			int slice = plane.number("Slice", 1), frame = plane.number("Frame", 1);
			if (slice > image.getNSlices() || frame > image.getNFrames())
				throw new TriptychException("The image \"" + image.getTitle() + "\" has no plane "
					+ plane.plane() + ", of which the run has objects; it was changed since.");
			positions.add(Position.of(image, image.getStackIndex(image.getC(), slice, frame)));
		}
		return positions;
	}

	boolean hasColumn(String column) {
		return columns.contains(column);
	}

	/** All classes that the summary counts, or that occur. */
	List<String> classes() {
		List<String> counted = summaryColumns.stream()
			.filter(c -> c.startsWith(COUNT_OF))
			.map(c -> c.substring(COUNT_OF.length()))
			.toList();
		if (!counted.isEmpty()) return counted;
		return rows.stream().map(r -> r.of("Class")).distinct().toList();
	}

	/** @throws TriptychException where neither label image nor ROIs are there, or they do not fit */
	List<LabelMap> maps(Path labels, Path rois) {
		List<Position> positions = positions();
		if (Files.exists(labels)) {
			ImagePlus saved = opened(labels, positions);
			List<LabelMap> maps = new ArrayList<>();
			for (int i = 0; i < positions.size(); i++)
				maps.add(scored(LabelPlane.of(saved, Position.of(saved, i + 1)), positions.get(i)));
			return maps;
		}
		if (rows.isEmpty()) return positions.stream().map(p -> empty()).toList();
		if (!Files.exists(rois)) throw new TriptychException("Neither \"" + labels.getFileName()
			+ "\" nor \"" + rois.getFileName() + "\" is there, so nobody knows where the objects are;"
			+ " run Process Folder... with outputs=labels,table.");
		List<Roi> all = RoiFile.read(rois);
		List<LabelMap> maps = new ArrayList<>();
		for (int i = 0; i < positions.size(); i++) {
			List<Roi> here = all.stream().filter(positions.get(i)::holds).toList();
			RoiRasterizer painted = RoiRasterizer.of(here, () -> RoiRasterizer.ofDrawn(all),
				image.getWidth(), image.getHeight());
			maps.add(scored(painted.map(), positions.get(i)));
		}
		return maps;
	}

	private ImagePlus opened(Path labels, List<Position> positions) {
		ImagePlus saved = ImageFile.open(labels);
		if (saved.getWidth() != image.getWidth() || saved.getHeight() != image.getHeight()
			|| saved.getStackSize() != positions.size())
			throw new TriptychException("The label image \"" + labels.getFileName()
				+ "\" does not fit the image \"" + image.getTitle() + "\"; one of them was changed.");
		return saved;
	}

	/**
	 * The class of each pixel; the segments are all classes that the model has, those without a pixel
	 * too.
	 */
	List<LabelMap> regions(Path labels, List<Position> positions) {
		if (!Files.exists(labels)) throw new TriptychException("The class image \"" + labels
			.getFileName() + "\" is not there, so nobody knows where the regions are; run Process"
			+ " Folder... with outputs=labels,table.");
		ImagePlus saved = opened(labels, positions);
		List<LabelMap> maps = new ArrayList<>();
		for (int i = 0; i < positions.size(); i++) {
			Position plane = Position.of(saved, i + 1);
			Map<Integer, Row> rows = byId(positions.get(i));
			List<Segment> segments = new ArrayList<>();
			new TreeMap<>(LabelPlane.classes(saved, plane)).forEach((id, best) -> {
				Row row = rows.get(id);
				double disagreement = row == null ? Double.NaN : row.value("Disagreement");
				segments.add(new Segment(id, best.withDisagreement(disagreement), false));
			});
			maps.add(new LabelMap(image.getWidth(), image.getHeight(), LabelPlane.of(saved, plane).ids(),
				segments));
		}
		return maps;
	}

	/** What the run has drawn, nothing where it has not. */
	List<Roi> rois(Path file) {
		return Files.exists(file) ? RoiFile.read(file) : List.of();
	}

	private LabelMap empty() {
		int pixels = image.getWidth() * image.getHeight();
		return new LabelMap(image.getWidth(), image.getHeight(), new int[pixels], List.of());
	}

	private LabelMap scored(LabelMap map, Position plane) {
		Map<Integer, Row> byId = byId(plane);
		List<Segment> segments = new ArrayList<>();
		for (Segment s : map.segments()) {
			Row row = byId.get(s.id());
			if (row == null) segments.add(s);
			else segments.add(new Segment(s.id(), new ClassScore(s.best().classId(), row.of("Class"), row
				.value("Score"), row.value("Disagreement")), true));
		}
		return new LabelMap(map.width(), map.height(), map.ids(), segments);
	}

	/** The rows of a plane by their ids. */
	Map<Integer, Row> byId(Position plane) {
		Map<Integer, Row> byId = new LinkedHashMap<>();
		for (Row row : of(plane))
			byId.put(row.number("Id", 0), row);
		return byId;
	}

	/** The rows of a plane. */
	List<Row> of(Position plane) {
		String slice = plane.manySlices() ? String.valueOf(plane.slice()) : "";
		String frame = plane.manyFrames() ? String.valueOf(plane.frame()) : "";
		return rows.stream().filter(row -> row.plane().equals(slice + "/" + frame)).toList();
	}
}
