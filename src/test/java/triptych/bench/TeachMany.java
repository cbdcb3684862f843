package triptych.bench;

import java.lang.management.ManagementFactory;
import java.util.Random;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import triptych.options.ObjectOrigin;
import triptych.teach.ClickLearner;
import triptych.teach.ClickSession;
import triptych.teach.ClickedPlane;
import triptych.teach.TeachResult;
import triptych.workflow.Triptych;

/**
 * Very many objects on one grey image: processor time until a session of clicks has them, until the
 * first guess after forty clicks, until all are guessed; and that of Teach Classes... where all of
 * them are examples. Arguments: how many objects, and a folder for the model.
 */
public final class TeachMany {

	private static final int STEP = 16, CLICKS = 40;

	private TeachMany() {}

	public static void main(String[] args) {
		int side = (int) Math.ceil(Math.sqrt(Integer.parseInt(args[0])));
		ImagePlus image = image(side);
		double start = seconds();
		ClickSession session = new ClickSession();
		session.add("bright");
		session.add("dark");
		ClickedPlane plane = session.plane(image, ObjectOrigin.parse("auto"));
		tell(plane.rois().size() + " objects taken", start);
		start = seconds();
		int last = 0;
		for (int k = 0; k < CLICKS; k++)
			last = plane.at(k * STEP + 6, 6).orElseThrow();
		tell(CLICKS + " clicks found, the last one object " + last, start);
		for (int k = 0; k < CLICKS; k++)
			session.give(plane, k, k % 2);
		double[] first = { 0 };
		double from = seconds();
		try (ClickLearner learner = new ClickLearner(session)) {
			learner.learn(guess -> {
				if (first[0] == 0) tell("first guess, " + guess.unmeasured() + " unmeasured", from);
				first[0] = 1;
			});
		}
		tell("all guessed", from);
		start = seconds();
		Roi[] all = image.getOverlay().toArray();
		for (int k = 0; k < all.length; k++)
			all[k].setProperty("class", k % 2 == 0 ? "bright" : "dark");
		TeachResult made = Triptych.teachClasses(image, "name=many overwrite=yes save=[" + args[1]
			+ "]");
		tell("taught: " + made.lines().get(0), start);
	}

	private static ImagePlus image(int side) {
		Random random = new Random(1);
		ByteProcessor pixels = new ByteProcessor(side * STEP, side * STEP);
		Overlay overlay = new Overlay();
		for (int k = 0; k < side * side; k++) {
			OvalRoi roi = new OvalRoi(k % side * STEP + 2, k / side * STEP + 2, 9, 9);
			pixels.setValue(k % 2 == 0 ? 150 + random.nextInt(60) : 90 + random.nextInt(60));
			pixels.fill(roi);
			overlay.add(roi);
		}
		ImagePlus image = new ImagePlus("many", pixels);
		image.setOverlay(overlay);
		return image;
	}

	private static void tell(String what, double start) {
		System.out.printf("%s: %.1f s of the processors%n", what, seconds() - start);
	}

	/** Of all threads of this process. */
	private static double seconds() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}
}
