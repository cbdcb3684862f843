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

	private Contents() {}

	/** The connection is not cached, so no jar stays open. */
	static byte[] bytes(URL url) {
		try {
			URLConnection connection = url.openConnection();
			connection.setUseCaches(false);
			try (InputStream in = connection.getInputStream()) {
				return in.readAllBytes();
			}
		}
		catch (IOException e) {
			throw new TriptychException("The file " + url.getPath() + " cannot be read: "
				+ e.getMessage() + ".", e);
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
		return new String(bytes(url), StandardCharsets.UTF_8);
	}
}
