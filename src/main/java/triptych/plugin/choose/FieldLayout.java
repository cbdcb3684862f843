package triptych.plugin.choose;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.LayoutManager2;
import java.util.HashMap;
import java.util.Map;

import javax.swing.JViewport;

/**
 * Fields one below the other, as wide as there is room: labels are wrapped, and a field stands
 * below its label where both do not fit side by side, so that nothing is ever scrolled sideways.
 */
final class FieldLayout implements LayoutManager2 {

	/** How a component is placed; a label's field is added right behind it. */
	enum Place {
		LINE, INDENTED, LABEL, FIELD, GROWS
	}

	private static final int GAP = 4, INDENT = 14, EDGE = 6;

	/** Letters that a field beside its label has room for at least. */
	private static final int LETTERS = 9;

	private final Map<Component, Place> places = new HashMap<>();

	@Override
	public void addLayoutComponent(Component part, Object place) {
		places.put(part, (Place) place);
	}

	@Override
	public void layoutContainer(Container panel) {
		int rest = Math.max(0, panel.getHeight() - height(panel, panel.getWidth(), 0, false));
		height(panel, panel.getWidth(), rest, true);
	}

	/** The height that a width asks for, or the same with everything put into its place. */
	private int height(Container panel, int width, int rest, boolean put) {
		int y = GAP, right = width - EDGE, column = column(panel);
		FontMetrics letters = panel.getFontMetrics(panel.getFont());
		boolean beside = column + LETTERS * letters.charWidth('n') <= right;
		int labelHeight = 0;
		for (Component part : panel.getComponents()) {
			Place place = places.get(part);
			int x = GAP, w = right - GAP;
			if (place == Place.INDENTED) x += INDENT;
			if (place == Place.LABEL && beside) w = column - GAP;
			if (place == Place.FIELD && beside) x = column;
			if (x > GAP) w = right - x;
			int h = part instanceof WrappedLabel l ? l.heightFor(w) : part.getPreferredSize().height;
			if (place == Place.GROWS) h += rest;
			if (place == Place.LABEL && beside) {
				labelHeight = h;
				if (put) part.setBounds(x, y + GAP, w, h);
				continue;
			}
			if (put) part.setBounds(x, y, w, h);
			y += Math.max(h, labelHeight) + GAP;
			labelHeight = 0;
		}
		return y;
	}

	/** Where fields begin that stand beside their labels. */
	private int column(Container panel) {
		int widest = 0;
		for (Component part : panel.getComponents())
			if (places.get(part) == Place.LABEL)
				widest = Math.max(widest, ((WrappedLabel) part).oneLine());
		return widest + 2 * GAP;
	}

	@Override
	public Dimension preferredLayoutSize(Container panel) {
		boolean shown = panel.getParent() instanceof JViewport seen && seen.getWidth() > 0;
		int width = shown ? panel.getParent().getWidth() : widest(panel);
		return new Dimension(widest(panel), height(panel, width, 0, false));
	}

	private int widest(Container panel) {
		int widest = 0, column = column(panel);
		for (Component part : panel.getComponents()) {
			int own = part instanceof WrappedLabel l ? l.oneLine() : part.getPreferredSize().width;
			if (places.get(part) == Place.FIELD) own += column;
			widest = Math.max(widest, own + INDENT);
		}
		return widest + EDGE;
	}

	@Override
	public Dimension minimumLayoutSize(Container panel) {
		return new Dimension(0, preferredLayoutSize(panel).height);
	}

	@Override
	public Dimension maximumLayoutSize(Container panel) {
		return new Dimension(Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

	@Override
	public void addLayoutComponent(String name, Component part) {
		throw new IllegalArgumentException("A part is added with its place");
	}

	@Override
	public void removeLayoutComponent(Component part) {
		places.remove(part);
	}

	@Override
	public float getLayoutAlignmentX(Container panel) {
		return 0;
	}

	@Override
	public float getLayoutAlignmentY(Container panel) {
		return 0;
	}

	@Override
	public void invalidateLayout(Container panel) {
		// Nothing is remembered.
	}
}
