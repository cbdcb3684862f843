package triptych.folder;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.core.TriptychException;
import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.result.Csv;
import triptych.result.CsvRows;
import triptych.result.ResultFiles;

/**
 * One table of the tables of many images: a first column File tells the image, then come all
 * columns that any of them has, where an image lacks them blank or what the kind of table says. It
 * is made of the files alone, in the order given, so the same files always give the same bytes,
 * however many starts they took.
 */
public final class CombinedTable {

	/** The column that such a table has beside those of its images. */
	public static final Column FILE = new Column("File", Quantity.TEXT,
		"the image's path inside the folder");

	/** The column that it has where the images are told apart by groups. */
	public static final Column GROUP = new Column("Group", Quantity.TEXT,
		"the image's group, from its name or folder as the key group says");

	/**
	 * @param image what the column File says
	 * @param group what the column Group says, null where there is no such column
	 */
	public record Part(String image, Path csv, String group) {

		public Part(String image, Path csv) {
			this(image, csv, null);
		}
	}

	/** What stands in a column that the row's own table does not have. */
	public interface Lacking {

		Lacking BLANK = (column, own, row) -> "";

		/** @param own the columns of the row */
		String cell(String column, List<String> own, List<String> row);
	}

	private CombinedTable() {}

	public static void write(List<Part> parts, Lacking lacking, Path target) {
		write(parts, lacking, List.of(), target);
	}

	/** @param order columns that come in this order, whichever image has them first */
	public static void write(List<Part> parts, Lacking lacking, List<String> order, Path target) {
		try {
			List<String> columns = columns(parts);
			arrange(columns, order);
			Path unfinished = target.resolveSibling(target.getFileName() + ResultFiles.UNFINISHED);
			try {
				fill(parts, lacking, columns, unfinished);
				ResultFiles.finish(unfinished, target);
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
		}
		catch (IOException e) {
			throw new TriptychException("The table \"" + target + "\" cannot be written: "
				+ TriptychException.why(e)
				+ "; the results of the single images are there, so start again to get it.", e);
		}
	}

	private static void fill(List<Part> parts, Lacking lacking, List<String> columns, Path file)
		throws IOException
	{
		try (FileChannel channel = ResultFiles.fresh(file);
			Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8)))
		{
			boolean grouped = parts.stream().anyMatch(p -> p.group() != null);
			row(out, FILE.name(), grouped ? GROUP.name() : null, columns);
			for (Part part : parts)
				copy(part, columns, lacking, out);
			out.flush();
			channel.force(false);
		}
	}

	/** A column that only some images have stands where those have it: after the column before it. */
	private static List<String> columns(List<Part> parts) throws IOException {
		List<String> columns = new ArrayList<>();
		for (Part part : parts)
			try (BufferedReader in = read(part)) {
				int at = 0;
				for (String column : new CsvRows(in).next()) {
					int there = columns.indexOf(column);
					if (there < 0) columns.add(there = at, column);
					at = there + 1;
				}
			}
		return columns;
	}

	/** Those that have an order stand together, where the first of them stood. */
	private static void arrange(List<String> columns, List<String> order) {
		Map<String, Integer> places = new HashMap<>();
		for (String column : order)
			places.putIfAbsent(column, places.size());
		List<String> ordered = columns.stream()
			.filter(places::containsKey)
			.sorted(Comparator.comparing(places::get))
			.toList();
		if (ordered.isEmpty()) return;
		int first = 0;
		while (!places.containsKey(columns.get(first)))
			first++;
		columns.removeAll(ordered);
		columns.addAll(first, ordered);
	}

	private static void copy(Part part, List<String> columns, Lacking lacking, Writer out)
		throws IOException
	{
		try (BufferedReader in = read(part)) {
			CsvRows rows = new CsvRows(in);
			List<String> own = rows.next();
			int[] from = columns.stream().mapToInt(own::indexOf).toArray();
			for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
				List<String> cells = new ArrayList<>(columns.size());
				for (int i = 0; i < from.length; i++)
					if (from[i] < 0) cells.add(lacking.cell(columns.get(i), own, row));
					else cells.add(from[i] < row.size() ? row.get(from[i]) : "");
				row(out, part.image(), part.group(), cells);
			}
		}
	}

	private static BufferedReader read(Part part) throws IOException {
		try {
			return Files.newBufferedReader(part.csv());
		}
		catch (NoSuchFileException e) {
			throw new TriptychException("The table \"" + part.csv() + "\" of " + part.image()
				+ " is gone, so not all images can be joined; start again, which does that image anew.", e);
		}
	}

	private static void row(Writer out, String first, String group, List<String> cells)
		throws IOException
	{
		out.write(Csv.words(first));
		if (group != null) out.write("," + Csv.words(group));
		// What comes from a table of ours is a number, or written as words already.
		for (String cell : cells) {
			out.write(',');
			out.write(Csv.cell(cell));
		}
		out.write("\r\n");
	}
}
