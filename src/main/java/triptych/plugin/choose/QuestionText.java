package triptych.plugin.choose;

import java.awt.Color;
import java.awt.KeyboardFocusManager;

import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;

import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuotedCue;

/** The question as it is typed, with the words marked that were understood. */
final class QuestionText extends JTextArea {

	private static final long serialVersionUID = 1L;

	private static final int LINES = 4, LETTERS = 36;

	private static final Color UNDERSTOOD = new Color(205, 230, 255),
		UNDERSTOOD_DARK = new Color(30, 75, 125);

	/** Red, green and blue of a dark ground, together. */
	private static final int DARK = 3 * 110;

	QuestionText() {
		super(LINES, LETTERS);
		setLineWrap(true);
		setWrapStyleWord(true);
		// Tab goes on to the next field; a question needs no tabs.
		setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
		setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
	}

	/** Marks the words that were understood. */
	void mark(QuestionAnalysis reading) {
		getHighlighter().removeAllHighlights();
		reading.cues().forEach(this::highlight);
	}

	private void highlight(QuotedCue cue) {
		try {
			int length = getDocument().getLength();
			getHighlighter().addHighlight(Math.min(cue.start(), length), Math.min(cue.end(), length),
				new DefaultHighlightPainter(isDark() ? UNDERSTOOD_DARK : UNDERSTOOD));
		}
		catch (BadLocationException e) {
			throw new IllegalStateException("Both ends lie inside the text", e);
		}
	}

	/** Light words on a dark ground, as some looks of Java have them. */
	private boolean isDark() {
		Color ground = getBackground();
		return ground.getRed() + ground.getGreen() + ground.getBlue() < DARK;
	}
}
