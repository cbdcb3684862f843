package triptych.plugin.choose;

import ij.IJ;
import ij.measure.ResultsTable;
import triptych.advice.TaskAdvice;
import triptych.ij.convert.ResultRows;

/** What the command and its window leave behind: a row in the Results table. */
final class AdviceRow {

	static final String COMMAND = "Choose Task...";

	private AdviceRow() {}

	/** Appends the advice to the Results table, and says it in the status bar. */
	static void append(TaskAdvice advice) {
		ResultsTable table = ResultsTable.getResultsTable();
		ResultRows.append(advice.table(), table);
		table.show("Results");
		IJ.showStatus("Triptych: " + TaskAdvice.name(advice.advice().task(), advice.words()));
	}
}
