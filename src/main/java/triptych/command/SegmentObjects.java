package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** Segment Objects... as a SciJava Command; see {@link RunInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class SegmentObjects extends RunInputs {

	@Parameter(required = false, persist = false)
	private String link;

	@Parameter(required = false, persist = false)
	private String classify;

	@Parameter(required = false, persist = false)
	private String confidence;

	@Parameter(required = false, persist = false)
	private String overlap;

	@Parameter(required = false, persist = false)
	private String thresholds;

	@Parameter(required = false, persist = false)
	private String cutoff;

	@Parameter(required = false, persist = false)
	private String smallest;

	@Parameter(required = false, persist = false)
	private String border;

	public SegmentObjects() {
		super(Commands.SEGMENT_OBJECTS);
	}
}
