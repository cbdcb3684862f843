package triptych.plugin;

import java.awt.Checkbox;
import java.awt.Dimension;
import java.awt.Label;
import java.awt.Scrollbar;

import ij.gui.GenericDialog;
import triptych.plugin.layout.DialogPlace;
import triptych.plugin.layout.WideRow;

/** The part of a dialog that asks for a preview and shows what it says beside the image. */
final class PreviewControls {

	private final PreviewPanel panel = new PreviewPanel();
	private final Scrollbar opacity = new Scrollbar(Scrollbar.HORIZONTAL, 40, 1, 5, 101);
	private Checkbox wanted;

	/** @param place of the dialog, which grows by what the preview says */
	void addTo(GenericDialog dialog, DialogPlace place) {
		dialog.addCheckbox("preview on the image", false);
		wanted = (Checkbox) dialog.getCheckboxes().lastElement();
		WideRow.add(dialog, panel);
		panel.getParent().setVisible(false);
		wanted.addItemListener(e -> {
			panel.getParent().setVisible(wanted.getState());
			place.fit();
		});
	}

	/** @param changed hears of it when the user moves the slider */
	void addOpacityTo(GenericDialog dialog, Runnable changed) {
		opacity.setPreferredSize(new Dimension(200, 18));
		opacity.addAdjustmentListener(e -> changed.run());
		WideRow.add(dialog, new Label("opacity of the regions"), opacity);
	}

	PreviewPanel panel() {
		return panel;
	}

	boolean wanted() {
		return wanted != null && wanted.getState();
	}

	/** From 0, regions are not seen, to 1. */
	double opacity() {
		return opacity.getValue() / 100.0;
	}
}
