package triptych.model.format;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import triptych.core.TriptychException;

/** What a file holds, on disk or in Triptych's own jar. */
final class Contents {

	/** Of any text for a model. */
	private static final long MOST_BYTES = 16L << 20;

	private Contents() {}

	static byte[] bytes(URL url) {
		return read(url, InputStream::readAllBytes);
	}

	/** The connection is not cached, so no jar stays open. */
	private static byte[] read(URL url, Reading reading) {
		try {
			URLConnection connection = url.openConnection();
			connection.setUseCaches(false);
			try (InputStream in = connection.getInputStream()) {
				return reading.of(in);
			}
		}
		catch (IOException e) {
			throw new TriptychException("The file " + url.getPath() + " cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	static URL url(Path path) {
		try {
			return URI.create(path.toAbsolutePath().normalize().toUri().toString()).toURL();
		}
		catch (MalformedURLException e) {
			throw new TriptychException("The path \"" + path + "\" cannot be used.", e);
		}
	}

	static String text(URL url) {
		return text(url, MOST_BYTES);
	}

	/**
	 * @param most bytes that it may have
	 * @throws TriptychException where it has more, or cannot be read
	 */
	static String text(URL url, long most) {
		byte[] bytes = read(url, in -> in.readNBytes((int) most + 1));
		if (bytes.length > most) throw new TriptychException("The file " + url.getPath()
			+ " is larger than " + (most >> 20) + " MB, so it is no text for a model.");
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private interface Reading {

		byte[] of(InputStream in) throws IOException;
	}
}
