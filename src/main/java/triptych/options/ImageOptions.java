package triptych.options;

import java.util.Set;

/** The keys that all commands on an image share. */
public interface ImageOptions {

	String SAVE_HELP = "folder that gets the result files as well; nothing is written where it is"
		+ " empty";
	String OVERWRITE_HELP = "when a result file is there already: stop before running, or replace it";
	String SLICES_HELP = "z positions, or positions of a plain stack, to work on";
	String FRAMES_HELP = "time points to work on";
	String OUTPUTS_HELP = "what is given back; ids and legend are drawn with the overlay, picture is"
		+ " the image with all of it burnt in";
	String RANGE_FORM = "current, all, or a range such as 2-5";

	PlaneRange slices();

	PlaneRange frames();

	Set<Output> outputs();

	String save();

	YesNo overwrite();
}
