package triptych.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import triptych.result.CsvRows;
import triptych.result.ResultFiles;

/**
 * How much the results of an image should be looked at; the more doubtful one comes first.
 *
 * @param merged how many objects probably are several
 * @param disagreement the largest with mirror images; 0 where nobody has looked at those
 * @param score the mean of all objects, or of the best classes; 1 where there is none
 */
record Doubt(double merged, double disagreement, double score) implements Comparable<Doubt> {

	private static final Comparator<Doubt> ORDER = Comparator.comparingDouble((Doubt d) -> -d.merged)
		.thenComparingDouble(d -> d.score)
		.thenComparingDouble(d -> -d.disagreement);

	@Override
	public int compareTo(Doubt other) {
		return ORDER.compare(this, other);
	}

	/** @param summed true where there is a summary, which is shorter than the table */
	static Doubt of(ResultFiles files, boolean summed) {
		Path table = summed ? files.summaryTable() : files.table();
		double merged = 0, score = 0, n = 0, disagreement = 0;
		try (BufferedReader in = Files.newBufferedReader(table)) {
			CsvRows rows = new CsvRows(in);
			List<String> columns = rows.next();
			for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
				merged += summed ? number(columns, row, "ProbablyMerged", 0) : 0;
				disagreement = Math.max(disagreement, number(columns, row, "Disagreement", 0));
				double objects = summed ? number(columns, row, "Count", 0) : best(columns, row);
				score += objects * number(columns, row, summed ? "Score mean" : "Score", 1);
				n += objects;
			}
		}
		catch (IOException e) {
			// An image whose table is gone is looked at last, and told of then.
			return new Doubt(-1, 0, 1);
		}
		return new Doubt(merged, disagreement, n == 0 ? 1 : score / n);
	}

	/** 1 for the best class of an image, 0 for the others; regions of a class have no score. */
	private static double best(List<String> columns, List<String> row) {
		return number(columns, row, "Rank", 0) == 1 ? 1 : 0;
	}

	private static double number(List<String> columns, List<String> row, String name, double none) {
		int at = columns.indexOf(name);
		return at < 0 || row.get(at).isEmpty() ? none : Double.parseDouble(row.get(at));
	}
}
