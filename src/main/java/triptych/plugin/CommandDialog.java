package triptych.plugin;

import java.awt.event.ActionEvent;
import java.util.Map;

import ij.gui.GenericDialog;
import ij.gui.ImageWindow;
import ij.gui.NonBlockingGenericDialog;
import triptych.plugin.layout.DialogPlace;
import triptych.preview.OptionsCheck;

/**
 * One showing of a dialog with a field for each key of a command. It tells what the chosen model
 * is, says what is wrong while one types, and shows on the image what the command would give. The
 * image can be zoomed and turned over meanwhile.
 */
final class CommandDialog {

	private final DialogSpec spec;
	private final GenericDialog dialog;
	private final DialogPlace place;
	private final KeyFields fields;
	private final ModelNotes notes;
	private final PreviewControls preview = new PreviewControls();
	/** Null where no model runs. */
	private LivePreview live;

	/** @param values to begin with */
	CommandDialog(DialogSpec spec, Map<String, String> values) {
		this.spec = spec;
		ImageWindow window = spec.image() == null ? null : spec.image().getWindow();
		if (spec.image() == null) {
			Asking asking = new Asking(spec.title());
			dialog = asking;
			place = asking.place = new DialogPlace(asking, null);
		}
		else {
			AskingBeside asking = new AskingBeside(spec.title());
			dialog = asking;
			place = asking.place = new DialogPlace(asking, window);
		}
		notes = new ModelNotes(spec, dialog);
		if (spec.model() != null || spec.image() != null) notes.addAbout();
		fields = new KeyFields(dialog, spec, values, place, notes::hint);
		if (spec.previews()) addPreview();
		notes.addWrong(fields);
		dialog.addHelp(Help.of(spec.name(), spec.keys()));
		dialog.addDialogListener((d, event) -> check());
		if (spec.model() != null) {
			live = new LivePreview(spec.model(), spec.image(), preview.panel(), notes);
		}
	}

	private void addPreview() {
		preview.addTo(dialog, place);
		if (spec.model().givesRegions()) preview.addOpacityTo(dialog, this::check);
	}

	/** The values, null where the user cancelled. */
	Map<String, String> chosen() {
		check();
		// Nobody has done anything wrong yet.
		if (live == null) notes.begin();
		try {
			dialog.showDialog();
		}
		finally {
			if (live != null) live.close();
			place.close();
		}
		return dialog.wasCanceled() ? null : fields.values();
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

		private transient DialogPlace place;

		Asking(String title) {
			super(title);
		}

		@Override
		public void pack() {
			super.pack();
			place.packed();
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

		private transient DialogPlace place;

		AskingBeside(String title) {
			super(title);
		}

		@Override
		public void pack() {
			super.pack();
			place.packed();
		}

		@Override
		public void actionPerformed(ActionEvent e) {
			super.actionPerformed(e);
			Help.toFront();
		}
	}
}
