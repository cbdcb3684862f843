package triptych.teach;

import java.util.List;
import java.util.function.Supplier;

import ij.ImagePlus;
import triptych.core.Plane;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.LutUse;
import triptych.ij.convert.Position;
import triptych.ij.convert.ShownPlane;

/**
 * A plane with examples. Its pixels are read when they are asked for.
 *
 * @param name for sentences
 */
public record ExampleImage(String name, List<ObjectExample> objects, Supplier<Seen> pixels) {

	/**
	 * @param plane as a model gets to see it
	 * @param micrometres of a pixel's edge, 0 where that is not known
	 */
	public record Seen(Plane plane, double micrometres) {

		static Seen of(ImagePlus image, Position position) {
			Plane plane = ShownPlane.of(ImagePlane.of(image, position), image,
				LutUse.of(image, true));
			return new Seen(plane, Position.calibration(image).micrometres());
		}
	}
}
