package triptych.model.format;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import triptych.core.TriptychException;

/**
 * A description of ours: the file, and what it says, which is read once and when it is asked for.
 */
public final class Description {

	/** What the name of such a file ends with. */
	static final String SUFFIX = ".triptych.yaml";

	/** What the name of its model card ends with. */
	private static final String CARD = ".md";

	/** Of a file with names; and of the description itself, which may hold as many. */
	private static final long MOST_BYTES = 16L << 20, MOST_TEXT = 2L << 20;

	/** A key whose value is a question mark, or a list of some. */
	private static final Pattern OPEN = Pattern.compile(
		"\\s*+([\\w-]++):\\s*+\\[?+\\s*+\\?[\\s,?\\]]*+(#.*+)?");

	private final URL url;
	private Map<String, Object> values;

	Description(URL url) {
		this.url = url;
	}

	public URL url() {
		return url;
	}

	String fileName() {
		return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
	}

	/**
	 * Its keys, of which none has been asked for yet.
	 *
	 * @throws TriptychException where the file cannot be read, is not filled in or is no YAML
	 */
	synchronized DescriptionKeys keys() {
		String where = "the description " + fileName();
		if (values == null) {
			String text = Contents.text(url, MOST_TEXT);
			checkFilledIn(text, where);
			values = DescriptionKeys.values(where, Yaml.parse(text, where));
		}
		return new DescriptionKeys(where, values);
	}

	/**
	 * YAML takes a template's question marks for something else and tells of it in its own language.
	 */
	private static void checkFilledIn(String text, String where) {
		List<String> lines = text.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			Matcher open = OPEN.matcher(lines.get(i));
			if (open.matches()) throw new TriptychException("In " + where + ", line " + (i + 1) + ", "
				+ open.group(1) + " is still to be filled in, or the line to be deleted.");
		}
	}

	/** The file that names its classes, where there is one that can be used. */
	Optional<Path> classesFile() {
		try {
			String file = keys().text("classes-file", "");
			return file.isEmpty() ? Optional.empty() : Optional.of(classesFile(file));
		}
		catch (TriptychException e) {
			// Whoever reads the description is told.
			return Optional.empty();
		}
	}

	/** The classes that its keys name, in the order of their ids; empty where they name none. */
	List<String> classes(DescriptionKeys top) {
		String file = top.text("classes-file", "");
		if (file.isEmpty()) return top.list("classes");
		return Contents.text(url(classesFile(file)), MOST_BYTES)
			.lines()
			.map(String::strip)
			.filter(s -> !s.isEmpty())
			.toList();
	}

	/**
	 * The model card, for people: a text beside the description that is named like it and ends with
	 * .md. Empty where there is none.
	 */
	public Optional<String> card() {
		String path = url.toString();
		String name = fileName().replace(SUFFIX, CARD);
		try {
			URL beside = url.getProtocol().equals("file")
				? url(inFolder(name))
				: new URL(path.substring(0, path.length() - SUFFIX.length()) + CARD);
			return Optional.of(Contents.text(beside, MOST_BYTES).strip());
		}
		catch (IOException | URISyntaxException | InvalidPathException | TriptychException e) {
			return Optional.empty();
		}
	}

	private Path classesFile(String name) {
		try {
			if (!url.getProtocol().equals("file")) throw noClasses(name, null);
			return inFolder(name);
		}
		catch (IOException | URISyntaxException | InvalidPathException e) {
			throw noClasses(name, e);
		}
	}

	/**
	 * A description may come from anybody, so it names only a regular file in its own folder or
	 * below: no address, pipe or device, and nothing that a link leads to elsewhere.
	 */
	private Path inFolder(String name) throws IOException, URISyntaxException {
		Path folder = Path.of(url.toURI()).getParent().toRealPath();
		Path file = folder.resolve(name).toRealPath();
		boolean usable = file.startsWith(folder) && Files.isRegularFile(file)
			&& Files.size(file) <= MOST_BYTES;
		if (!usable) throw new IOException(name + " is no text file in the folder");
		return file;
	}

	private static URL url(Path file) {
		try {
			return file.toUri().toURL();
		}
		catch (MalformedURLException e) {
			throw new IllegalStateException(e);
		}
	}

	private TriptychException noClasses(String name, Exception cause) {
		return new TriptychException("In the description " + fileName() + " the key classes-file is \""
			+ name.replaceAll("\\p{Cntrl}", "?") + "\"; it must be the name of a text file of at most "
			+ "16 MB in the folder of the description, with one class a line.", cause);
	}
}
