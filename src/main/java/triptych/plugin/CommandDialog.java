package triptych.plugin;

import java.awt.Rectangle;
import java.util.Map;

import ij.gui.GUI;
import ij.gui.GenericDialog;
import ij.gui.ImageWindow;
import ij.gui.NonBlockingGenericDialog;
import triptych.preview.OptionsCheck;

/**
 * One showing of a dialog with a field for each key of a command. It tells what the chosen model
 * is, says what is wrong while one types, and shows on the image what the command would give. The
 * image can be zoomed and turned over meanwhile.
 */
final class CommandDialog {

	/** About the size of a dialog with a preview, before it is laid out. */
	private static final int WIDTH = 720, HEIGHT = 760;

	/** Between the dialog and the image. */
	private static final int GAP = 10;

	private final DialogSpec spec;
	private final GenericDialog dialog;
	private final KeyFields fields;
	private final ModelNotes notes;
	private final PreviewControls preview = new PreviewControls();
	/** Null where no model runs. */
	private LivePreview live;

	/** @param values to begin with */
	CommandDialog(DialogSpec spec, Map<String, String> values) {
		this.spec = spec;
		dialog = spec.image() == null ? new GenericDialog(spec.title())
			: new NonBlockingGenericDialog(spec.title());
		notes = new ModelNotes(spec, dialog);
		if (spec.model() != null || spec.image() != null) notes.addAbout();
		fields = new KeyFields(dialog, spec.keys(), values, spec.unit());
		if (spec.previews()) addPreview();
		notes.addWrong(fields);
		dialog.addHelp(Help.of(spec.name(), spec.keys()));
		dialog.addDialogListener((d, event) -> check());
		if (spec.model() != null) {
			live = new LivePreview(spec.model(), spec.image(), preview.panel(), notes);
		}
	}

	private void addPreview() {
		preview.addTo(dialog);
		if (spec.model().givesRegions()) preview.addOpacityTo(dialog, this::check);
	}

	/** The values, null where the user cancelled. */
	Map<String, String> chosen() {
		check();
		if (spec.image() != null && spec.image().getWindow() != null) {
			placeBeside(spec.image().getWindow());
		}
		try {
			dialog.showDialog();
		}
		finally {
			if (live != null) live.close();
		}
		return dialog.wasCanceled() ? null : fields.values();
	}

	/** So that the preview is seen; left to ImageJ where there is no room on either side. */
	private void placeBeside(ImageWindow window) {
		Rectangle screen = GUI.getMaxWindowBounds(window), image = window.getBounds();
		int right = image.x + image.width + GAP, left = image.x - GAP - WIDTH;
		int lowest = screen.y + screen.height - HEIGHT;
		int y = Math.max(screen.y, Math.min(image.y, lowest));
		if (right + WIDTH <= screen.x + screen.width) dialog.setLocation(right, y);
		else if (left >= screen.x) dialog.setLocation(left, y);
	}

	/** Says what is wrong; OK can be pressed where nothing is. */
	private boolean check() {
		Map<String, String> values = fields.values();
		OptionsCheck now = spec.check().apply(values);
		String problem = now.problem();
		boolean usable = notes.check(values, problem);
		if (live == null) notes.objects(now.objects());
		else
			if (problem.isEmpty())
				live.wants(new LivePreview.Wish(values, preview.wanted(), preview.opacity()));
		return usable;
	}
}
