package triptych.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Names of files and classes come from others, and a terminal obeys control characters in them: it
 * changes colours, moves the cursor, or sends keys. Here each becomes a question mark.
 */
final class PlainOutput extends FilterOutputStream {

	private static final int C1_LEAD = 0xc2, DELETE = 0x7f;

	/** Threads of Java's own, in which pictures are decoded; and ImageJ's readers. */
	private static final String DECODER = "Image Fetcher", READERS = "ij.io.";

	private boolean lead;

	private PlainOutput(OutputStream out) {
		super(out);
	}

	/** From here on the output of this program holds no control characters but line ends and tabs. */
	static void install() {
		System.setOut(plain(System.out, "sun.stdout.encoding"));
		System.setErr(plain(System.err, "sun.stderr.encoding"));
	}

	private static PrintStream plain(PrintStream terminal, String encoding) {
		String name = System.getProperty(encoding, "");
		boolean known = !name.isEmpty() && Charset.isSupported(name);
		Charset charset = known ? Charset.forName(name) : Charset.defaultCharset();
		return new PrintStream(plain(terminal), true, charset);
	}

	static OutputStream plain(OutputStream terminal) {
		return new PlainOutput(terminal);
	}

	/**
	 * What readers of pictures print of a damaged one, among it Java's own traces, would stand
	 * between the rows of a table. Whoever opens the picture tells it in a sentence.
	 */
	private static boolean ofReader() {
		if (Thread.currentThread().getName().startsWith(DECODER)) return true;
		return StackWalker.getInstance()
			.walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(READERS)));
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int from, int n) throws IOException {
		if (ofReader()) return;
		byte[] plain = new byte[n];
		for (int i = 0; i < n; i++) {
			int b = bytes[from + i] & 0xff;
			boolean second = lead && b >= 0x80 && b < 0xa0;
			boolean control = b < 0x20 && b != '\n' && b != '\r' && b != '\t' || b == DELETE;
			// In UTF-8 the control characters from 128 on are C2 80 to C2 9F; C2 A0 is a blank.
			plain[i] = (byte) (second ? 0xa0 : b);
			if (control) plain[i] = '?';
			lead = b == C1_LEAD;
		}
		out.write(plain, 0, n);
	}
}
