package triptych.command;

import ij.IJ;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.workflow.Triptych;

/**
 * Process Folder... as a SciJava Command: the folder's keys and those of every task, as text. A key
 * that the task does not have is an error.
 */
@Plugin(type = Command.class, visible = false, headless = true)
public final class ProcessFolder implements Command {

	@Parameter(required = false, persist = false)
	private String task;

	@Parameter(required = false, persist = false)
	private String input;

	@Parameter(required = false, persist = false)
	private String save;

	@Parameter(required = false, persist = false)
	private String pattern;

	@Parameter(required = false, persist = false)
	private String recursive;

	@Parameter(required = false, persist = false)
	private String resume;

	@Parameter(required = false, persist = false)
	private String group;

	@Parameter(required = false, persist = false)
	private String overwrite;

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String within;

	@Parameter(required = false, persist = false)
	private String slices;

	@Parameter(required = false, persist = false)
	private String frames;

	@Parameter(required = false, persist = false)
	private String channels;

	@Parameter(required = false, persist = false)
	private String tile;

	@Parameter(required = false, persist = false)
	private String augment;

	@Parameter(required = false, persist = false)
	private String link;

	@Parameter(required = false, persist = false)
	private String diameter;

	@Parameter(required = false, persist = false)
	private String classify;

	@Parameter(required = false, persist = false)
	private String device;

	@Parameter(required = false, persist = false)
	private String mode;

	@Parameter(required = false, persist = false)
	private String top;

	@Parameter(required = false, persist = false)
	private String accept;

	@Parameter(required = false, persist = false)
	private String thresholds;

	@Parameter(required = false, persist = false)
	private String outputs;

	@Parameter(required = false, persist = false)
	private String confidence;

	@Parameter(required = false, persist = false)
	private String overlap;

	@Parameter(required = false, persist = false)
	private String suppression;

	@Parameter(required = false, persist = false)
	private String max;

	@Parameter(required = false, persist = false)
	private String find;

	@Parameter(required = false, persist = false)
	private String smallest;

	@Parameter(required = false, persist = false)
	private String cutoff;

	@Parameter(required = false, persist = false)
	private String border;

	@Parameter(required = false, persist = false)
	private String things;

	@Parameter(required = false, persist = false)
	private String stuff;

	@Parameter(required = false, persist = false)
	private String share;

	@Parameter(type = ItemIO.OUTPUT,
		description = "what was done, what failed and why, and the files of the whole run")
	private FolderResult result;

	@Override
	public void run() {
		IJ.resetEscape();
		result = Triptych.processFolder(TextInputs.of(this), FolderProgress.SILENT);
	}
}
