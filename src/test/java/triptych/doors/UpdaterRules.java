package triptych.doors;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * A site as the ImageJ Updater reads it (imagej-updater 2.0, which is not on Maven Central):
 * db.xml.gz by its own DTD, files by name and timestamp, checksums over the entries of a jar.
 */
final class UpdaterRules {

	/** A file of the index; {@code earlier} are the checksums of former releases. */
	record Listed(String name, String checksum, String timestamp, long size, List<String> needs,
		List<String> earlier)
	{}

	private UpdaterRules() {}

	/** All files of a site; those that are gone have no checksum. Fails where the DTD does. */
	static List<Listed> read(Path site) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setValidating(true);
		DocumentBuilder builder = factory.newDocumentBuilder();
		builder.setErrorHandler(new Strict());
		List<Listed> files = new ArrayList<>();
		try (InputStream in = new GZIPInputStream(Files.newInputStream(site.resolve("db.xml.gz")))) {
			Document index = builder.parse(in);
			for (Element file : all(index.getDocumentElement(), "plugin"))
				files.add(listed(file));
		}
		return files;
	}

	private static Listed listed(Element file) {
		List<Element> now = all(file, "version");
		List<String> needs = all(file, "dependency").stream()
			.map(d -> d.getAttribute("filename"))
			.toList();
		List<String> earlier = all(file, "previous-version").stream()
			.map(v -> v.getAttribute("checksum"))
			.toList();
		String name = file.getAttribute("filename");
		if (now.isEmpty()) return new Listed(name, null, null, 0, needs, earlier);
		return new Listed(name, now.get(0).getAttribute("checksum"),
			now.get(0).getAttribute("timestamp"), Long.parseLong(now.get(0).getAttribute("filesize")),
			needs, earlier);
	}

	/**
	 * What the updater does with a new file: it is loaded, held against size and checksum, and put in
	 * its place.
	 */
	static void install(Path site, Listed file, Path imagej) throws Exception {
		Path loaded = site.resolve(file.name + "-" + file.timestamp), place = imagej.resolve(file.name);
		if (Files.size(loaded) != file.size) throw new IOException(file.name + ": size");
		Files.createDirectories(place.getParent());
		Files.copy(loaded, place);
		if (!checksum(file.name, place).equals(file.checksum))
			throw new IOException(file.name + ": checksum");
	}

	static String checksum(String name, Path file) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-1");
		if (!name.endsWith(".jar")) {
			digest.update(name.getBytes(StandardCharsets.US_ASCII));
			digest.update(Files.readAllBytes(file));
			return HexFormat.of().formatHex(digest.digest());
		}
		try (ZipFile jar = new ZipFile(file.toFile())) {
			TreeMap<String, ZipEntry> entries = new TreeMap<>();
			jar.stream().forEach(entry -> entries.put(entry.getName(), entry));
			for (ZipEntry entry : entries.values()) {
				digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
				// Of the manifest nothing is left by the updater's filter.
				if (entry.getName().equals("META-INF/MANIFEST.MF")) continue;
				try (InputStream in = new BufferedInputStream(jar.getInputStream(entry))) {
					digest.update(
						entry.getName().endsWith(".properties") ? new Lines(in).kept() : in.readAllBytes());
				}
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static List<Element> all(Element parent, String tag) {
		List<Element> elements = new ArrayList<>();
		NodeList found = parent.getElementsByTagName(tag);
		for (int i = 0; i < found.getLength(); i++)
			elements.add((Element) found.item(i));
		return elements;
	}

	/** Letter by letter, as SkipHashedLines reads properties. */
	private static final class Lines {

		private final InputStream in;
		private boolean atStart = true;

		Lines(InputStream in) {
			this.in = in;
		}

		private int next() throws IOException {
			int letter = in.read();
			if (!atStart) {
				atStart = letter == '\n';
				return letter;
			}
			atStart = letter == '#';
			if (atStart) {
				do
					letter = next();
				while (letter != '\n' && letter >= 0);
			}
			return letter;
		}

		byte[] kept() throws IOException {
			ByteArrayOutputStream kept = new ByteArrayOutputStream();
			for (int letter = next(); letter >= 0; letter = next())
				kept.write(letter);
			return kept.toByteArray();
		}
	}

	private static final class Strict implements ErrorHandler {

		@Override
		public void warning(SAXParseException e) throws SAXParseException {
			throw e;
		}

		@Override
		public void error(SAXParseException e) throws SAXParseException {
			throw e;
		}

		@Override
		public void fatalError(SAXParseException e) throws SAXParseException {
			throw e;
		}
	}
}
