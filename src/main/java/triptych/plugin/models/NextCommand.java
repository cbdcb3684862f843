package triptych.plugin.models;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;

import ij.IJ;
import ij.Prefs;
import triptych.core.Task;
import triptych.options.MenuNames;
import triptych.plugin.OptionsDialog;
import triptych.plugin.layout.FontScale;
import triptych.run.Commands;

/** What comes after a description was saved: the command that runs the model, and its macro. */
final class NextCommand extends JPanel {

	private static final long serialVersionUID = 1L;

	/** In pixels: at the usual scale, and what fits a small screen. */
	private static final int WIDTH = 640, MOST = 940;

	/** @param close takes the window away */
	NextCommand(Path file, String model, Task task, Runnable close) {
		super(new BorderLayout(6, 6));
		String command = MenuNames.of(task);
		setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		JTextArea saved = Words.area();
		saved.setText("Saved " + file + ".\n\nFrom now on the model runs by Plugins > Triptych > "
			+ command + " and by this line of a macro:");
		JPanel words = new JPanel(new BorderLayout(6, 6));
		words.add(saved, BorderLayout.NORTH);
		JTextField line = new JTextField(macro(command, model));
		line.setEditable(false);
		line.setName("line");
		line.setCaretPosition(0);
		words.add(line, BorderLayout.SOUTH);
		add(words, BorderLayout.NORTH);
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		JButton next = new JButton(command);
		next.setName("next");
		next.addActionListener(e -> {
			OptionsDialog.propose(Commands.of(task), Map.of("model", model));
			close.run();
			// On a thread of its own, as from the menu.
			IJ.doCommand(command);
		});
		JButton done = new JButton("Close");
		done.addActionListener(e -> close.run());
		buttons.add(next);
		buttons.add(done);
		add(buttons, BorderLayout.SOUTH);
		FontScale.apply(this);
		// So wide it is wrapped; without a width it would ask for a line for each letter.
		int scaled = (int) (WIDTH * Math.max(1, Prefs.getGuiScale()));
		saved.setColumns(0);
		saved.setSize(Math.min(scaled, MOST), 1);
		line.setPreferredSize(new Dimension(Math.min(scaled, MOST), line.getPreferredSize().height));
	}

	static String macro(String command, String model) {
		return "run(\"" + command + "\", \"model=[" + model + "]\");";
	}
}
