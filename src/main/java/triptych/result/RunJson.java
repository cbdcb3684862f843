package triptych.result;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import triptych.ij.convert.Position;

/** What {@code -run.json} tells of a run; what it does not tell is null. */
record RunJson(String command, List<String> files, List<String> planes,
	Map<String, String> provenance)
{

	/** The end of the file's name. */
	static final String END = "-run.json";

	/** Of a run that has left no such file. */
	static final RunJson NONE = new RunJson(null, null, null, null);

	/** What stands in a file; nothing where it is not there or holds something else. */
	static RunJson of(Path file) throws IOException {
		if (!Files.isRegularFile(file)) return NONE;
		try {
			RunJson run = new Gson().fromJson(Files.readString(file), RunJson.class);
			return run == null ? NONE : run;
		}
		catch (JsonParseException | MalformedInputException e) {
			return NONE;
		}
	}

	/** The order of the columns of classes, blank where it is not told. */
	String classes() {
		return provenance == null ? "" : provenance.getOrDefault(ResultFiles.CLASSES, "");
	}

	int planesOrOne() {
		return planes == null ? 1 : Math.max(1, planes.size());
	}

	/** @param files the names of all files of the run */
	static String text(Result result, List<String> files) {
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("command", result.command().name());
		run.put("macro", result.command().macro(result.keys()));
		run.put("image", result.positions().get(0).title());
		run.put("planes", result.positions().stream().map(Position::label).toList());
		run.put("keys", result.keys());
		run.put("files", files);
		run.put("provenance", result.provenance());
		run.put("summary", result.summary());
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(run) + "\n";
	}
}
