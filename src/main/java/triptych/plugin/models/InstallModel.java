package triptych.plugin.models;

import java.util.Map;

import ij.IJ;
import ij.plugin.PlugIn;
import triptych.options.Options;
import triptych.plugin.CommandCall;
import triptych.plugin.ErrorDialog;
import triptych.plugin.OptionsDialog;
import triptych.session.InstallOptions;
import triptych.session.ModelInstallation;
import triptych.workflow.Triptych;

/** Install Model...: a model of one's own known by its name. Keys: model, name, action. */
public final class InstallModel implements PlugIn {

	@Override
	public void run(String arg) {
		ErrorDialog.shown(ModelInstallation.COMMAND,
			() -> CommandCall.run(InstallModel::ask, (keys, macro) -> {
				String done = Triptych.installModel(keys);
				IJ.log("Triptych: " + done + ".");
				IJ.showStatus("Triptych: " + done);
				return new CommandCall.Done(Options.values(Options.of(InstallOptions.class, keys)), false);
			}));
	}

	private static Map<String, String> ask() {
		return OptionsDialog.ask(ModelInstallation.COMMAND, Options.keys(InstallOptions.class),
			ModelInstallation::problem);
	}
}
