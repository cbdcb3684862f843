package triptych.options;

import java.util.List;
import java.util.Map;

/** What a command that makes files or ROIs, and no table, tells when it is done. */
public interface CommandReport {

	/** For a terminal or the Log. */
	List<String> lines();

	/** Every effective key with its value, as a macro writes it. */
	Map<String, String> keys();

	/** One sentence for the status bar. */
	String summary();
}
