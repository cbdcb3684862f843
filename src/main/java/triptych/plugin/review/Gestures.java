package triptych.plugin.review;

import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import triptych.core.Mask;
import triptych.core.TriptychException;
import triptych.review.Edit;
import triptych.review.ReviewedImage;

/**
 * What a button means for what is chosen and drawn at the moment: objects that were clicked count
 * first, then those under the selection.
 */
final class Gestures {

	private final ReviewedImage image;
	private final ShownImage shown;

	Gestures(ReviewedImage image, ShownImage shown) {
		this.image = image;
		this.shown = shown;
	}

	/** What was clicked, or lies under what is drawn. */
	private List<Integer> meant() {
		if (!shown.hasResults()) throw new TriptychException("The run has no results on this plane of"
			+ " the stack; go to another one.");
		if (!shown.chosen().isEmpty()) return shown.chosen();
		if (shown.line() != null) return shown.corrections().through(shown.line()[0], shown.line()[1]);
		return shown.area() == null ? List.of() : shown.corrections().within(shown.area());
	}

	void delete() {
		done(shown.corrections().delete(meant()));
	}

	void add(String className) {
		done(shown.corrections().add(drawn("add"), image.drawn(className)));
	}

	void mend() {
		Mask drawn = drawn("mend");
		List<Integer> chosen = shown.chosen();
		int id = chosen.size() == 1 ? chosen.get(0) : shown.corrections().most(drawn);
		if (id == 0) throw new TriptychException("What you drew touches no object; add makes one of"
			+ " it.");
		done(shown.corrections().mend(id, drawn));
	}

	private Mask drawn(String verb) {
		meant();
		if (shown.area() != null) return shown.area();
		IJ.setTool("freehand");
		throw new TriptychException("Draw the outline on the image first, then " + verb
			+ "; the freehand tool is chosen.");
	}

	void cut() {
		List<Integer> meant = meant();
		double[][] line = shown.line();
		if (line == null) {
			IJ.setTool("line");
			throw new TriptychException("Draw a line across the clump first, then split; the line tool is"
				+ " chosen. Watershed needs no line.");
		}
		if (meant.isEmpty()) throw new TriptychException("The line goes through no object.");
		done(shown.corrections().cut(meant.get(0), line[0], line[1]));
	}

	void watershed() {
		List<Integer> meant = meant();
		if (meant.isEmpty()) throw new TriptychException("Click the clump, then press Watershed.");
		if (shown.chosen().isEmpty()) meant = meant.subList(0, 1);
		for (int id : meant)
			done(shown.corrections().watershed(id));
	}

	void merge() {
		done(shown.corrections().merge(meant()));
	}

	boolean undo() {
		boolean undone = image.undo();
		shown.refresh();
		return undone;
	}

	private void done(Edit edit) {
		image.correct(edit);
		shown.image().deleteRoi();
		shown.refresh();
		List<Integer> made = new ArrayList<>();
		edit.added().forEach(added -> made.add(added.id()));
		// Parts of a clump are told apart by their colours.
		shown.choose(made.size() == 1 ? made : List.of());
	}

}
