package triptych.plugin;

import java.awt.Rectangle;
import java.awt.event.ActionEvent;
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

	/** What ImageJ adds when it shows a dialog: the buttons. */
	private static final int BUTTONS = 50;

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
		dialog = spec.image() == null ? new Asking(spec.title()) : new AskingBeside(spec.title());
		notes = new ModelNotes(spec, dialog);
		if (spec.model() != null || spec.image() != null) notes.addAbout();
		fields = new KeyFields(dialog, spec, values, notes::hint);
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
		// Nobody has done anything wrong yet.
		if (live == null) notes.begin();
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

	/**
	 * So that the preview is seen: beside the image, or where there is no room on either side, in a
	 * corner of the screen with the image in the other one.
	 */
	private void placeBeside(ImageWindow window) {
		dialog.pack();
		int width = dialog.getWidth(), height = dialog.getHeight() + BUTTONS;
		Rectangle screen = GUI.getMaxWindowBounds(window), image = window.getBounds();
		int right = image.x + image.width + GAP, left = image.x - GAP - width;
		int lowest = Math.max(screen.y, screen.y + screen.height - height);
		int y = Math.max(screen.y, Math.min(image.y, lowest));
		if (right + width <= screen.x + screen.width) dialog.setLocation(right, y);
		else if (left >= screen.x) dialog.setLocation(left, y);
		else {
			window.setLocation(screen.x, image.y);
			dialog.setLocation(Math.max(screen.x, screen.x + screen.width - width), y);
		}
	}

	/** Says what is wrong; OK can be pressed where nothing is. */
	private boolean check() {
		Map<String, String> values = fields.values();
		OptionsCheck now = spec.check().apply(values);
		String problem = now.problem();
		boolean usable = notes.check(values, problem);
		fields.reveal(problem);
		if (live == null) notes.objects(now.objects());
		else
			if (problem.isEmpty())
				live.wants(new LivePreview.Wish(values, preview.wanted(), preview.opacity()));
		return usable;
	}

	/** Its help stays in front of it. */
	private static final class Asking extends GenericDialog {

		private static final long serialVersionUID = 1L;

		Asking(String title) {
			super(title);
		}

		@Override
		public void actionPerformed(ActionEvent e) {
			super.actionPerformed(e);
			Help.toFront();
		}
	}

	/** The same, which lets the image be worked on. */
	private static final class AskingBeside extends NonBlockingGenericDialog {

		private static final long serialVersionUID = 1L;

		AskingBeside(String title) {
			super(title);
		}

		@Override
		public void actionPerformed(ActionEvent e) {
			super.actionPerformed(e);
			Help.toFront();
		}
	}
}
