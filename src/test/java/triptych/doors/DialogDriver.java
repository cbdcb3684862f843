package triptych.doors;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.TextComponent;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import ij.Executer;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

/** Presses the menu, fills dialogs in and reads messages as a user does; for child JVMs with a display. */
final class DialogDriver {

	private static final int PATIENCE = 90_000, MOMENT = 400;

	private DialogDriver() {}

	/** Chooses a menu command; what the user does in its windows is up to {@code user}. Returns when the command ended. */
	static void command(String command, ImagePlus image, Runnable user) throws InterruptedException {
		new Executer(command, image);
		user.run();
		await("the end of " + command, () -> Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName()
			.contains(command)) ? command : null);
	}

	/** Waits for the dialog, sets fields given as label, value, label, value, and presses OK. */
	static void fillIn(String... fields) {
		GenericDialog dialog = await("a dialog", DialogDriver::dialog);
		set(dialog, fields);
		press(dialog, "OK");
		await("the closing of the dialog", () -> dialog.isShowing() ? null : dialog);
	}

	/** Sets fields given as label, value, label, value. */
	static void set(GenericDialog dialog, String... fields) {
		for (int i = 0; i < fields.length; i += 2) {
			if (fields[i].equals("outputs")) {
				tick(dialog, fields[i + 1]);
				continue;
			}
			Component field = field(dialog, fields[i]);
			if (field instanceof Choice c) choose(c, fields[i + 1]);
			else ((TextComponent) field).setText(fields[i + 1]);
		}
	}

	/** An item is shown as the value, or as words with the value in brackets. */
	private static void choose(Choice choice, String value) {
		for (int i = 0; i < choice.getItemCount(); i++)
			if (choice.getItem(i).equals(value) || choice.getItem(i).endsWith("(" + value + ")")) choice.select(i);
	}

	private static void tick(GenericDialog dialog, String names) {
		for (Component c : all(dialog))
			if (c instanceof Checkbox box) box.setState(List.of(names.split(",")).contains(box.getLabel()));
	}

	/** Waits for a message window, closes it and gives its text. */
	static String message() {
		Dialog message = await("a message", () -> showing(Dialog.class, true));
		StringBuilder text = new StringBuilder(message.getTitle()).append(": ");
		for (Component c : all(message)) {
			if (c instanceof Label l) text.append(l.getText()).append(' ');
			if (c instanceof TextComponent t) text.append(t.getText()).append(' ');
			if (c instanceof MultiLineLabel) text.append(lines(c));
		}
		press(message, "OK");
		return text.toString();
	}

	private static String lines(Component label) {
		try {
			var lines = label.getClass().getDeclaredField("lines");
			lines.setAccessible(true);
			return String.join(" ", (String[]) lines.get(label));
		}
		catch (ReflectiveOperationException e) {
			return "";
		}
	}

	/** The dialog of a command that is open, null where there is none. */
	static GenericDialog dialog() {
		return showing(GenericDialog.class, false);
	}

	/** Messages, those of macro errors too, are told from the dialogs of commands by their text in several lines. */
	private static <T extends Window> T showing(Class<T> type, boolean withText) {
		for (Window w : Window.getWindows())
			if (w.isShowing() && type.isInstance(w) && all(w).stream().anyMatch(c -> c instanceof MultiLineLabel) == withText)
				return type.cast(w);
		return null;
	}

	/** What stands in the field of a key. */
	static String value(GenericDialog dialog, String key) {
		Component field = field(dialog, key);
		return field instanceof Choice c ? c.getSelectedItem().replaceAll(".*\\((.*)\\)", "$1") : ((TextField) field).getText();
	}

	/** The field right of a label that starts with a key. */
	private static Component field(GenericDialog dialog, String key) {
		List<Component> parts = all(dialog);
		for (int i = 0; i < parts.size(); i++)
			if (parts.get(i) instanceof Label l && l.getText().strip().split("[ :]")[0].equals(key)) for (Component c : parts
				.subList(i + 1, parts.size()))
				if (c instanceof TextField || c instanceof Choice) return c;
		throw new AssertionError("The dialog " + dialog.getTitle() + " has no field " + key);
	}

	/** A modal window that is told to close while it is still opening stays open, so it gets the moment a user needs. */
	static void press(Window window, String name) {
		pause(MOMENT);
		for (Component c : all(window))
			if (c instanceof Button b && b.getLabel().strip().equals(name)) {
				EventQueue.invokeLater(() -> b.dispatchEvent(new ActionEvent(b, ActionEvent.ACTION_PERFORMED, b
					.getActionCommand())));
				return;
			}
		throw new AssertionError("The window has no button " + name);
	}

	static List<Component> all(Container window) {
		List<Component> parts = new ArrayList<>();
		for (Component c : window.getComponents()) {
			parts.add(c);
			if (c instanceof Container inner) parts.addAll(all(inner));
		}
		return parts;
	}

	static <T> T await(String what, Supplier<T> ready) {
		for (long end = System.currentTimeMillis() + PATIENCE; System.currentTimeMillis() < end; pause(20)) {
			T found = ready.get();
			if (found != null) return found;
		}
		throw new AssertionError("Waited in vain for " + what);
	}

	static void pause(int milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
