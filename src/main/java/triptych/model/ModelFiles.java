package triptych.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import triptych.core.TriptychException;

/**
 * The files of one model: the .onnx and, where there is one, our description of it. Both may lie on disk or inside
 * Triptych's own jar.
 */
public record ModelFiles(String name, URL onnx, Optional<URL> description) {

	/** The file on disk, absent for a model inside the jar. */
	public Optional<Path> onDisk() {
		return onnx.getProtocol().equals("file") ? Optional.of(Path.of(URI.create(onnx.toString()))) : Optional.empty();
	}

	/** What the name of a description of ours ends with. */
	static final String DESCRIPTION = ".triptych.yaml";

	/** Where a description of the model is to be written. */
	public String descriptionFile() {
		return fileName().replaceFirst("\\.onnx$", "") + DESCRIPTION;
	}

	/** What the user calls the file. */
	public String fileName() {
		String path = onnx.getPath();
		return onDisk().map(Path::toString).orElse("bundled " + path.substring(path.lastIndexOf('/') + 1));
	}

	/** A file's bytes; its connection is not cached, so no jar stays open. */
	public static byte[] read(URL url) {
		try {
			URLConnection connection = url.openConnection();
			connection.setUseCaches(false);
			try (InputStream in = connection.getInputStream()) {
				return in.readAllBytes();
			}
		}
		catch (IOException e) {
			throw new TriptychException("The file " + url.getPath() + " cannot be read: " + e.getMessage() + ".", e);
		}
	}

	public static String readText(URL url) {
		return new String(read(url), StandardCharsets.UTF_8);
	}
}
