package triptych.plugin.choose;

import ij.IJ;
import ij.measure.ResultsTable;
import triptych.advice.TaskAdvice;
import triptych.ij.convert.ResultRows;

/** What the command leaves behind in the Results table, and its window in a table of its own. */
final class AdviceRow {

	static final String COMMAND = "Choose Task...";

	private AdviceRow() {}

	/** The table of the window, so that measurements are not mixed with advice unasked. */
	private static final String OWN = "Task advice";

	/** Appends the advice to the Results table, and says it in the status bar. */
	static void append(TaskAdvice advice) {
		append(advice, ResultsTable.getResultsTable(), "Results");
	}

	/** The same in a table of its own. */
	static void appendApart(TaskAdvice advice) {
		ResultsTable before = ResultsTable.getResultsTable(OWN);
		append(advice, before == null ? new ResultsTable() : before, OWN);
	}

	private static void append(TaskAdvice advice, ResultsTable table, String title) {
		ResultRows.append(advice.table(), table);
		table.show(title);
		boolean open = advice.advice().vague();
		String headline = open ? advice.words().say("window.vague")
			: TaskAdvice.name(advice.advice().task(), advice.words());
		IJ.showStatus("Triptych: " + headline);
	}
}
