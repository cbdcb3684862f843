package triptych.model;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one model: the .onnx and, where there is one, our description of it. Both may lie on
 * disk or inside Triptych's own jar.
 */
public record ModelFiles(String name, URL onnx, Optional<Description> description) {

	/** The file on disk, absent for a model inside the jar. */
	public Optional<Path> onDisk() {
		boolean onDisk = onnx.getProtocol().equals("file");
		return onDisk ? Optional.of(Path.of(URI.create(onnx.toString()))) : Optional.empty();
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
