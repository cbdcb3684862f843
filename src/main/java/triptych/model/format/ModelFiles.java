package triptych.model.format;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.core.TriptychException;

/**
 * The files of one model: the .onnx and, where there is one, our description of it. Both may lie on
 * disk or inside Triptych's own jar.
 *
 * @param start the file of another format from which the model is told, such as a config.json
 */
public record ModelFiles(String name, URL onnx, Optional<Description> description,
	Optional<Path> start)
{

	public ModelFiles(String name, URL onnx, Optional<Description> description) {
		this(name, onnx, description, Optional.empty());
	}

	/** The file beside the .onnx that tells what the model is. */
	public Optional<URL> told() {
		return description.map(Description::url).or(() -> start.map(Contents::url));
	}

	/** The file on disk, absent for a model inside the jar. */
	public Optional<Path> onDisk() {
		boolean onDisk = onnx.getProtocol().equals("file");
		return onDisk ? Optional.of(Path.of(URI.create(onnx.toString()))) : Optional.empty();
	}

	/**
	 * The .onnx, and the files beside it in which it keeps weights; empty for a model inside the jar.
	 *
	 * @throws TriptychException where it cannot be read
	 */
	public List<Path> weights() {
		Optional<Path> onnx = onDisk();
		if (onnx.isEmpty()) return List.of();
		try {
			List<Path> files = new ArrayList<>(List.of(onnx.get()));
			files.addAll(WeightFiles.of(onnx.get()));
			return files;
		}
		catch (IOException e) {
			throw new TriptychException("The model \"" + onnx.get() + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	/** The file that names its classes, where it has one of its own. */
	public Optional<Path> classesFile() {
		return description.flatMap(Description::classesFile);
	}

	/** Where a description of the model is to be written. */
	public String descriptionFile() {
		return fileName().replaceFirst("\\.onnx$", "") + Description.SUFFIX;
	}

	/** What the user calls the file. */
	public String fileName() {
		String path = onnx.getPath();
		return onDisk()
			.map(Path::toString)
			.orElse("bundled " + path.substring(path.lastIndexOf('/') + 1));
	}

	/** What the .onnx holds. */
	public byte[] bytes() {
		return Contents.bytes(onnx);
	}
}
