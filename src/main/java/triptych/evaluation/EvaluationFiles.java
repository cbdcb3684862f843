package triptych.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import triptych.core.TriptychException;
import triptych.options.Output;
import triptych.options.YesNo;
import triptych.result.Csv;
import triptych.result.ResultFiles;

/** The files of the key save: either all of them are there in the end, or none is new. */
public final class EvaluationFiles {

	private static final String TABLE = "evaluation.csv", JSON = "evaluation.json",
		REPORT = "evaluation.html";

	private final Path folder;
	private final boolean report;

	/** Makes the page of a result. */
	public interface Page {

		String html(EvaluationResult result);
	}

	private EvaluationFiles(Path folder, boolean report) {
		this.folder = folder;
		this.report = report;
	}

	/**
	 * Where the key save names a folder; checked before anything is read.
	 *
	 * @throws TriptychException where it cannot be written, or a file is there that must not be
	 *           replaced
	 */
	static Optional<EvaluationFiles> of(EvaluationOptions options) {
		if (options.save().isEmpty()) return Optional.empty();
		boolean report = options.outputs().contains(Output.REPORT);
		EvaluationFiles files = new EvaluationFiles(ResultFiles.writable(options.save()), report);
		files.paths().filter(Files::exists).findFirst().ifPresent(file -> {
			if (options.overwrite() == YesNo.NO || Files.isDirectory(file))
				throw new TriptychException("The file \"" + file + "\" is there already; use"
					+ " overwrite=yes to replace it, or another folder for save=.");
		});
		return Optional.of(files);
	}

	private Stream<Path> paths() {
		return Stream.of(TABLE, JSON, report ? REPORT : JSON).map(folder::resolve).distinct();
	}

	List<Path> write(EvaluationResult result, Page page) {
		Map<String, String> contents = new LinkedHashMap<>();
		contents.put(TABLE, Csv.write(result.table()));
		contents.put(JSON, EvaluationJson.of(result));
		if (report) contents.put(REPORT, page.html(result));
		try {
			Files.createDirectories(folder);
			return written(contents);
		}
		catch (IOException e) {
			throw new TriptychException("The results cannot be written into \"" + folder + "\": "
				+ TriptychException.why(e) + ".", e);
		}
	}

	private List<Path> written(Map<String, String> contents) throws IOException {
		List<Path> files = new ArrayList<>();
		try {
			for (Map.Entry<String, String> e : contents.entrySet())
				try (FileChannel out = ResultFiles.fresh(part(e.getKey()))) {
					ByteBuffer bytes = ByteBuffer.wrap(e.getValue().getBytes(StandardCharsets.UTF_8));
					while (bytes.hasRemaining()) out.write(bytes);
				}
			for (String name : contents.keySet()) {
				ResultFiles.finish(part(name), folder.resolve(name));
				files.add(folder.resolve(name));
			}
			return files;
		}
		finally {
			for (String name : contents.keySet()) Files.deleteIfExists(part(name));
		}
	}

	private Path part(String name) {
		return folder.resolve(name + ResultFiles.UNFINISHED);
	}
}
