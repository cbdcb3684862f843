package triptych.plugin.choose;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;

/** Buttons in as many rows as their width takes, so that none is ever out of sight. */
final class ButtonRows extends FlowLayout {

	private static final long serialVersionUID = 1L;

	ButtonRows() {
		super(RIGHT);
	}

	@Override
	public Dimension preferredLayoutSize(Container panel) {
		Dimension oneRow = super.preferredLayoutSize(panel);
		int width = panel.getParent() == null ? 0 : panel.getParent().getWidth();
		if (width == 0 || oneRow.width <= width) return oneRow;
		int rows = 1, x = getHgap(), height = 0;
		for (Component part : panel.getComponents()) {
			Dimension size = part.getPreferredSize();
			if (x > getHgap() && x + size.width + getHgap() > width) {
				rows++;
				x = getHgap();
			}
			x += size.width + getHgap();
			height = Math.max(height, size.height);
		}
		return new Dimension(width, rows * (height + getVgap()) + getVgap());
	}
}
