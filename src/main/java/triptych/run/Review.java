package triptych.run;

import java.util.List;

import triptych.options.CommandSpec;
import triptych.options.LabelsToRoisOptions;
import triptych.options.MeasureOptions;
import triptych.options.RoisToLabelsOptions;

/** What comes after a run, without a model: objects from one form into the other, and measured again. */
public enum Review implements Action {

	LABELS_TO_ROIS("labels-to-rois", "Labels to ROIs...", LabelsToRoisOptions.class, "", ""),
	ROIS_TO_LABELS("rois-to-labels", "ROIs to Labels...", RoisToLabelsOptions.class, "", "labels"),
	MEASURE_OBJECTS("measure-objects", "Measure Objects...", MeasureOptions.class, "objects", "labels");

	private final String key;
	private final String command;
	private final Class<? extends Record> options;
	private final String csv;
	private final String labels;

	Review(String key, String command, Class<? extends Record> options, String csv, String labels) {
		this.key = key;
		this.command = command;
		this.options = options;
		this.csv = csv;
		this.labels = labels;
	}

	@Override
	public String key() {
		return key;
	}

	@Override
	public String command() {
		return command;
	}

	@Override
	public Class<? extends Record> options() {
		return options;
	}

	@Override
	public CommandSpec spec() {
		return new CommandSpec(key, command, options, csv, labels, summed(),
			List.of("-histogram.png", "-scatter.png"));
	}

	@Override
	public String csv() {
		return csv;
	}

	@Override
	public String labels() {
		return labels;
	}

	@Override
	public boolean summed() {
		return this == MEASURE_OBJECTS;
	}
}
