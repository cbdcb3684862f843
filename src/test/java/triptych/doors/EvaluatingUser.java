package triptych.doors;

import java.awt.TextArea;

import ij.IJ;
import ij.ImageJ;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/**
 * In a child JVM: fills the dialog of Evaluate Predictions... in with the Recorder open, then runs
 * the recorded line as a macro. Arguments: truth, predictions, folder for the report.
 */
final class EvaluatingUser {

	private EvaluatingUser() {}

	public static void main(String... paths) throws InterruptedException {
		try {
			new ImageJ();
			Recorder recorder = new Recorder();
			for (var c : recorder.getComponents())
				if (c instanceof TextArea t) t.setText("");
			DialogDriver.command("Evaluate Predictions...", null, () -> DialogDriver.fillIn("truth",
				paths[0], "predictions", paths[1], "save", paths[2], "target", "0.8", "outputs",
				"table,report"));
			String recorded = DialogDriver.await("a recorded line",
				() -> recorder.getText().contains("run(") ? recorder.getText() : null);
			System.out.println("RECORDED " + recorded.strip().replace("\n", "|"));
			System.out.println("MENU " + row(0));
			IJ.runMacro(recorded.replace("overwrite=no", "overwrite=yes"));
			System.out.println("MACRO " + row(2));
			System.out.println(IJ.getLog());
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	private static String row(int i) {
		ResultsTable table = DialogDriver.await("a row",
			() -> ResultsTable.getResultsTable().size() > i ? ResultsTable.getResultsTable() : null);
		return table.getStringValue("Class", i) + " " + table.getValue("AP50", i) + " "
			+ table.getValue("AP50Low", i) + " " + table.getValue("F1", i);
	}
}
