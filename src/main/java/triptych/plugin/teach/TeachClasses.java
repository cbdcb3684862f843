package triptych.plugin.teach;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;

import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import triptych.plugin.Recording;
import triptych.plugin.ReportCommand;
import triptych.teach.TeachRun;

/**
 * Teach Classes... of the menu: with an image the window in which objects are clicked. With the
 * options of a macro, headless or without an image it is the command on examples that have their
 * classes already.
 */
public final class TeachClasses implements PlugIn {

	@Override
	public void run(String arg) {
		boolean told = Macro.getOptions() != null;
		if (told || GraphicsEnvironment.isHeadless() || WindowManager.getCurrentImage() == null)
			new ReportCommand().run(TeachRun.VERB);
		else {
			// What is saved in the window is recorded then.
			Recording.nothing();
			EventQueue.invokeLater(TeachWindow::open);
		}
	}
}
