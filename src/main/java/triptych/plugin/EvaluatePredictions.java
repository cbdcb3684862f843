package triptych.plugin;

import java.util.Map;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import triptych.core.Progress;
import triptych.core.Stopped;
import triptych.evaluation.EvaluationOptions;
import triptych.evaluation.EvaluationResult;
import triptych.evaluation.EvaluationRun;
import triptych.evaluation.report.MarkedOverlay;
import triptych.evaluation.report.PlotImages;
import triptych.ij.convert.ResultRows;
import triptych.options.Options;
import triptych.options.Output;
import triptych.workflow.Triptych;

/**
 * Evaluate Predictions...: the figures go to the Results table, and what a reader of them must know
 * to the Log.
 */
public final class EvaluatePredictions implements PlugIn {

	private static final String COMMAND = EvaluationRun.COMMAND;

	@Override
	public void run(String arg) {
		ErrorDialog.shown(COMMAND,
			() -> CommandCall.run(EvaluatePredictions::ask, (keys, macro) -> evaluate(keys)));
	}

	private static Map<String, String> ask() {
		return OptionsDialog.ask(COMMAND, Options.keys(EvaluationOptions.class),
			EvaluationRun::problem);
	}

	private static CommandCall.Done evaluate(Map<String, String> keys) {
		IJ.resetEscape();
		try {
			EvaluationResult result = Triptych.evaluate(keys, EvaluatePredictions::show, new Bar());
			return new CommandCall.Done(result.keys(), false);
		}
		catch (Stopped e) {
			IJ.showStatus("Triptych: stopped; nothing was evaluated");
			return new CommandCall.Done(keys, true);
		}
		finally {
			IJ.showProgress(1);
		}
	}

	private static void show(EvaluationResult result) {
		if (result.options().outputs().contains(Output.TABLE)) {
			ResultsTable table = ResultsTable.getResultsTable();
			ResultRows.append(result.table(), table);
			table.show("Results");
		}
		Set<Output> outputs = result.options().outputs();
		if (outputs.contains(Output.PLOTS)) PlotImages.of(result).forEach(ImagePlus::show);
		if (outputs.contains(Output.OVERLAY)) MarkedOverlay.draw(result);
		IJ.log("Triptych: " + COMMAND.replace("...", "") + ": " + result.summary());
		result.sentences().forEach(s -> IJ.log("  " + s));
		if (outputs.contains(Output.OVERLAY)) IJ.log("  " + MarkedOverlay.LEGEND);
		result.files().forEach(f -> IJ.log("  wrote " + f));
		IJ.showStatus("Triptych: " + result.summary());
	}

	/** Shows how far it is, and takes the Esc key for a wish to stop. */
	private static final class Bar implements Progress {

		@Override
		public void at(int done, int images) {
			IJ.showProgress(done, images);
			IJ.showStatus("Triptych: evaluating image " + (done + 1) + " of " + images);
		}

		@Override
		public boolean stopped() {
			return IJ.escapePressed();
		}
	}
}
