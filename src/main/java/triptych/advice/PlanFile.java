package triptych.advice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

import triptych.advisor.need.Words;
import triptych.core.TriptychException;
import triptych.result.ResultFiles;

/** Writes an annotation plan; an earlier plan of ours is replaced, any other file is the user's. */
public final class PlanFile {

	/** Stands in the head of every plan. */
	static final String MARK = "<meta name=\"generator\" content=\"Triptych annotation plan\">";

	private PlanFile() {}

	/**
	 * @param words in which is told what is in the way
	 * @return the file, with .html at its end
	 */
	public static Path write(String plan, String html, Words words) {
		try {
			Path file = Path
				.of(plan.toLowerCase(Locale.ROOT).matches("(?s).*\\.html?") ? plan : plan + ".html")
				.toAbsolutePath();
			if (Files.exists(file) && !(Files.isRegularFile(file)
				&& Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK)))
				throw new TriptychException(words.say("wrong.plan.there", file));
			if (file.getParent() != null) Files.createDirectories(file.getParent());
			ResultFiles.replace(file, html);
			return file;
		}
		catch (IOException | InvalidPathException e) {
			throw new TriptychException(words.say("wrong.plan", plan, TriptychException.why(e)), e);
		}
	}
}
