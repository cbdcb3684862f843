package triptych.plugin.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import ij.IJ;
import triptych.plugin.review.ReviewButtons.Button;
import triptych.review.ReviewKind;

/** Which corrections each kind of results has, with their buttons and keys. */
final class Corrected {

	private final Supplier<Gestures> gestures;
	private final Supplier<String> className;

	/** @param className of the class that is chosen in the list */
	Corrected(Supplier<Gestures> gestures, Supplier<String> className) {
		this.gestures = gestures;
		this.className = className;
	}

	List<Button> buttons(ReviewKind kind) {
		Button undo = new Button("Undo", 'Z', "take back the last correction of this image",
			() -> gestures.get().undo());
		Button delete = new Button("Delete", 'D', "what was clicked, or lies under the selection",
			() -> gestures.get().delete());
		Button reclassify = new Button("Class", 'C', "what was clicked is of the class in the list",
			() -> gestures.get().reclassify(className.get()));
		return switch (kind) {
			case OBJECTS -> objects(delete, undo, reclassify);
			case BOXES -> List.of(delete, undo,
				new Button("Add", 'A', "an object with the drawn box",
					() -> gestures.get().add(className.get())),
				new Button("Mend", 'M', "give the object the box that is drawn over it; a clicked box can"
					+ " also be dragged by its edges", () -> gestures.get().mend()),
				reclassify, tool("Rectangle", 'R', "boxes"));
			case REGIONS -> List.of(
				new Button("Paint", 'A', "give what is selected the class in the list; a click selects"
					+ " what hangs together", () -> gestures.get().paint(className.get())),
				undo, tool("Freehand", 'F', "outlines"), tool("Brush", 'B', "selections by painting"));
			case ANSWERS -> List.of(reclassify, undo,
				new Button("Also", 'A', "the class in the list counts as well, or no longer",
					() -> gestures.get().also(className.get())));
		};
	}

	private List<Button> objects(Button delete, Button undo, Button reclassify) {
		List<Button> all = new ArrayList<>(List.of(delete, undo));
		all.add(new Button("Add", 'A', "an object with the drawn outline",
			() -> gestures.get().add(className.get())));
		all.add(new Button("Mend", 'M', "give the object the outline that is drawn over it",
			() -> gestures.get().mend()));
		all.add(new Button("Split", 'S', "cut a clump along the drawn line",
			() -> gestures.get().cut()));
		all.add(new Button("Watershed", 'W', "cut the clicked clump where it is narrow",
			() -> gestures.get().watershed()));
		all.add(new Button("Merge", 'G', "make one object of those that were clicked (Shift for"
			+ " several) or that a line goes through", () -> gestures.get().merge()));
		all.add(reclassify);
		all.add(tool("Freehand", 'F', "outlines"));
		all.add(tool("Line", 'L', "lines"));
		return all;
	}

	private static Button tool(String name, char key, String draws) {
		String tool = name.toLowerCase(Locale.ROOT);
		return new Button(name, key, "the tool that draws " + draws, () -> IJ.setTool(tool));
	}

	/** What to do with an image that nobody has corrected yet. */
	static String hint(ReviewKind kind) {
		return switch (kind) {
			case OBJECTS -> "Click an object to choose it, Shift-click for several; or draw, then press"
				+ " a button or its key. Magenta: probably several in one.";
			case BOXES -> "Click a box to choose it, Shift-click for several; drag its edges, or draw a"
				+ " box and press a button or its key.";
			case REGIONS -> "Choose a class, then click a region or draw one, and press Paint (A).";
			case ANSWERS -> "Right? Next (N). Else press the number of the class, or choose it in the"
				+ " list and press Class (C).";
		};
	}
}
