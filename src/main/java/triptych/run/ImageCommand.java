package triptych.run;

import ij.ImagePlus;
import triptych.core.Plural;
import triptych.options.CommandSpec;
import triptych.options.ImageOptions;

/** A command that works on one image: with a model, or on objects that are there already. */
public sealed interface ImageCommand permits ModelCommand, ObjectCommand {

	/** What it is called, which keys it has and which files it leaves. */
	CommandSpec spec();

	/**
	 * What can be told before it runs, quickly enough to be told while somebody types.
	 *
	 * @return the objects that the command would take, in a line; blank where it looks for them
	 * itself
	 * @throws triptych.core.TriptychException why it would end with an error, where that is known
	 * already
	 */
	String check(ImagePlus image, ImageOptions options);

	/**
	 * What was found, in words, without the number of planes.
	 *
	 * @param tally of all planes that were done
	 */
	String found(Tally tally);

	/** True where the number of planes is told behind what was found. */
	boolean countsPlanes();

	/**
	 * What a run counted.
	 *
	 * @param objects objects or classes
	 * @param parts planes, or ROIs where each was looked at for itself
	 * @param ofRois true where the parts are ROIs
	 * @param planes how many planes were wanted
	 * @param answer of the last part, where a part has one
	 */
	record Tally(int objects, int parts, boolean ofRois, int planes, String answer) {

		/** Such as "3 objects found", or "no object found". */
		String count(String one, String many) {
			if (objects == 0) return "no " + one + " found";
			return Plural.of(objects, one, many) + " found";
		}
	}
}
