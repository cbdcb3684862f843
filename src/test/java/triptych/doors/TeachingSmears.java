package triptych.doors;

import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.JFrame;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.core.Mask;
import triptych.evaluation.EvaluationText;
import triptych.ij.annotation.AnnotationFormats;
import triptych.workflow.Triptych;

/**
 * From a folder of smears to counts by class, as somebody does it in the window: the first images
 * as a stack, objects found by blood-cells, 20 of each class clicked as the boxes of the data set
 * say; then the other images by the folder command, held against their boxes. Counts clicks and
 * seconds. Arguments: the folder bloodcells (images, annotations), an empty folder, and how many
 * images are looked at and run. Needs a display.
 */
public final class TeachingSmears {

	private static final List<String> CLASSES = List.of("RBC", "WBC", "Platelets");
	private static final int EACH = 20;

	private final Path data, out;
	private int clicks, keys, corrections;

	private TeachingSmears(Path data, Path out) {
		this.data = data;
		this.out = out;
	}

	public static void main(String... arguments) {
		try {
			System.setProperty("triptych.models", arguments[1] + "/models");
			new ImageJ();
			new TeachingSmears(Path.of(arguments[0]), Path.of(arguments[1])).run(
				Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
		}
		catch (Exception | AssertionError e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	private void run(int looked, int others) throws Exception {
		Recorder recorder = new Recorder();
		recorder.setLocation(0, 680);
		List<AnnotatedImage> truth = new ArrayList<>();
		try (AnnotationSet set = AnnotationFormats.of("voc").open(data.resolve("annotations"))) {
			for (int i = 0; i < looked + others; i++)
				truth.add(set.image(i));
		}
		ImagePlus stack = stack(truth.subList(0, looked));
		long start = System.nanoTime();
		IJ.run(stack, "Detect Objects...", "model=blood-cells slices=all outputs=overlay");
		System.out.printf("DETECTED %d objects in %.1f s%n", stack.getOverlay().size(), since(start));
		start = System.nanoTime();
		JFrame window = TeachWindows.open();
		for (String name : CLASSES)
			TeachWindows.add(window, name);
		click(stack, truth, window);
		TeachWindows.name(window, "smears");
		TeachWindows.press(window, "Save model");
		DialogDriver.await("the model", () -> TeachWindows.said(window).contains("classify=smears")
			? window : null);
		System.out.printf("CLICKS %d, keys %d, wrong guesses clicked %d; %.1f s of the machine%n",
			clicks, keys, corrections, since(start));
		System.out.println(TeachWindows.said(window).strip());
		String text = recorder.getText();
		folder(truth.subList(looked, looked + others), text.substring(text.indexOf("run(\"Teach")));
	}

	private ImagePlus stack(List<AnnotatedImage> images) {
		ImageStack planes = null;
		for (AnnotatedImage its : images) {
			ImagePlus image = IJ.openImage(file(its).toString());
			if (planes == null) planes = new ImageStack(image.getWidth(), image.getHeight());
			planes.addSlice(its.stem(), image.getProcessor());
		}
		ImagePlus stack = new ImagePlus("smears", planes);
		stack.show();
		DialogDriver.pause(1000);
		stack.getWindow().setLocation(0, 110);
		IJ.getInstance().setLocation(0, 0);
		return stack;
	}

	private Path file(AnnotatedImage its) {
		return data.resolve("images").resolve(its.stem() + ".jpg");
	}

	/** The chosen class by its key, then all objects of it that are still wanted, plane after plane. */
	private void click(ImagePlus stack, List<AnnotatedImage> truth, JFrame window) throws Exception {
		int[] counts = new int[CLASSES.size()];
		for (int s = 1; s <= stack.getStackSize(); s++) {
			int slice = s;
			EventQueue.invokeAndWait(() -> stack.setSlice(slice));
			keys++;
			DialogDriver.pause(500);
			for (int c = 0; c < CLASSES.size(); c++) {
				int wanted = Math.min(EACH - counts[c], c == 0 ? 1 + s % 2 : EACH);
				List<Roi> its = rois(stack, truth.get(s - 1), CLASSES.get(c));
				if (its.isEmpty() || wanted <= 0) continue;
				TeachWindows.key(stack, (char) ('1' + c));
				keys++;
				for (Roi roi : its.subList(0, Math.min(wanted, its.size()))) {
					TeachWindows.click(stack, roi, 0);
					clicks++;
					counts[c]++;
				}
			}
			if (Arrays.stream(counts).min().orElse(0) == EACH) break;
		}
		System.out.println("EXAMPLES " + Arrays.toString(counts) + " of " + CLASSES);
		DialogDriver.await("the last guess", () -> TeachWindows.said(window).contains("Balanced")
			? window : null);
		TeachWindows.key(stack, 'n');
		window.setLocation(stack.getWindow().getWidth(), 0);
		window.toFront();
		DialogDriver.pause(4000);
		TeachWindows.picture(out.resolve("smears.png"), stack.getWindow().getWidth()
			+ window.getWidth(), 672);
	}

	/** Objects on the plane that lie on a box of the class. */
	private static List<Roi> rois(ImagePlus stack, AnnotatedImage truth, String className) {
		List<Roi> found = new ArrayList<>();
		for (Roi roi : stack.getOverlay().toArray()) {
			boolean here = roi.getPosition() == stack.getSlice() && roi.isArea();
			if (here && classOf(roi, truth).filter(className::equals).isPresent()) found.add(roi);
		}
		return found;
	}

	private static Optional<String> classOf(Roi roi, AnnotatedImage truth) {
		double best = 0.5;
		String name = null;
		Mask box = new Mask((int) roi.getXBase(), (int) roi.getYBase(), (int) roi.getFloatWidth(),
			(int) roi.getFloatHeight(), new byte[0]);
		for (Annotation a : truth.annotations()) {
			Mask other = a.shape().pixels(truth.width(), truth.height()).mask();
			double w = Math.min(box.x2(), other.x2()) - Math.max(box.x1(), other.x1());
			double h = Math.min(box.y2(), other.y2()) - Math.max(box.y1(), other.y1());
			double both = Math.max(0, w) * Math.max(0, h);
			double all = (double) box.width() * box.height() + (double) other.width() * other.height();
			if (both / (all - both) < best) continue;
			best = both / (all - both);
			name = a.className();
		}
		return Optional.ofNullable(name);
	}

	private void folder(List<AnnotatedImage> others, String teach) throws Exception {
		Path images = Files.createDirectories(out.resolve("images"));
		for (AnnotatedImage its : others)
			Files.copy(file(its), images.resolve(its.stem() + ".jpg"));
		Map<String, String> tables = new LinkedHashMap<>();
		for (String model : List.of("", " classify=smears", " classify=smears again")) {
			boolean again = model.endsWith("again");
			Path results = out.resolve("results" + tables.size());
			if (again) {
				Files.delete(out.resolve("models/smears.onnx"));
				IJ.runMacro(teach);
			}
			long start = System.nanoTime();
			IJ.runMacro("run(\"Process Folder...\", \"task=detection input=[" + images + "] save=["
				+ results + "] model=blood-cells outputs=table,summary" + model.replace(" again", "")
				+ "\");");
			tables.put(model, Files.readString(results.resolve("all-detections.csv")));
			System.out.printf("FOLDER%s %.1f s%n", model, since(start));
			if (again) System.out.println("SAME " + tables.get(" classify=smears").equals(tables.get(
				model)));
			else System.out.println(EvaluationText.of(Triptych.evaluate("truth=["
				+ data.resolve("annotations") + "] predictions=[" + results + "] confidence=0.3")));
		}
	}

	private static double since(long start) {
		return (System.nanoTime() - start) / 1e9;
	}
}
