package triptych.plugin;

import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

import ij.Prefs;

/** Some lines of text in a dialog that change while it is open; long sentences are wrapped. */
final class Note extends Canvas {

	private static final long serialVersionUID = 1L;

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
		return new Dimension(scaled, lines * line + 4);
	}

	@Override
	public Dimension getMinimumSize() {
		return getPreferredSize();
	}

	@Override
	public void paint(Graphics g) {
		((Graphics2D) g).setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		FontMetrics metrics = g.getFontMetrics();
		int y = metrics.getAscent() + 2;
		if (text.isEmpty()) g.setColor(Color.GRAY);
		List<String> wrapped = wrapped(text.isEmpty() ? hint : text, metrics);
		for (int i = 0; i < Math.min(lines, wrapped.size()); i++, y += metrics.getHeight()) {
			boolean cut = i == lines - 1 && wrapped.size() > lines;
			g.drawString(cut ? wrapped.get(i) + " ..." : wrapped.get(i), 2, y);
		}
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
