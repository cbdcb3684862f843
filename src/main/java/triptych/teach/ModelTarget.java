package triptych.teach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import triptych.core.TriptychException;
import triptych.model.format.ModelLibrary;
import triptych.options.YesNo;
import triptych.result.ResultFiles;
import triptych.session.ModelCache;

/** Where a taught model is written: its graph, its card for people, and its description. */
public record ModelTarget(Path folder, String name) {

	private static final String NAME = "[A-Za-z0-9][\\w.-]*";

	/** @throws TriptychException where the name or the folder cannot be, or files are there */
	public static ModelTarget of(String name, String save, YesNo overwrite) {
		if (name.isEmpty()) throw new TriptychException(
			"The key name is missing: what the model is to be called, such as name=my-cells.");
		if (!name.matches(NAME)) throw new TriptychException("The key name has the value \"" + name
			+ "\"; it must be letters, digits, dots, - and _, without blanks.");
		if (ModelLibrary.isBundled(name)) throw new TriptychException("The name \"" + name
			+ "\" belongs to a model that comes with Triptych; choose another one for name=.");
		Path folder = save.isEmpty() ? ModelCache.userFolder()
			: ResultFiles.writable(save);
		ModelTarget target = new ModelTarget(folder, name);
		boolean there = target.files().stream().anyMatch(Files::exists);
		if (there && overwrite == YesNo.NO) throw new TriptychException("The model \""
			+ name + "\" is in " + folder + " already; choose another name, or overwrite=yes.");
		return target;
	}

	private List<Path> files() {
		return List.of(graph(), card(), description());
	}

	Path graph() {
		return folder.resolve(name + ".onnx");
	}

	Path card() {
		return folder.resolve(name + ".md");
	}

	public Path description() {
		return folder.resolve(name + ".triptych.yaml");
	}

	/** Each file whole or not at all, the description last, by which the model is found. */
	public void write(byte[] graph, String description, String card) {
		try {
			Files.createDirectories(folder);
			Path part = folder.resolve(name + ".onnx" + ResultFiles.UNFINISHED);
			try {
				Files.write(part, graph);
				ResultFiles.finish(part, graph());
			}
			finally {
				Files.deleteIfExists(part);
			}
			ResultFiles.replace(card(), card);
			ResultFiles.replace(description(), description);
		}
		catch (IOException e) {
			throw new TriptychException("The model cannot be written to \"" + folder + "\": "
				+ TriptychException.why(e) + ".", e);
		}
	}
}
