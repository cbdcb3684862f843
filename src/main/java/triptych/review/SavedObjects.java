package triptych.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.files.ImageFile;
import triptych.ij.files.RoiFile;
import triptych.result.CsvRows;

/**
 * The objects that a run has saved, plane after plane: their pixels from the label image, or else
 * from the ROIs; class and score from the table, which has all digits.
 */
final class SavedObjects {

	private static final String COUNT_OF = "Count ";

	/** One line of a table, by its columns. */
	private record Row(Map<String, String> cells) {

		String of(String column) {
			return cells.getOrDefault(column, "");
		}

		int number(String column, int otherwise) {
			return of(column).isEmpty() ? otherwise : Integer.parseInt(of(column));
		}

		double value(String column) {
			return of(column).isEmpty() ? Double.NaN : Double.parseDouble(of(column));
		}

		/** Tells planes apart where there are several. */
		String plane() {
			return of("Slice") + "/" + of("Frame");
		}
	}

	private final ImagePlus image;
	private final List<Row> objects, planes;
	private final List<String> columns, summaryColumns;

	/**
	 * @param image that the run was of
	 * @param table, summary of the run
	 */
	SavedObjects(ImagePlus image, Path table, Path summary) {
		this.image = image;
		columns = new ArrayList<>();
		summaryColumns = new ArrayList<>();
		objects = rows(table, columns);
		planes = rows(summary, summaryColumns);
	}

	private static List<Row> rows(Path csv, List<String> columns) {
		try (BufferedReader in = Files.newBufferedReader(csv)) {
			CsvRows reader = new CsvRows(in);
			columns.addAll(reader.next());
			List<Row> rows = new ArrayList<>();
			for (List<String> cells = reader.next(); !cells.isEmpty(); cells = reader.next()) {
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
		return objects.stream().map(r -> r.of("Class")).distinct().toList();
	}

	/** Pixels of each plane, or of the part of it that the run looked at. */
	List<Long> pixels(double pixelArea) {
		long all = (long) image.getWidth() * image.getHeight();
		return planes.stream().map(p -> {
			double share = p.value("%Area"), area = p.value("Total Area");
			return area > 0 && share > 0 ? Math.round(100 * area / (share * pixelArea)) : all;
		}).toList();
	}

	/** @throws TriptychException where neither label image nor ROIs are there, or they do not fit */
	List<LabelMap> maps(Path labels, Path rois) {
		List<Position> positions = positions();
		if (Files.exists(labels)) {
			ImagePlus saved = ImageFile.open(labels);
			if (saved.getWidth() != image.getWidth() || saved.getHeight() != image.getHeight()
				|| saved.getStackSize() != positions.size())
				throw new TriptychException("The label image \"" + labels.getFileName()
					+ "\" does not fit the image \"" + image.getTitle() + "\"; one of them was changed.");
			List<LabelMap> maps = new ArrayList<>();
			for (int i = 0; i < positions.size(); i++)
				maps.add(scored(LabelPlane.of(saved, Position.of(saved, i + 1)), planes.get(i)));
			return maps;
		}
		if (objects.isEmpty()) return positions.stream().map(p -> empty()).toList();
		if (!Files.exists(rois)) throw new TriptychException("Neither \"" + labels.getFileName()
			+ "\" nor \"" + rois.getFileName() + "\" is there, so nobody knows where the objects are;"
			+ " run Process Folder... with outputs=labels,table.");
		List<Roi> all = RoiFile.read(rois);
		List<LabelMap> maps = new ArrayList<>();
		for (int i = 0; i < positions.size(); i++) {
			List<Roi> here = all.stream().filter(positions.get(i)::holds).toList();
			maps.add(scored(RoiRasterizer.of(here, RoiRasterizer.ofDrawn(all), image.getWidth(), image
				.getHeight()).map(), planes.get(i)));
		}
		return maps;
	}

	private LabelMap empty() {
		int pixels = image.getWidth() * image.getHeight();
		return new LabelMap(image.getWidth(), image.getHeight(), new int[pixels], List.of());
	}

	private LabelMap scored(LabelMap map, Row plane) {
		Map<Integer, Row> rows = new HashMap<>();
		for (Row row : objects)
			if (row.plane().equals(plane.plane())) rows.put(row.number("Id", 0), row);
		List<Segment> segments = new ArrayList<>();
		for (Segment s : map.segments()) {
			Row row = rows.get(s.id());
			if (row == null) segments.add(s);
			else segments.add(new Segment(s.id(), new ClassScore(s.best().classId(), row.of("Class"), row
				.value("Score"), row.value("Disagreement")), true));
		}
		return new LabelMap(map.width(), map.height(), map.ids(), segments);
	}
}
