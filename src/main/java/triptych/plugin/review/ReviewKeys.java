package triptych.plugin.review;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.swing.JComboBox;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** Keys of buttons count in the image and in the window, but not where somebody types a text. */
final class ReviewKeys implements KeyEventDispatcher {

	private final Supplier<List<Window>> windows;
	private final Predicate<Character> press;

	/**
	 * @param windows in which keys count
	 * @param press what a key does; false where it does nothing
	 */
	ReviewKeys(Supplier<List<Window>> windows, Predicate<Character> press) {
		this.windows = windows;
		this.press = press;
	}

	void begin() {
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
	}

	void end() {
		KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
	}

	@Override
	public boolean dispatchKeyEvent(KeyEvent e) {
		if (e.getID() != KeyEvent.KEY_PRESSED) return false;
		Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
		// What is only read may have the focus too.
		boolean typing = owner instanceof JTextComponent text && text.isEditable();
		// There Enter chooses a class, and letters lead to one.
		boolean choosing = owner instanceof JComboBox<?> list && list.isPopupVisible();
		if (typing || choosing || e.isControlDown() || e.isMetaDown() || e.isAltDown()) return false;
		Window window = owner == null ? null : SwingUtilities.getWindowAncestor(owner);
		List<Window> mine = windows.get();
		if (!mine.contains(owner) && !mine.contains(window)) return false;
		return press.test(key(e));
	}

	private static char key(KeyEvent e) {
		return switch (e.getKeyCode()) {
			case KeyEvent.VK_DELETE, KeyEvent.VK_BACK_SPACE -> 'D';
			case KeyEvent.VK_ENTER -> 'N';
			default -> Character.toUpperCase(e.getKeyChar());
		};
	}
}
