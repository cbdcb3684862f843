package triptych.plugin.choose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JEditorPane;
import javax.swing.JLabel;

import org.junit.jupiter.api.Test;
import triptych.advice.TaskAdvice;
import triptych.advisor.need.Language;
import triptych.advisor.need.Words;
import triptych.workflow.Triptych;

/** What stands on the right side of the window beside a value that is wrong. */
class AdvicePanelTest {

	private static final Words EN = Words.in(Language.EN);

	/** All text that can be seen, and the bars by their class. */
	private static String seen(Component part) {
		if (!part.isVisible()) return "";
		List<String> texts = new ArrayList<>();
		if (part instanceof JLabel l) texts.add(l.getText());
		if (part instanceof JEditorPane e) texts.add(e.getText());
		if (part instanceof CostBars) texts.add("bars");
		if (part instanceof Container c) for (Component inner : c.getComponents())
			texts.add(seen(inner));
		return String.join(" ", texts);
	}

	@Test
	void noEarlierAdviceStandsBesideAnError() {
		AdvicePanel panel = new AdvicePanel(EN);
		TaskAdvice advice = Triptych.chooseTask("question=[Where are the wheat heads and how many?] images=5000 objects=60 money=20");
		panel.show(advice, EN);
		String before = seen(panel);
		for (String part : List.of("Detection", "How sure", "Your budget is too small", "bars", "What labels cost"))
			assertTrue(before.contains(part), part + " in " + before);
		panel.say("\"Images to label\" is wrong.", EN);
		String wrong = seen(panel);
		assertTrue(wrong.contains("Please mend") && wrong.contains("No advice"), wrong);
		for (String part : List.of("Detection", "How sure", "Your budget", "bars", "What labels cost", "how many"))
			assertFalse(wrong.contains(part), part + " in " + wrong);
		panel.show(advice, EN);
		assertEquals(before, seen(panel), "all of it is back");
	}

	/** Where not even labels can be paid, the window does not say what to start with either. */
	@Test
	void nothingIsProposedThatCannotBePaid() {
		AdvicePanel panel = new AdvicePanel(EN);
		panel.show(Triptych.chooseTask("question=[Where are the wheat heads and how many?] images=50000 objects=60 money=20"), EN);
		String seen = seen(panel);
		assertTrue(seen.contains("It does not even pay for the cheapest labels"), seen);
		assertFalse(seen.toLowerCase().contains("start with"), seen);
	}
}
