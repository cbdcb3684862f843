package triptych.plugin;

import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

import ij.Prefs;
import ij.gui.GUI;

/**
 * Some lines of text in a dialog that change while it is open; long sentences are wrapped, and
 * written smaller where they would not fit.
 */
final class Note extends Canvas {

	private static final long serialVersionUID = 1L;

	/** Of the usual size of the letters; smaller ones would not be read. */
	private static final float SMALLEST = 0.75f;

	/** Of a dialog, with what ImageJ leaves free at its sides, in pixels. */
	private static final int EDGES = 72;

	private final int width, lines;
	private transient String text = "", hint = "";

	Note(int width, int lines, Color colour) {
		this.width = width;
		this.lines = lines;
		setForeground(colour);
	}

	void say(String sentence) {
		if (text.equals(sentence)) return;
		text = sentence;
		repaint();
	}

	/** Stands there in grey while nothing else is said. */
	void hint(String sentence) {
		hint = sentence;
		if (text.isEmpty()) repaint();
	}

	String said() {
		return text;
	}

	@Override
	public Dimension getPreferredSize() {
		int line = getFont() == null ? 16 : getFontMetrics(getFont()).getHeight();
		int scaled = (int) Math.round(width * Math.max(1, Prefs.getGuiScale()));
		// A dialog that were wider than the screen would have its buttons beyond the edge.
		int most = GUI.getMaxWindowBounds().width - EDGES;
		return new Dimension(Math.min(scaled, most), lines * line + 4);
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	@Override
	public void paint(Graphics g) {
		((Graphics2D) g).setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		if (text.isEmpty()) g.setColor(Color.GRAY);
		List<String> shown = shown(g);
		int height = g.getFontMetrics().getHeight();
		for (int i = 0; i < shown.size(); i++)
			g.drawString(shown.get(i), 2, g.getFontMetrics().getAscent() + 2 + i * height);
	}

	/** The lines that fit, in letters as small as that needs, which the graphics get. */
	List<String> shown(Graphics g) {
		Font usual = g.getFont();
		List<String> wrapped = List.of();
		int room = lines;
		for (float size = usual.getSize2D(); size >= SMALLEST * usual.getSize2D(); size -= 0.5f) {
			g.setFont(usual.deriveFont(size));
			wrapped = wrapped(text.isEmpty() ? hint : text, g.getFontMetrics());
			room = Math.max(1, (getHeight() - 4) / g.getFontMetrics().getHeight());
			if (wrapped.size() <= room) return wrapped;
		}
		List<String> cut = new ArrayList<>(wrapped.subList(0, room));
		cut.set(room - 1, cut.get(room - 1) + " ...");
		return cut;
	}

	private List<String> wrapped(String sentence, FontMetrics metrics) {
		List<String> wrapped = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : sentence.split(" ")) {
			if (line.length() > 0 && metrics.stringWidth(line + " " + word) > getWidth() - 24) {
				wrapped.add(line.toString());
				line.setLength(0);
			}
			line.append(line.length() == 0 ? "" : " ").append(word);
		}
		wrapped.add(line.toString());
		return wrapped;
	}
}
