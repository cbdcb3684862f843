package triptych.plugin;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Label;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.Scrollbar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.GenericDialog;
import ij.gui.ImageWindow;
import ij.gui.NonBlockingGenericDialog;
import triptych.ij.convert.Position;
import triptych.model.ModelLibrary;
import triptych.options.Key;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;
import triptych.run.ModelSummary;
import triptych.run.OptionsCheck;

/**
 * A dialog with a field for each key of a command. It tells what the chosen model is, fills in that model's own values,
 * greys out what it has no use for, says what is wrong while one types, and shows on the image what the command would give.
 * The image can be zoomed and turned over meanwhile. Old choices are remembered for the dialog only.
 */
public final class OptionsDialog {

	private static final Map<String, Map<String, String>> LAST = new HashMap<>();
	/** Keys that Choose Task... sets for one task and leaves alone for another, and keys whose values fit one model only. */
	private static final Set<String> PROPOSED = Set.of("find", "mode"), OF_A_MODEL = Set.of("confidence", "overlap",
		"thresholds");
	private static final int NOTE_WIDTH = 600;
	/** About the size of a dialog with a preview, before it is laid out, and its distance from the image. */
	private static final int WIDTH = 720, HEIGHT = 760, GAP = 10;

	private OptionsDialog() {}

	/** The chosen values, null where the user cancelled. */
	static Map<String, String> ask(ImageCommand action, ImagePlus image) {
		Map<String, String> last = LAST.computeIfAbsent(action.spec().name(), c -> new LinkedHashMap<>());
		// A selection that is there is meant; one that is gone cannot be.
		boolean selected = image.getRoi() != null && image.getRoi().isArea();
		if (action instanceof ModelCommand<?> && (selected || last.getOrDefault("within", "").equals("selection"))) last.put("within",
			selected ? "selection" : "image");
		ModelCommand<?> verb = action instanceof ModelCommand<?> v ? v : null;
		return ask(action.spec().name(), Options.keys(action.spec().options()), verb, image, values -> OptionsCheck.of(action, image, values));
	}

	/** Values that the next dialog of a command starts with, in place of what an earlier proposal or another model needed. */
	public static void propose(ImageCommand action, Map<String, String> values) {
		Map<String, String> last = LAST.computeIfAbsent(action.spec().name(), c -> new LinkedHashMap<>());
		last.keySet().removeAll(PROPOSED);
		if (values.containsKey("model") && !values.get("model").equals(last.get("model"))) last.keySet().removeAll(OF_A_MODEL);
		last.putAll(values);
	}

	/** Asks for some of a command's keys, without an image. */
	static Map<String, String> ask(ModelCommand<?> verb, List<Key> keys, Function<Map<String, String>, String> problem) {
		return ask(verb.spec().name(), keys, verb, null, values -> new OptionsCheck(problem.apply(values), ""));
	}

	/** @param problem what is wrong with the values in one sentence, blank where nothing is */
	static Map<String, String> ask(String command, List<Key> keys, Function<Map<String, String>, String> problem) {
		return ask(command, keys, null, null, values -> new OptionsCheck(problem.apply(values), ""));
	}

	private static Map<String, String> ask(String command, List<Key> keys, ModelCommand<?> verb, ImagePlus image,
		Function<Map<String, String>, OptionsCheck> told)
	{
		Map<String, String> values = new LinkedHashMap<>(LAST.getOrDefault(command, Map.of()));
		if (verb != null) values.putIfAbsent("model", ModelLibrary.bundledFor(verb.task()).orElse(""));
		while (true) {
			Map<String, String> chosen = new Opened(command, keys, verb, image, told, values).chosen();
			if (chosen == null) return null;
			values.putAll(chosen);
			String wrong = told.apply(chosen).problem();
			if (wrong.isEmpty()) {
				LAST.put(command, values);
				return chosen;
			}
			ErrorDialog.show(command, wrong);
		}
	}

	/** One showing of the dialog. */
	private static final class Opened implements LivePreview.Answers {

		private final GenericDialog dialog;
		private final ImageWindow window;
		private final Function<Map<String, String>, OptionsCheck> told;
		private final KeyFields fields;
		private final Note about = new Note(NOTE_WIDTH, 2, Color.DARK_GRAY), wrong = new Note(NOTE_WIDTH, 4, new Color(0xb0,
			0, 0));
		private final PreviewPanel panel = new PreviewPanel();
		private final Scrollbar opacity = new Scrollbar(Scrollbar.HORIZONTAL, 40, 1, 5, 101);
		private LivePreview live;
		private Map<String, String> modelValues = Map.of();
		private String modelProblem = "", problemModel = "";
		private boolean noModel;

		Opened(String command, List<Key> keys, ModelCommand<?> verb, ImagePlus image, Function<Map<String, String>, OptionsCheck> told,
			Map<String, String> values)
		{
			this.told = told;
			window = image == null ? null : image.getWindow();
			String title = command.replace("...", "") + (image == null ? "" : ": " + image.getTitle());
			dialog = image == null ? new GenericDialog(title) : new NonBlockingGenericDialog(title);
			if (verb != null || image != null) add(about);
			fields = new KeyFields(dialog, keys, values, image == null ? "pixel" : Position.calibration(image).unit());
			if (verb != null && image != null) {
				dialog.addCheckbox("preview on the image", false);
				add(panel);
				if (verb == Commands.SEGMENT_REGIONS) addOpacity();
			}
			add(wrong);
			dialog.addHelp(Help.of(command, keys));
			dialog.addDialogListener((d, event) -> check());
			if (verb != null) live = new LivePreview(verb, image, panel, this);
		}

		private void add(Component part) {
			Panel row = new Panel();
			row.add(part);
			addWide(row);
		}

		private void addWide(Panel row) {
			dialog.addPanel(row);
			GridBagLayout grid = (GridBagLayout) dialog.getLayout();
			GridBagConstraints place = grid.getConstraints(row);
			place.gridwidth = GridBagConstraints.REMAINDER;
			grid.setConstraints(row, place);
		}

		private void addOpacity() {
			opacity.setPreferredSize(new Dimension(200, 18));
			opacity.addAdjustmentListener(e -> check());
			Panel row = new Panel();
			row.add(new Label("opacity of the regions"));
			row.add(opacity);
			addWide(row);
		}

		Map<String, String> chosen() {
			check();
			if (window != null) placeBeside(window);
			try {
				dialog.showDialog();
			}
			finally {
				if (live != null) live.close();
			}
			return dialog.wasCanceled() ? null : fields.values();
		}

		/** So that the preview on the image is seen; left to ImageJ where there is no room on either side. */
		private void placeBeside(ImageWindow window) {
			Rectangle screen = GUI.getMaxWindowBounds(window), image = window.getBounds();
			int right = image.x + image.width + GAP, left = image.x - GAP - WIDTH;
			int y = Math.max(screen.y, Math.min(image.y, screen.y + screen.height - HEIGHT));
			if (right + WIDTH <= screen.x + screen.width) dialog.setLocation(right, y);
			else if (left >= screen.x) dialog.setLocation(left, y);
		}

		/** Says what is wrong; OK can be pressed where nothing is. */
		private boolean check() {
			Map<String, String> values = fields.values();
			OptionsCheck now = told.apply(values);
			String sentence = now.problem();
			boolean sameModel = values.getOrDefault("model", "").equals(problemModel);
			wrong.say(sentence.isEmpty() && sameModel ? modelProblem : sentence);
			if (live == null) about.say(now.objects());
			if (live != null && sentence.isEmpty()) live.wants(new LivePreview.Wish(values, dialog.getCheckboxes() != null
				&& previewing(), opacity.getValue() / 100.0));
			return sentence.isEmpty() && !(sameModel && noModel);
		}

		private boolean previewing() {
			return dialog.getCheckboxes().stream().anyMatch(c -> ((Checkbox) c).getLabel().startsWith("preview")
				&& ((Checkbox) c).getState());
		}

		/** The model's own values stand where nobody typed others. */
		@Override
		public void model(ModelSummary facts) {
			about.say(facts.line());
			fields.disable(facts.unusable());
			facts.defaults().forEach((key, value) -> {
				if (fields.has(key) && List.of("model", modelValues.getOrDefault(key, "model")).contains(fields.value(key))) fields
					.set(key, value);
			});
			modelValues = facts.defaults();
			usable(facts.problem().isEmpty());
			problem(facts.problem());
		}

		@Override
		public void noModel(String sentence) {
			about.say("");
			fields.disable(Set.of());
			usable(false);
			problem(sentence);
		}

		/** With a model that cannot be used there is nothing that OK could start. */
		private void usable(boolean model) {
			noModel = !model;
			Button ok = dialog.getButtons()[0];
			if (ok != null) ok.setEnabled(model && told.apply(fields.values()).problem().isEmpty());
		}

		@Override
		public void problem(String sentence) {
			modelProblem = sentence;
			problemModel = fields.value("model");
			String typed = told.apply(fields.values()).problem();
			wrong.say(typed.isEmpty() ? sentence : typed);
		}
	}
}
