package triptych.result;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.convert.ResultRows;
import triptych.ij.draw.Rois;
import triptych.options.Output;

/**
 * Shows a result in ImageJ: overlay, Results table, ROI Manager, label image. Everything is there
 * when it returns. Only Triptych's own earlier overlay elements of that plane are replaced; tables
 * and the ROI Manager are appended to.
 */
public final class Delivery {

	private static final int STATUS_LENGTH = 80;

	private static boolean deviceTold;

	private Delivery() {}

	/** @param image the image that the result was made from */
	public static void show(ImagePlus image, Result result, Set<Output> outputs) {
		boolean noManager = GraphicsEnvironment.isHeadless();
		if (Output.draws(outputs) || outputs.contains(Output.ROIS) && noManager) {
			List<Roi> drawn = new ArrayList<>(result.rois());
			drawn.addAll(OverlayTexts.of(image, result, outputs));
			overlay(image, result.positions(), drawn, drawn.size() == result.rois().size());
		}
		if (outputs.contains(Output.ROIS) && !noManager) roiManager(result.rois());
		if (outputs.contains(Output.TABLE)) {
			ResultsTable table = ResultsTable.getResultsTable();
			ResultRows.appendRun(result.table(), table);
			if (!result.table().rows().isEmpty()) table.show("Results");
		}
		if (outputs.contains(Output.SUMMARY)) summary(result.summaryTable(), noManager);
		result.images().forEach(ImagePlus::show);
		tellDevice(result);
		IJ.showStatus("Triptych: " + result.summary());
		// The status bar cuts a longer line off, and a macro never sees it.
		if (result.summary().length() > STATUS_LENGTH)
			IJ.log("Triptych, " + image.getTitle() + ": " + result.summary() + ".");
	}

	/** @param bare true where nothing but objects is drawn, so that ImageJ may number them */
	private static void overlay(ImagePlus image, List<Position> positions, List<Roi> rois,
		boolean bare)
	{
		Overlay before = image.getOverlay();
		Overlay after = before == null ? new Overlay() : before.create();
		if (before != null) for (Roi roi : before)
			if (!Rois.isOurs(roi) || positions.stream().noneMatch(p -> p.holds(roi))) after.add(roi);
		// ImageJ counts the elements of an overlay, which gives the ids only where it holds one plane's
		// objects alone.
		after.drawLabels(bare && after.size() == 0 && positions.size() == 1 && rois.size() > 1);
		for (Roi roi : rois)
			after.add(roi);
		image.setOverlay(after.size() == 0 && before == null ? null : after);
	}

	/**
	 * Rows go to the table "Summary", as those of ImageJ's particle analyser do; headless there is no
	 * such table.
	 */
	private static void summary(Table rows, boolean headless) {
		if (headless) {
			IJ.log(String.join("\t", rows.columns()));
			rows.rows()
				.forEach(
					row -> IJ.log(row.stream().map(String::valueOf).collect(Collectors.joining("\t"))));
			return;
		}
		ResultsTable open = ResultsTable.getResultsTable("Summary"),
			table = open == null ? new ResultsTable() : open;
		ResultRows.appendRun(rows, table);
		table.show("Summary");
	}

	/** Adds ROIs to the ROI Manager and shows all; headless, to the image's overlay. */
	public static void showRois(ImagePlus image, List<Roi> rois) {
		if (GraphicsEnvironment.isHeadless()) {
			Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
			rois.forEach(overlay::add);
			image.setOverlay(overlay);
			return;
		}
		roiManager(rois);
		RoiManager.getInstance2().runCommand(image, "Show All without labels");
	}

	/** The ROIs that the ROI Manager holds, not to be changed; none where there is no manager. */
	public static List<Roi> managerRois() {
		RoiManager manager = GraphicsEnvironment.isHeadless() ? null : RoiManager.getInstance2();
		return manager == null ? List.of() : List.of(manager.getRoisAsArray());
	}

	private static void roiManager(List<Roi> rois) {
		// getInstance2 also finds the manager of a macro in batch mode.
		RoiManager manager = RoiManager.getInstance2();
		if (manager == null) manager = new RoiManager();
		for (Roi roi : rois)
			manager.addRoi(roi);
	}

	/** Only a GPU that was there to be tried and failed is worth a line, and only once. */
	private static synchronized void tellDevice(Result result) {
		String note = result.provenance().getOrDefault("device-note", "");
		if (note.isEmpty() || deviceTold || note.contains("CPU build") || note.contains("neither CUDA"))
			return;
		deviceTold = true;
		IJ.log("Triptych: " + note);
	}
}
