package triptych.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import triptych.folder.FolderJob;
import triptych.folder.FolderOptions;
import triptych.folder.ReviewOptions;
import triptych.options.Key;
import triptych.options.Options;

/** The help of a key at the bottom of a dialog is not cut. */
class NoteTest {

	private static final int WIDTH = 520;

	@Test
	void theWholeHelpOfEveryKeyIsShown() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		List<Key> keys = new ArrayList<>(Options.keys(FolderOptions.class));
		keys.addAll(Options.keys(ReviewOptions.class));
		keys.addAll(FolderJob.keysOfAnyTask());
		for (Key key : keys) {
			String help = key.name() + ": " + key.help() + " (" + key.allowed() + ")";
			assertEquals(help.strip(), shown(help), key.name());
		}
	}

	@Test
	void whatFitsInNoWayIsCutVisibly() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		assertTrue(shown("word ".repeat(400)).endsWith(" ..."));
	}

	@Test
	void aMessageIsBrokenBetweenWordsAndLosesNone() {
		String path = "/a/path/that/is/longer/than/a/line/".repeat(4);
		String sentence = "Triptych: 8 of 8 images done; see all-detections.csv and all-summary.csv in " + path;
		String wrapped = ErrorDialog.wrapped(sentence);
		assertEquals(sentence, wrapped.replace("\n", " "));
		assertTrue(wrapped.contains("\n" + path), "a path stays whole");
		assertTrue(wrapped.lines().filter(l -> !l.contains("/")).allMatch(l -> l.length() <= ErrorDialog.LINE), wrapped);
	}

	private static String shown(String sentence) {
		Note note = new Note(WIDTH, 3, Color.RED);
		note.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
		note.setSize(WIDTH, 3 * note.getFontMetrics(note.getFont()).getHeight() + 4);
		note.hint(sentence);
		Graphics g = new BufferedImage(WIDTH, 80, BufferedImage.TYPE_INT_RGB).getGraphics();
		g.setFont(note.getFont());
		return String.join(" ", note.shown(g)).strip();
	}
}
