package triptych.command;

import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.core.Progress;
import triptych.dataset.AnnotationResult;
import triptych.workflow.Triptych;

/** Export Annotations... as a SciJava Command: the keys as text; nothing is shown. */
@Plugin(type = Command.class, visible = false, headless = true)
public final class ExportAnnotations implements Command {

	@Parameter(required = false, persist = false, description = "the image; none for a data set")
	private ImagePlus image;

	@Parameter(required = false, persist = false)
	private String from;

	@Parameter(required = false, persist = false)
	private String format;

	@Parameter(required = false, persist = false)
	private String path;

	@Parameter(required = false, persist = false)
	private String classes;

	@Parameter(required = false, persist = false)
	private String append;

	@Parameter(type = ItemIO.OUTPUT, description = "what was written, report and notes")
	private AnnotationResult result;

	@Override
	public void run() {
		result = Triptych.exportAnnotations(image, TextInputs.of(this), Progress.NONE);
	}
}
