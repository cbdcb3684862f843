package triptych.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What nobody foresaw, told in a sentence; where in the program it was goes into a file. */
final class Unforeseen {

	private Unforeseen() {}

	static String sentence(Throwable t) {
		for (Throwable cause = t; cause != null; cause = cause.getCause())
			if (cause instanceof OutOfMemoryError) return "The memory is not enough for this. Give Java"
				+ " more (java -Xmx4g for 4 GB), or use a smaller image or tile=.";
		if (t instanceof StackOverflowError) return "Something in the files lies too deep in itself to"
			+ " be read. " + where(t);
		return "Triptych has made a mistake that its makers want to hear of: " + t + ". " + where(t);
	}

	/** The trace is of use to the makers only. */
	private static String where(Throwable t) {
		try {
			Path log = Files.createTempFile("triptych-mistake-", ".txt");
			try (PrintWriter out =
				new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8)))
			{
				t.printStackTrace(out);
			}
			return "Where it was stands in " + log + ".";
		}
		catch (IOException e) {
			return "";
		}
	}
}
