package triptych.plugin.choose;

import static triptych.advice.Html.escaped;

import java.awt.Insets;

import javax.swing.JLabel;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.View;

/** A label that goes on in a second line where its words are wider than its place. */
final class WrappedLabel extends JLabel {

	private static final long serialVersionUID = 1L;

	private String words = "";

	WrappedLabel(int style) {
		setFont(getFont().deriveFont(style));
	}

	void say(String said) {
		words = said;
		setText(said);
	}

	/** Width in one line, in pixels. */
	int oneLine() {
		Insets in = getInsets();
		return getFontMetrics(getFont()).stringWidth(words) + in.left + in.right + 1;
	}

	/** Height in pixels, in as many lines as a width of so many pixels makes of it. */
	int heightFor(int width) {
		boolean fits = oneLine() <= width;
		String shown = fits ? words : "<html>" + escaped(words);
		if (!shown.equals(getText())) setText(shown);
		if (fits) return getPreferredSize().height;
		Insets in = getInsets();
		View lines = (View) getClientProperty(BasicHTML.propertyKey);
		lines.setSize(width - in.left - in.right, 0);
		return (int) Math.ceil(lines.getPreferredSpan(View.Y_AXIS)) + in.top + in.bottom;
	}
}
