package triptych.plugin.review;

import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import triptych.core.Region;
import triptych.core.TriptychException;
import triptych.review.Edit;
import triptych.review.ReviewKind;
import triptych.review.ReviewedImage;

/**
 * What a button means for what is chosen and drawn at the moment: objects that were clicked count
 * first, then those under the selection.
 */
final class Gestures {

	private final ReviewedImage image;
	private final ReviewKind kind;
	private final ReviewedView view;

	Gestures(ReviewedImage image, ReviewKind kind, ReviewedView view) {
		this.image = image;
		this.kind = kind;
		this.view = view;
	}

	/** What was clicked, or lies under what is drawn; of a single answer nobody need click it. */
	private List<Integer> meant() {
		if (!view.hasResults()) throw new TriptychException("The run has no results on this plane of"
			+ " the stack; go to another one.");
		if (!view.chosen().isEmpty()) return view.chosen();
		if (kind == ReviewKind.ANSWERS)
			return view.found().all().size() == 1 ? view.found().all() : List.of();
		if (view.line() != null) return view.corrections().through(view.line()[0], view.line()[1]);
		return view.area() == null ? List.of() : view.corrections().within(view.area());
	}

	/** A box that was dragged since is where it was dragged to, before anything else is done. */
	void settle() {
		Region dragged = view.dragged();
		if (dragged == null) return;
		int id = view.chosen().get(0);
		try {
			done(view.corrections().mend(id, dragged));
		}
		catch (TriptychException e) {
			// Off the image: the box goes back to where it was.
			view.choose(List.of(id));
			throw e;
		}
	}

	void delete() {
		done(view.corrections().delete(meant()));
	}

	void add(String className) {
		done(view.corrections().add(drawn("add"), image.named(className)));
	}

	/** Pixels get a class; a click has selected those that hang together. */
	void paint(String className) {
		done(view.corrections().add(drawn("paint"), image.named(className)));
	}

	void mend() {
		Region drawn = drawn("mend");
		List<Integer> chosen = view.chosen();
		int id = chosen.size() == 1 ? chosen.get(0) : view.corrections().most(drawn);
		if (id == 0) throw new TriptychException("What you drew touches no object; add makes one of"
			+ " it.");
		done(view.corrections().mend(id, drawn));
	}

	private Region drawn(String verb) {
		meant();
		if (view.area() != null) return view.area();
		String tool = kind.takesBoxes() ? "rectangle" : "freehand";
		IJ.setTool(tool);
		String shape = kind.takesBoxes() ? "box" : "outline";
		throw new TriptychException("Draw the " + shape + " on the image first, then " + verb + "; the "
			+ tool + " tool is chosen.");
	}

	void reclassify(String className) {
		done(view.corrections().reclassify(meant(), image.named(className)));
	}

	/** The class of what is chosen, where something is: else the list alone has changed. */
	void number(String className) {
		if (kind == ReviewKind.ANSWERS || kind != ReviewKind.REGIONS && !view.chosen().isEmpty())
			reclassify(className);
	}

	void also(String className) {
		done(view.corrections().also(meant(), image.named(className)));
	}

	void cut() {
		List<Integer> meant = meant();
		double[][] line = view.line();
		if (line == null) {
			IJ.setTool("line");
			throw new TriptychException("Draw a line across the clump first, then split; the line tool is"
				+ " chosen. Watershed needs no line.");
		}
		if (meant.isEmpty()) throw new TriptychException("The line goes through no object.");
		done(view.corrections().cut(meant.get(0), line[0], line[1]));
	}

	void watershed() {
		List<Integer> meant = meant();
		if (meant.isEmpty()) throw new TriptychException("Click the clump, then press Watershed.");
		if (view.chosen().isEmpty()) meant = meant.subList(0, 1);
		for (int id : meant)
			done(view.corrections().watershed(id));
	}

	void merge() {
		done(view.corrections().merge(meant()));
	}

	void undo() {
		boolean undone = image.undo();
		view.refresh();
		if (!undone) throw new TriptychException("Nothing of this image is corrected.");
	}

	private void done(Edit edit) {
		image.correct(edit);
		List<Integer> chosen = view.chosen();
		view.image().deleteRoi();
		view.refresh();
		List<Integer> made = new ArrayList<>();
		edit.added().forEach(added -> made.add(added.id()));
		if (kind == ReviewKind.REGIONS) return;
		// Parts of a clump are told apart by their colours.
		boolean same = edit.removed().containsAll(chosen) && made.containsAll(chosen);
		if (made.size() == 1) view.choose(made);
		else view.choose(same && kind != ReviewKind.OBJECTS ? chosen : List.of());
	}

}
