package triptych.plugin;

import java.awt.Button;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.gui.GenericDialog;
import triptych.plugin.layout.WideRow;
import triptych.preview.ModelSummary;

/**
 * The two notes of a dialog, what the model or the objects are and what is wrong, and what the
 * model does to the fields: its own values stand where nobody typed others, and what it has no use
 * for is grey.
 */
final class ModelNotes implements LivePreview.Answers {

	private static final int WIDTH = 520;

	private final DialogSpec spec;
	private final GenericDialog dialog;
	private final Note about = new Note(WIDTH, 2, Color.DARK_GRAY);
	private final Note wrong = new Note(WIDTH, 3, new Color(0xb0, 0, 0));
	private KeyFields fields;
	private Map<String, String> modelValues = Map.of();
	private String modelProblem = "", problemModel = "";
	private boolean noModel;

	ModelNotes(DialogSpec spec, GenericDialog dialog) {
		this.spec = spec;
		this.dialog = dialog;
	}

	/** The note above the fields. */
	void addAbout() {
		WideRow.add(dialog, about);
	}

	/** The note below the fields. */
	void addWrong(KeyFields these) {
		fields = these;
		WideRow.add(dialog, wrong);
	}

	/** What is still to be filled in is no error. */
	void begin() {
		String still = wrong.said();
		wrong.say("");
		wrong.hint(still);
	}

	/** Says what a key means while nothing is wrong. */
	void hint(String sentence) {
		wrong.hint(sentence);
	}

	/** Tells which objects the command would take. */
	void objects(String line) {
		about.say(line);
	}

	/**
	 * Says what is wrong with the values, or else with their model.
	 *
	 * @return true where nothing speaks against OK
	 */
	boolean check(Map<String, String> values, String problem) {
		boolean sameModel = values.getOrDefault("model", "").equals(problemModel);
		wrong.say(problem.isEmpty() && sameModel ? modelProblem : problem);
		return problem.isEmpty() && !(sameModel && noModel);
	}

	@Override
	public void model(ModelSummary facts) {
		about.say(facts.line());
		fields.disable(facts.unusable());
		facts.defaults().forEach((key, value) -> {
			if (fields.has(key) && isUntouched(key)) fields.set(key, value);
		});
		modelValues = facts.defaults();
		usable(facts.problem().isEmpty());
		problem(facts.problem());
	}

	private boolean isUntouched(String key) {
		String ofTheLastModel = modelValues.getOrDefault(key, "model");
		return List.of("model", ofTheLastModel).contains(fields.value(key));
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
		if (ok != null) ok.setEnabled(model && typedProblem().isEmpty());
	}

	@Override
	public void problem(String sentence) {
		modelProblem = sentence;
		problemModel = fields.value("model");
		String typed = typedProblem();
		wrong.say(typed.isEmpty() ? sentence : typed);
	}

	private String typedProblem() {
		return spec.check().apply(fields.values()).problem();
	}
}
