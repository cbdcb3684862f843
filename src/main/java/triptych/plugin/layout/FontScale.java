package triptych.plugin.layout;

import java.awt.Component;
import java.awt.Container;

import ij.Prefs;

/** The letters of a window of ours at the scale that ImageJ's own windows have. */
public final class FontScale {

	private FontScale() {}

	/** Before the window gets its size. */
	public static void apply(Component window) {
		if (Prefs.getGuiScale() != 1) apply(window, (float) Prefs.getGuiScale());
	}

	private static void apply(Component part, float scale) {
		// What has no font of its own takes that of what it lies in.
		if (part.isFontSet()) part.setFont(part.getFont().deriveFont(part.getFont().getSize2D()
			* scale));
		if (part instanceof Container c) for (Component inner : c.getComponents())
			apply(inner, scale);
	}
}
