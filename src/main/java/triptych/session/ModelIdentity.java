package triptych.session;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import triptych.core.TriptychException;
import triptych.model.format.ModelFiles;

/**
 * Which model gave a result. Of a model in one file it is the SHA-256 of that file. Where weights
 * or class names lie in files of their own, one of them can be replaced while the others stay: then
 * it is the SHA-256 of a text with the SHA-256 and the name of each file, a line each, as the
 * program sha256sum prints them.
 *
 * @param parts the files; empty for a model inside the jar
 * @param digests SHA-256 of each, or of the model inside the jar
 * @param versions size and time of each, when its SHA-256 was taken
 */
record ModelIdentity(List<Path> parts, List<String> digests, String versions) {

	/** Of the weights; reads all of their files. */
	static ModelIdentity of(ModelFiles files) {
		List<Path> parts = files.weights();
		String versions = versions(parts);
		if (parts.isEmpty())
			return new ModelIdentity(parts, List.of(sha256(files.onnx())), versions);
		List<String> digests = parts.stream().map(part -> sha256(url(part))).toList();
		return new ModelIdentity(parts, digests, versions);
	}

	/** With the file that names the classes. */
	ModelIdentity and(Optional<Path> classes) {
		if (classes.isEmpty()) return this;
		List<Path> more = new ArrayList<>(parts);
		List<String> moreDigests = new ArrayList<>(digests);
		more.add(classes.get());
		moreDigests.add(sha256(url(classes.get())));
		return new ModelIdentity(more, moreDigests, versions);
	}

	String sha256() {
		if (digests.size() == 1) return digests.get(0);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < parts.size(); i++)
			text.append(digests.get(i) + "  " + parts.get(i).getFileName() + "\n");
		return sha256(text.toString());
	}

	/** True while no file was replaced; looks at sizes and times only. */
	boolean holds() {
		return versions.equals(versions(parts));
	}

	/** Bytes of all files. */
	long size() {
		long bytes = 0;
		for (Path part : parts)
			bytes += part.toFile().length();
		return bytes;
	}

	private static String versions(List<Path> parts) {
		StringBuilder text = new StringBuilder();
		for (Path part : parts)
			text.append(version(part)).append('\n');
		return text.toString();
	}

	/** Size and time of a file, so that a replaced file is read again. */
	static String version(Path path) {
		try {
			return Files.size(path) + " " + Files.getLastModifiedTime(path);
		}
		catch (IOException e) {
			throw new TriptychException("The model " + path + " cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	private static URL url(Path part) {
		try {
			return part.toUri().toURL();
		}
		catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	static String sha256(URL file) {
		try {
			MessageDigest digest = digest();
			URLConnection connection = file.openConnection();
			connection.setUseCaches(false);
			try (InputStream in = connection.getInputStream()) {
				byte[] block = new byte[1 << 16];
				for (int n; (n = in.read(block)) > 0;)
					digest.update(block, 0, n);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (IOException e) {
			throw new TriptychException("The file " + file.getPath() + " cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	static String sha256(String text) {
		return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
