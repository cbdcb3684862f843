package triptych.plugin;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Font;
import java.awt.Label;
import java.awt.Panel;
import java.awt.Scrollbar;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import ij.gui.GenericDialog;
import triptych.options.Key;
import triptych.plugin.layout.DialogPlace;
import triptych.plugin.layout.Fold;
import triptych.plugin.layout.WideRow;

/**
 * A field in a dialog for each key of a command: sliders for what lies between 0 and 1, choices for
 * words, boxes for lists, text for the rest. The first word of a label is what macros write.
 */
final class KeyFields {

	private static final Set<String> FOLDERS = Set.of("save", "input", "images", "results");
	/** May be files or folders. */
	private static final Set<String> PLACES = Set.of("path", "truth", "predictions", "compare",
		"examples");
	private static final Set<String> MODELS = Set.of("model", "things", "stuff", "classify");
	/**
	 * Stand in the row of the key before them, where that is there; a tall dialog does not fit a
	 * small screen.
	 */
	private static final Map<String, String> BESIDE = Map.of("within", "device", "frames", "slices",
		"tile", "channels", "augment", "diameter", "border", "smallest", "largest", "smallest",
		"resume", "recursive", "top", "mode", "find", "max");

	private static final int MOST_IN_A_ROW = 6;

	/** Letters of a long field. */
	static final int WIDE = 24;

	/**
	 * What belongs to one key: first the component that holds its value, several boxes for a list.
	 */
	private record Field(List<Component> holders, List<Component> all) {}

	/** So many keys need no fold. */
	private static final int FEW = 7;

	private final GenericDialog dialog;
	private final DialogSpec spec;
	private final Map<String, Key> keys = new LinkedHashMap<>();
	private final Map<String, Field> fields = new LinkedHashMap<>();
	/** Null where all keys are in sight. */
	private final Fold fold;
	private final Set<String> folded;
	private Set<String> off = Set.of();

	/**
	 * @param values to begin with
	 * @param place of the dialog on the screen
	 * @param help hears the sentence on the key that the user points at
	 */
	KeyFields(GenericDialog dialog, DialogSpec spec, Map<String, String> values,
		DialogPlace place, Consumer<String> help)
	{
		this.dialog = dialog;
		this.spec = spec;
		spec.keys().forEach(key -> keys.put(key.name(), key));
		folded = spec.keys().size() > FEW ? spec.keys()
			.stream()
			.filter(key -> KeyLabels.isRare(key, spec.isStack()))
			.map(Key::name)
			.collect(Collectors.toSet()) : Set.of();
		add(spec.keys().stream().filter(k -> !folded.contains(k.name())).toList(), values, help, false);
		fold = folded.isEmpty() ? null : new Fold(dialog, place);
		if (fold == null) return;
		int first = dialog.getComponentCount();
		add(spec.keys().stream().filter(k -> folded.contains(k.name())).toList(), values, help, true);
		fold.takeFrom(first);
		// What is not as usual must be seen.
		fold.open(folded.stream().anyMatch(name -> !value(name).equals(keys.get(name).fallback())));
	}

	/** @param pairs two short fields stand in each row */
	private void add(List<Key> these, Map<String, String> values, Consumer<String> help,
		boolean pairs)
	{
		String left = "";
		boolean second = false;
		for (Key key : these) {
			List<Component> before = parts();
			boolean beside = !left.isEmpty() && left.equals(BESIDE.get(key.name()));
			if (pairs) {
				beside = second && !isWide(key);
				second = !beside && !isWide(key);
			}
			if (beside) dialog.addToSameRow();
			add(key, values.getOrDefault(key.name(), key.fallback()), pairs);
			List<Component> added = new ArrayList<>(parts());
			added.removeAll(before);
			fields.put(key.name(), new Field(holders(key, added), added));
			added.forEach(part -> Pointing.tell(part, () -> help.accept(KeyLabels.help(key))));
			boolean alone = pairs ? isWide(key) : !BESIDE.containsValue(key.name());
			if (!beside && alone) widen(added);
			left = key.name();
		}
	}

	/** Opens the fold where a problem names a key under it. */
	void reveal(String problem) {
		boolean hidden = folded.stream().anyMatch(name -> problem.contains("key " + name + " "));
		if (hidden) fold.open(true);
	}

	/** What stands alone in its row may be as wide as two. */
	private void widen(List<Component> added) {
		for (Component c : added)
			if (c.getParent() == dialog && !(c instanceof Label)) WideRow.widen(dialog, c);
	}

	private static boolean isWide(Key key) {
		boolean place = FOLDERS.contains(key.name()) || PLACES.contains(key.name());
		return place || MODELS.contains(key.name()) || key.isList();
	}

	private void add(Key key, String value, boolean pairs) {
		String label = KeyLabels.of(key, spec.unit());
		if (MODELS.contains(key.name()))
			PathField.addModel(dialog, label, value, spec.models(key.name()));
		else if (FOLDERS.contains(key.name())) dialog.addDirectoryField(label, value, WIDE);
		else if (PLACES.contains(key.name())) PathField.addPlace(dialog, label, value);
		else if (key.isList()) addBoxes(key, value);
		else if (!key.choices().isEmpty()) {
			String[] words = key.choices()
				.stream()
				.map(v -> KeyLabels.choice(key, v))
				.toArray(String[]::new);
			dialog.addChoice(label, words, value.isEmpty() ? words[0] : KeyLabels.choice(key, value));
		}
		else if (key.isNumber() && key.min() == 0 && key.max() == 1) {
			boolean number = value.matches("[0-9.]+");
			dialog.addSlider(label, 0, 1, number ? Double.parseDouble(value) : 0.5, 0.01);
			// A word, or more digits than ImageJ gives the field of a slider.
			((TextField) dialog.getNumericFields().lastElement()).setText(value);
		}
		else dialog.addStringField(label, value, key.isNumber() || pairs || sharesRow(key) ? 8 : WIDE);
	}

	private static boolean sharesRow(Key key) {
		return BESIDE.containsKey(key.name()) || BESIDE.containsValue(key.name());
	}

	/** Boxes are for the eye only: a macro writes the names of those that are ticked. */
	private void addBoxes(Key key, String value) {
		List<String> ticked = List.of(value.split(","));
		String[] names = key.choices().toArray(String[]::new);
		boolean[] states = new boolean[names.length];
		for (int i = 0; i < names.length; i++)
			states[i] = ticked.contains(names[i]);
		int columns = names.length > MOST_IN_A_ROW ? (names.length + 1) / 2 : names.length;
		String[] headings = new String[columns];
		Arrays.fill(headings, "");
		headings[0] = key.name();
		dialog.addCheckboxGroup(names.length > columns ? 2 : 1, columns, names, states, headings);
		// ImageJ leaves headings as small as they are without a scale.
		for (Component part : inside(dialog.getComponents()))
			if (part instanceof Label l && l.getText().equals(key.name()) && dialog.getFont() != null)
				l.setFont(dialog.getFont().deriveFont(Font.BOLD));
	}

	private List<Component> parts() {
		return inside(dialog.getComponents());
	}

	private static List<Component> inside(Component[] components) {
		List<Component> parts = new ArrayList<>();
		for (Component c : components) {
			parts.add(c);
			if (c instanceof Panel p) parts.addAll(inside(p.getComponents()));
		}
		return parts;
	}

	private static List<Component> holders(Key key, List<Component> added) {
		return added.stream().filter(c -> holds(key, c)).toList();
	}

	private static boolean holds(Key key, Component part) {
		if (key.isList()) return part instanceof Checkbox;
		return part instanceof TextField || part instanceof Choice;
	}

	/** The values of all keys that can be used now. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		keys.forEach((name, key) -> {
			if (!off.contains(name)) values.put(name, value(name));
		});
		return values;
	}

	String value(String name) {
		List<Component> holders = fields.get(name).holders();
		if (keys.get(name).isList()) {
			return holders.stream()
				.map(Checkbox.class::cast)
				.filter(Checkbox::getState)
				.map(Checkbox::getLabel)
				.collect(Collectors.joining(","));
		}
		if (holders.get(0) instanceof Choice c)
			return keys.get(name).choices().get(c.getSelectedIndex());
		return ((TextField) holders.get(0)).getText().strip();
	}

	boolean has(String name) {
		return fields.containsKey(name);
	}

	void set(String name, String value) {
		if (value(name).equals(value)) return;
		if (fields.get(name).holders().get(0) instanceof TextField text) text.setText(value);
	}

	/** Greys out what the model has no use for. */
	void disable(Set<String> names) {
		off = names;
		fields.forEach((name, field) -> field.all()
			.stream()
			.filter(KeyFields::canBeGrey)
			.forEach(c -> c.setEnabled(!names.contains(name))));
	}

	private static boolean canBeGrey(Component part) {
		return part instanceof Label || part instanceof TextField || part instanceof Scrollbar
			|| part instanceof Choice;
	}
}
