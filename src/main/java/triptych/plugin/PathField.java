package triptych.plugin;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.TextField;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.event.ActionListener;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

import ij.gui.GenericDialog;
import ij.io.OpenDialog;

/**
 * A field for what is a file or a folder: typed, chosen in a window that takes both, or dropped
 * onto it.
 */
public final class PathField {

	private static final String CHOOSE = "installed...";

	/** Models that were used since ImageJ began. */
	private static final Set<String> RECENT = new LinkedHashSet<>();

	private PathField() {}

	/** The field for a model, which the whole dialog takes when it is dropped. */
	public static void addModel(GenericDialog dialog, String label, String value,
		List<String> names)
	{
		TextField field = add(dialog, label, value, f -> {
			JFileChooser chooser = chooser(f, "A model, or the folder of one");
			chooser.setFileFilter(new FileNameExtensionFilter(
				"Models (.onnx, .zip, .yaml) and their folders", "onnx", "zip", "yaml", "yml"));
			return chooser;
		});
		addNames(field, names);
		// Of several models the first one takes what is dropped.
		if (dialog.getDropTarget() == null) new DropTarget(dialog, new Drop(field));
	}

	/** A list of what is installed and fits, beside the field. */
	private static void addNames(TextField field, List<String> names) {
		List<String> known = new ArrayList<>(names);
		RECENT.stream().filter(model -> !known.contains(model)).forEach(known::add);
		if (known.isEmpty()) return;
		Choice list = new Choice();
		list.add(CHOOSE);
		known.forEach(list::add);
		list.addItemListener(e -> {
			if (list.getSelectedIndex() > 0) field.setText(list.getSelectedItem());
			list.select(0);
		});
		field.getParent().add(list);
	}

	/** Puts a model into the lists of later dialogs. */
	static void remember(String model) {
		if (!model.isBlank()) RECENT.add(model);
	}

	/** The field for any other file or folder, which need not be there yet. */
	static void addPlace(GenericDialog dialog, String label, String value) {
		add(dialog, label, value, f -> chooser(f, "A file or a folder"));
	}

	private static TextField add(GenericDialog dialog, String label, String value,
		Function<TextField, JFileChooser> chooser)
	{
		dialog.addFileField(label, value, KeyFields.WIDE);
		TextField field = (TextField) dialog.getStringFields().lastElement();
		// ImageJ's own button opens a window that takes no folders.
		for (Component part : field.getParent().getComponents())
			if (part instanceof Button browse) {
				for (ActionListener its : browse.getActionListeners())
					browse.removeActionListener(its);
				browse.addActionListener(e -> choose(dialog, field, chooser.apply(field)));
			}
		return field;
	}

	private static JFileChooser chooser(TextField field, String title) {
		JFileChooser chooser = new JFileChooser(folder(field.getText()));
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		chooser.setDialogTitle(title);
		return chooser;
	}

	private static void choose(Window window, TextField field, JFileChooser chooser) {
		if (chooser.showDialog(window, "Choose") == JFileChooser.APPROVE_OPTION) {
			field.setText(chooser.getSelectedFile().getPath().replace('\\', '/'));
		}
	}

	private static File folder(String typed) {
		File file = new File(typed);
		File parent = file.getParentFile();
		if (file.isAbsolute() && parent != null && parent.isDirectory()) return parent;
		String last = OpenDialog.getDefaultDirectory();
		return last == null ? null : new File(last);
	}

	/** Takes the first file that is dropped. */
	private static final class Drop extends DropTargetAdapter {

		private final TextField field;

		Drop(TextField field) {
			this.field = field;
		}

		@Override
		public void drop(DropTargetDropEvent event) {
			event.acceptDrop(DnDConstants.ACTION_COPY);
			boolean taken = false;
			try {
				Object dropped = event.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
				if (dropped instanceof List<?> files && !files.isEmpty()) {
					field.setText(files.get(0).toString().replace('\\', '/'));
					taken = true;
				}
			}
			catch (UnsupportedFlavorException | IOException e) {
				// What is no file is no place; the field stays as it is.
				taken = false;
			}
			event.dropComplete(taken);
		}
	}
}
