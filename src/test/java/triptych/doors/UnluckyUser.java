package triptych.doors;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.WindowManager;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** In a child JVM: a macro on an image that fails once it is read, as nobody foresaw it. */
final class UnluckyUser {

	/** Stands for the class of a program that reads its planes from somewhere that is gone. */
	private static final class GoneStack extends VirtualStack {

		private boolean gone;

		@Override
		public int getSize() {
			return 2;
		}

		@Override
		public int size() {
			return 2;
		}

		@Override
		public int getWidth() {
			return 64;
		}

		@Override
		public int getHeight() {
			return 64;
		}

		@Override
		public ImageProcessor getProcessor(int n) {
			if (gone) throw new IllegalStateException("the drive is gone");
			return new ByteProcessor(64, 64);
		}
	}

	private UnluckyUser() {}

	/** @param arguments a file that the macro would write if it went on */
	public static void main(String... arguments) throws InterruptedException {
		boolean window = !GraphicsEnvironment.isHeadless();
		Path sentinel = Path.of(arguments[0]);
		try {
			if (window) new ImageJ();
			GoneStack stack = new GoneStack();
			ImagePlus image = new ImagePlus("far away", stack);
			if (window) image.show();
			stack.gone = true;
			Thread macro = new Thread(() -> {
				if (!window) WindowManager.setTempCurrentImage(image);
				IJ.runMacro("run(\"Segment Objects...\", \"slices=all outputs=table\");\n"
					+ "File.saveString(\"on\", \"" + sentinel + "\");");
			});
			macro.start();
			if (window) System.out.println("SAID " + DialogDriver.message().replace('\n', ' '));
			macro.join(20_000);
			System.out.println("LOG " + IJ.getLog());
			System.out.println("WENT ON " + Files.exists(sentinel));
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}
}
