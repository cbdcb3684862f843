package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** Measure Objects... as a SciJava Command; see {@link ReviewInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class MeasureObjects extends ReviewInputs {

	@Parameter(required = false, persist = false)
	private String classes;

	@Parameter(required = false, persist = false)
	private String confidence;

	@Parameter(required = false, persist = false)
	private String smallest;

	@Parameter(required = false, persist = false)
	private String largest;

	@Parameter(required = false, persist = false)
	private String border;

	@Parameter(required = false, persist = false)
	private String columns;

	@Parameter(required = false, persist = false)
	private String histogram;

	@Parameter(required = false, persist = false)
	private String scatter;

	@Parameter(required = false, persist = false)
	private String outputs;

	public MeasureObjects() {
		super(Commands.MEASURE_OBJECTS);
	}
}
