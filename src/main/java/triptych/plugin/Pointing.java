package triptych.plugin;

import java.awt.Component;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/** Tells when the user points at a part of a dialog or goes to it with the keyboard. */
final class Pointing {

	private Pointing() {}

	static void tell(Component part, Runnable hears) {
		part.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseEntered(MouseEvent e) {
				hears.run();
			}
		});
		part.addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(FocusEvent e) {
				hears.run();
			}
		});
	}
}
