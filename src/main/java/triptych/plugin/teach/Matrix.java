package triptych.plugin.teach;

import java.awt.Color;
import java.awt.Component;
import java.util.List;

import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;

/**
 * The confusion matrix of cross-validation: a row for each true class, a column for what its
 * examples were taken for.
 */
final class Matrix extends JTable {

	private static final long serialVersionUID = 1L;
	private static final Color AGREES = new Color(0xCC, 0xE5, 0xFF), DIFFERS = new Color(0xFF, 0xD9,
		0xB3);
	private static final int NAMES = 130, CELL = 30;

	Matrix() {
		setEnabled(false);
		getTableHeader().setReorderingAllowed(false);
		setDefaultRenderer(Object.class, new Cell());
	}

	/** @param numbers of the classes in the window, from 1 */
	void show(List<String> classes, int[] numbers, int[][] counts) {
		int n = classes.size();
		Object[] heads = new Object[n + 1];
		heads[0] = "is \\ taken for";
		Object[][] cells = new Object[n][n + 1];
		for (int i = 0; i < n; i++) {
			heads[i + 1] = String.valueOf(numbers[i]);
			cells[i][0] = numbers[i] + " " + classes.get(i);
			for (int j = 0; j < n; j++)
				cells[i][j + 1] = counts[i][j];
		}
		setModel(new DefaultTableModel(cells, heads));
		setRowHeight(getFontMetrics(getFont()).getHeight() + 1);
		getColumnModel().getColumn(0).setPreferredWidth(NAMES);
		for (int j = 1; j <= n; j++)
			getColumnModel().getColumn(j).setPreferredWidth(CELL);
	}

	void clear() {
		setModel(new DefaultTableModel());
	}

	private static final class Cell extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getTableCellRendererComponent(JTable table, Object value,
			boolean selected, boolean focused, int row, int column)
		{
			Component cell = super.getTableCellRendererComponent(table, value, false, false, row,
				column);
			boolean some = value instanceof Integer n && n > 0;
			Color ofCount = column - 1 == row ? AGREES : DIFFERS;
			cell.setBackground(some ? ofCount : table.getBackground());
			setHorizontalAlignment(column == 0 ? SwingConstants.LEFT : SwingConstants.CENTER);
			setToolTipText(String.valueOf(value));
			return cell;
		}
	}
}
