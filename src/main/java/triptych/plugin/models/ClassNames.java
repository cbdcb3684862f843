package triptych.plugin.models;

import java.awt.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

import triptych.core.TriptychException;
import triptych.draft.KnownClasses;
import triptych.plugin.ErrorDialog;

/** The button beside the classes: well-known lists of as many names, and those of a text file. */
final class ClassNames {

	private ClassNames() {}

	/** @param taken hears of the names as a description has them */
	static JButton button(OptionalInt classes, Consumer<String> taken) {
		JButton button = new JButton("Names...");
		button.setName("names");
		button.setToolTipText("fills in well-known names, or those of a text file with a name a line");
		button.addActionListener(e -> menu(button, classes, taken).show(button, 0,
			button.getHeight()));
		return button;
	}

	private static JPopupMenu menu(Component parent, OptionalInt classes, Consumer<String> taken) {
		JPopupMenu menu = new JPopupMenu();
		List<KnownClasses> known = classes.isPresent() ? KnownClasses.of(classes.getAsInt())
			: List.of();
		for (KnownClasses list : known)
			add(menu, "Take " + list, () -> taken.accept(list.listed()));
		add(menu, "From a text file with a name a line...", () -> choose(parent, taken));
		return menu;
	}

	private static void add(JPopupMenu menu, String text, Runnable work) {
		JMenuItem item = new JMenuItem(text);
		item.addActionListener(e -> work.run());
		menu.add(item);
	}

	private static void choose(Component parent, Consumer<String> taken) {
		JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle("A text file with a name a line");
		if (chooser.showOpenDialog(parent) != JFileChooser.APPROVE_OPTION) return;
		Path file = chooser.getSelectedFile().toPath();
		try {
			taken.accept(KnownClasses.listed(Files.readAllLines(file)));
		}
		catch (IOException e) {
			ErrorDialog.show(DescribeModel.COMMAND, "The file \"" + file + "\" cannot be read: "
				+ TriptychException.why(e) + ".");
		}
	}
}
