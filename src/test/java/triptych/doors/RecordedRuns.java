package triptych.doors;

import java.util.Arrays;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/**
 * In a child JVM: runs each command through its dialog with the Recorder open, then runs the recorded line, and prints
 * both results. Arguments: the folder of the test images and that of the models.
 */
final class RecordedRuns {

	private final Recorder recorder;
	private final String images, models;
	/** What is run after an image was opened. */
	private String after = "";

	private RecordedRuns(Recorder recorder, String images, String models) {
		this.recorder = recorder;
		this.images = images;
		this.models = models;
	}

	public static void main(String... folders) throws InterruptedException {
		try {
			new ImageJ();
			RecordedRuns runs = new RecordedRuns(new Recorder(), folders[0], folders[1]);
			runs.twice("Classify Image...", "shapes.tif", "model", runs.models + "/classes.onnx", "top", "2");
			runs.twice("Detect Objects...", "shapes.tif", "model", runs.models + "/boxes_v8.onnx", "confidence", "0.75",
				"find", "all", "outputs", "overlay,table,labels");
			runs.twice("Segment Regions...", "nuclei.tif", "smallest", "3");
			runs.twice("Segment Objects...", "nuclei.tif", "border", "exclude", "smallest", "20");
			runs.reviews();
			runs.inspect();
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		// Windows that are still open would keep the JVM alive.
		System.exit(0);
	}

	private void twice(String command, String image, String... fields) throws InterruptedException {
		ImagePlus opened = start(image);
		DialogDriver.command(command, opened, () -> DialogDriver.fillIn(fields));
		String recorded = recorded();
		String first = seen(opened);
		ImagePlus again = start(image);
		IJ.runMacro(recorded);
		System.out.println("COMMAND " + command + "\nRECORDED " + recorded + "\nFIRST " + first + "\nREPLAYED " + seen(again));
	}

	/** On the objects that a run has put onto the image. */
	private void reviews() throws InterruptedException {
		after = "run(\"Segment Objects...\", \"outputs=overlay\");";
		twice("Measure Objects...", "nuclei.tif", "smallest", "20", "columns", "all", "outputs", "table,labels");
		twice("ROIs to Labels...", "nuclei.tif", "from", "overlay");
		after = "";
		twice("Labels to ROIs...", "nuclei-labels.tif", "outputs", "overlay");
	}

	private void inspect() throws InterruptedException {
		start("shapes.tif");
		IJ.log("\\Clear");
		DialogDriver.command("Inspect Model...", null, () -> DialogDriver.fillIn("model", models + "/classes.onnx"));
		String recorded = recorded();
		String first = IJ.getLog().replace('\n', '|');
		IJ.log("\\Clear");
		IJ.runMacro(recorded);
		System.out.println("COMMAND Inspect Model...\nRECORDED " + recorded + "\nFIRST " + first + "\nREPLAYED " + IJ.getLog()
			.replace('\n', '|'));
	}

	private ImagePlus start(String image) {
		for (int id : WindowManager.getImageCount() == 0 ? new int[0] : WindowManager.getIDList()) {
			WindowManager.getImage(id).changes = false;
			WindowManager.getImage(id).close();
		}
		ResultsTable.getResultsTable().reset();
		ImagePlus opened = IJ.openImage(images + "/" + image);
		opened.show();
		if (!after.isEmpty()) IJ.runMacro(after);
		clear();
		return opened;
	}

	private void clear() {
		DialogDriver.await("an empty recorder", () -> {
			if (recorder.getText().isBlank()) return "";
			for (var c : recorder.getComponents())
				if (c instanceof java.awt.TextArea t) t.setText("");
			return null;
		});
	}

	/** What stands in the recorder beside the choice of the image, lines joined by | so that a second one is seen. */
	private String recorded() {
		return DialogDriver.await("a recorded line", () -> recorder.getText().contains("run(") ? recorder.getText() : null)
			.replaceAll("selectImage\\(.*\\);\n", "").strip().replace("\n", "|");
	}

	/** Table, overlay and label image in one line. */
	private static String seen(ImagePlus source) {
		StringBuilder text = new StringBuilder();
		ResultsTable table = ResultsTable.getResultsTable();
		for (int i = 0; i < table.size(); i++)
			text.append(table.getRowAsString(i).replace('\t', ' ')).append('|');
		Overlay overlay = source.getOverlay();
		if (overlay != null) for (Roi roi : overlay)
			text.append(roi.getName()).append(roi.getFloatBounds()).append('|');
		for (int id : WindowManager.getIDList()) {
			ImagePlus image = WindowManager.getImage(id);
			if (image != source) text.append(image.getTitle()).append(' ').append(Arrays.hashCode((byte[]) image.getProcessor()
				.getPixels())).append('|');
		}
		return text.toString();
	}
}
