package triptych.result;

import java.util.List;

import triptych.core.Table;

/** Mean and standard deviation (n - 1) of a column; NaN where there are too few values. */
record Moments(double mean, double deviation) {

	/** Cells without a value, such as a score that nobody gave, do not count. */
	static Moments of(Table table, int column) {
		int n = 0;
		for (List<Object> row : table.rows())
			if (!Double.isNaN(number(row, column))) n++;
		double mean = 0, squares = 0;
		for (List<Object> row : table.rows()) {
			double v = number(row, column);
			if (!Double.isNaN(v)) mean += v / n;
		}
		for (List<Object> row : table.rows()) {
			double v = number(row, column);
			if (!Double.isNaN(v)) squares += (v - mean) * (v - mean);
		}
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
