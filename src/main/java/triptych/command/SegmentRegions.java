package triptych.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.run.Commands;

/** Segment Regions... as a SciJava Command; see {@link RunInputs}. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class SegmentRegions extends RunInputs {

	@Parameter(required = false, persist = false)
	private String thresholds;

	@Parameter(required = false, persist = false)
	private String smallest;

	public SegmentRegions() {
		super(Commands.SEGMENT_REGIONS);
	}
}
