package triptych.doors;

import ij.ImageJ;

/** In a child JVM with a display: ImageJ as a server starts it with -macro; closes the window that nobody sees there. */
final class ServerMacro {

	private ServerMacro() {}

	/** @param arguments those of ImageJ */
	public static void main(String... arguments) {
		new Thread(() -> ImageJ.main(arguments)).start();
		System.out.println("WINDOW " + DialogDriver.message());
		System.exit(0);
	}
}
