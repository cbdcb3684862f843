package triptych.result;

import java.util.List;

import triptych.core.table.Table;

/** Mean and standard deviation (n - 1) of a column; NaN where there are too few values. */
record Moments(double mean, double deviation) {

	/** Cells without a value, such as a score that nobody gave, do not count. */
	static Moments of(Table table, int column) {
		// Out of their boxes once, for a million rows lie far apart in memory.
		double[] values = new double[table.rows().size()];
		int n = 0;
		for (List<Object> row : table.rows()) {
			double v = number(row, column);
			if (!Double.isNaN(v)) values[n++] = v;
		}
		double mean = 0, squares = 0;
		for (int i = 0; i < n; i++)
			mean += values[i] / n;
		for (int i = 0; i < n; i++)
			squares += (values[i] - mean) * (values[i] - mean);
		double deviation = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
		return new Moments(n == 0 ? Double.NaN : mean, deviation);
	}

	static double sum(Table table, int column) {
		double sum = 0;
		for (List<Object> row : table.rows())
			sum += number(row, column);
		return sum;
	}

	private static double number(List<Object> row, int column) {
		return ((Number) row.get(column)).doubleValue();
	}
}
