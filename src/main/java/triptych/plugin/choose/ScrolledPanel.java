package triptych.plugin.choose;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;

import javax.swing.JPanel;
import javax.swing.Scrollable;

/**
 * A side of the window: fills what there is, and is scrolled only where that is less than its
 * smallest size.
 */
class ScrolledPanel extends JPanel implements Scrollable {

	private static final long serialVersionUID = 1L;

	ScrolledPanel(LayoutManager layout) {
		super(layout);
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return getPreferredSize();
	}

	@Override
	public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
		return getFontMetrics(getFont()).getHeight();
	}

	@Override
	public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
		return seen.height / 2;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return getParent().getWidth() >= getMinimumSize().width;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return getParent().getHeight() >= getMinimumSize().height;
	}
}
