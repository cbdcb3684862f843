package triptych.plugin.teach;

import java.awt.Component;
import java.awt.Graphics;
import java.util.List;
import java.util.function.IntConsumer;

import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListSelectionModel;

import triptych.ij.draw.Palette;

/** The classes with their keys, colours and numbers of examples; the present one is selected. */
final class ClassList extends JList<String> {

	private static final long serialVersionUID = 1L;
	private static final int SIDE = 14;

	private final DefaultListModel<String> rows = new DefaultListModel<>();
	private boolean filling;

	/** @param chosen hears which class the user wants */
	ClassList(IntConsumer chosen) {
		setModel(rows);
		setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		setVisibleRowCount(5);
		setCellRenderer(new Row());
		addListSelectionListener(e -> {
			if (!filling && getSelectedIndex() >= 0) chosen.accept(getSelectedIndex());
		});
	}

	void show(List<String> classes, int[] counts, int present) {
		filling = true;
		rows.clear();
		for (int c = 0; c < classes.size(); c++) {
			String key = c < 9 ? c + 1 + "   " : "     ";
			rows.addElement(key + classes.get(c) + "   (" + counts[c] + ")");
		}
		if (present >= 0) {
			setSelectedIndex(present);
			ensureIndexIsVisible(present);
		}
		filling = false;
	}

	private static final class Row extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getListCellRendererComponent(JList<?> list, Object value, int index,
			boolean selected, boolean focused)
		{
			JLabel label = (JLabel) super.getListCellRendererComponent(list, value, index, selected,
				focused);
			label.setIcon(new Swatch(index));
			return label;
		}
	}

	/** A square in the colour of a class. */
	private record Swatch(int classIndex) implements Icon {

		@Override
		public void paintIcon(Component c, Graphics g, int x, int y) {
			g.setColor(Palette.ofClass(classIndex));
			g.fillRect(x, y, SIDE, SIDE);
		}

		@Override
		public int getIconWidth() {
			return SIDE;
		}

		@Override
		public int getIconHeight() {
			return SIDE;
		}
	}
}
