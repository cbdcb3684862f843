package triptych.architecture.planted.run;

import ij.ImagePlus;

/** Breaks the silence below the doors, in a nested class. */
public class OpensAWindow {

	static class Nested {

		void open(ImagePlus image) {
			image.show();
		}
	}
}
