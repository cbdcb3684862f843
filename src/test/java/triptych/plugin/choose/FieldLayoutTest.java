package triptych.plugin.choose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Rectangle;

import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.advisor.need.Language;
import triptych.advisor.need.Words;

/** The left side and the buttons of Choose Task... where the screen is small or the letters are large. */
class FieldLayoutTest {

	/** Width in pixels, and how large the letters are. */
	@ParameterizedTest
	@CsvSource({ "250, 1, EN", "480, 1, DE", "480, 2, FR", "480, 2, JA", "900, 1, ES", "900, 2, ZH" })
	void nothingIsScrolledSidewaysCutOffOrOnTopOfSomethingElse(int width, float scale, Language language) {
		QuestionFields fields = new QuestionFields(Words.in(language));
		for (Component c : fields.getComponents())
			c.setFont(c.getFont().deriveFont(12 * scale));
		JScrollPane pane = new JScrollPane(fields);
		pane.setSize(width, 400);
		pane.doLayout();
		pane.getViewport().doLayout();
		fields.doLayout();
		assertEquals(pane.getViewport().getWidth(), fields.getWidth());
		Rectangle before = new Rectangle();
		for (Component c : fields.getComponents()) {
			Rectangle at = c.getBounds();
			assertTrue(at.x >= 0 && at.x + at.width <= fields.getWidth() && at.y + at.height <= fields.getHeight(), c + "");
			assertTrue(!at.intersects(before) && at.width > 0 && at.height > 0, c + " over " + before);
			if (c instanceof WrappedLabel l) assertTrue(at.height >= l.heightFor(at.width), l.getText());
			before = at;
		}
	}

	@Test
	void everyButtonHasItsPlaceInANarrowWindow() {
		JPanel window = new JPanel(new FlowLayout()), buttons = new JPanel(new ButtonRows());
		window.add(buttons);
		for (int i = 0; i < 6; i++)
			buttons.add(new JButton("A button with a long name"));
		window.setSize(500, 400);
		Dimension wanted = buttons.getPreferredSize();
		buttons.setSize(500, wanted.height);
		buttons.doLayout();
		for (Component b : buttons.getComponents())
			assertTrue(new Rectangle(0, 0, 500, wanted.height).contains(b.getBounds()), b.getBounds() + " in " + wanted);
	}
}
