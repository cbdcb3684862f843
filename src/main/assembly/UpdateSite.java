import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Lays out a folder as a site of the ImageJ Updater: each file under its name with a timestamp
 * behind it, and db.xml.gz, which tells their checksums. Whoever puts the folder on a web server
 * lets every Fiji install and update the plugin.
 * <p>
 * Arguments: what an ImageJ folder gets, the site to write (a folder that this program wrote before
 * is replaced), and the db.xml.gz of the release before, or {@code none}. Files that have not
 * changed since then keep their timestamp; the others remember their earlier checksums, without
 * which the updater would take an earlier release for a file that the user has changed. The rules
 * are those of imagej-updater 2.0 (XMLFileReader, UpdaterUtil, FileObject).
 */
public final class UpdateSite {

	private static final String INDEX = "db.xml.gz", PLUGIN = "plugins/Triptych_.jar";

	/** What XMLFileWriter puts at the head of the file. */
	private static final String DTD = """
		<!DOCTYPE pluginRecords [
		<!ELEMENT pluginRecords ((update-site | disabled-update-site)*, plugin*)>
		<!ELEMENT update-site EMPTY>
		<!ELEMENT disabled-update-site EMPTY>
		<!ELEMENT plugin (platform*, category*, version?, previous-version*)>
		<!ELEMENT version (description?, dependency*, link*, author*)>
		<!ELEMENT previous-version EMPTY>
		<!ELEMENT description (#PCDATA)>
		<!ELEMENT dependency EMPTY>
		<!ELEMENT link (#PCDATA)>
		<!ELEMENT author (#PCDATA)>
		<!ELEMENT platform (#PCDATA)>
		<!ELEMENT category (#PCDATA)>
		<!ATTLIST update-site name CDATA #REQUIRED>
		<!ATTLIST update-site url CDATA #REQUIRED>
		<!ATTLIST update-site ssh-host CDATA #IMPLIED>
		<!ATTLIST update-site upload-directory CDATA #IMPLIED>
		<!ATTLIST update-site description CDATA #IMPLIED>
		<!ATTLIST update-site maintainer CDATA #IMPLIED>
		<!ATTLIST update-site timestamp CDATA #REQUIRED>
		<!ATTLIST disabled-update-site name CDATA #REQUIRED>
		<!ATTLIST disabled-update-site url CDATA #REQUIRED>
		<!ATTLIST disabled-update-site ssh-host CDATA #IMPLIED>
		<!ATTLIST disabled-update-site upload-directory CDATA #IMPLIED>
		<!ATTLIST disabled-update-site description CDATA #IMPLIED>
		<!ATTLIST disabled-update-site maintainer CDATA #IMPLIED>
		<!ATTLIST disabled-update-site timestamp CDATA #REQUIRED>
		<!ATTLIST plugin update-site CDATA #IMPLIED>
		<!ATTLIST plugin filename CDATA #REQUIRED>
		<!ATTLIST plugin executable CDATA #IMPLIED>
		<!ATTLIST dependency filename CDATA #REQUIRED>
		<!ATTLIST dependency timestamp CDATA #IMPLIED>
		<!ATTLIST dependency overrides CDATA #IMPLIED>
		<!ATTLIST version timestamp CDATA #REQUIRED>
		<!ATTLIST version checksum CDATA #REQUIRED>
		<!ATTLIST version filesize CDATA #REQUIRED>
		<!ATTLIST previous-version filename CDATA #IMPLIED>
		<!ATTLIST previous-version timestamp CDATA #REQUIRED>
		<!ATTLIST previous-version timestamp-obsolete CDATA #IMPLIED>
		<!ATTLIST previous-version checksum CDATA #REQUIRED>]>
		""";

	/** A jar's name with its version, which the updater leaves out when it compares names. */
	private static final Pattern VERSIONED = Pattern.compile("(.+?)(-\\d+(\\.\\d+|\\d{7})+[a-z]?\\d?"
		+ "(-[A-Za-z0-9.]+|\\.GA)*)?(\\.jar(-[a-z]*)?)");

	private final Path folder;
	private final String now =
		LocalDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
	private final Map<String, Known> known;
	/** By the name without a version. */
	private final Map<String, Version> current = new LinkedHashMap<>();

	/** @param obsolete when it was replaced, 0 while it is the newest */
	private record Version(String name, String checksum, String timestamp, String obsolete) {}

	/** What the release before told of a file; no newest version where it was gone by then. */
	private record Known(Version newest, List<Version> earlier) {}

	private UpdateSite(Path folder, Map<String, Known> known) {
		this.folder = folder;
		this.known = known;
	}

	public static void main(String... arguments) throws Exception {
		Path folder = Path.of(arguments[0]), site = Path.of(arguments[1]);
		if (Files.exists(site)) replace(site);
		Map<String, Known> known =
			arguments[2].equals("none") ? Map.of() : read(Path.of(arguments[2]));
		new UpdateSite(folder, known).write(site);
	}

	private static void replace(Path site) throws IOException {
		if (!Files.exists(site.resolve(INDEX))) {
			throw new IOException(site + " holds something that is not an update site");
		}
		try (Stream<Path> old = Files.walk(site)) {
			for (Path file : old.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}

	private void write(Path site) throws IOException, GeneralSecurityException {
		List<Path> files = new ArrayList<>();
		// Of what lies beside these the updater knows nothing.
		for (String part : List.of("jars", "plugins")) {
			if (!Files.isDirectory(folder.resolve(part))) continue;
			try (Stream<Path> all = Files.walk(folder.resolve(part))) {
				files.addAll(all.filter(Files::isRegularFile).sorted().toList());
			}
		}
		for (Path file : files) {
			String name = folder.relativize(file).toString().replace('\\', '/');
			Version version = versionOf(name, file);
			current.put(unversioned(name), version);
			Path copy = site.resolve(name + "-" + version.timestamp);
			Files.createDirectories(copy.getParent());
			Files.copy(file, copy);
		}
		try (OutputStream out = Files.newOutputStream(site.resolve(INDEX));
			OutputStream packed = new GZIPOutputStream(out)) {
			packed.write(index().getBytes(StandardCharsets.UTF_8));
		}
	}

	/** What has not changed keeps its timestamp, so that nobody loads it again. */
	private Version versionOf(String name, Path file) throws IOException, GeneralSecurityException {
		String checksum = checksum(name, file);
		Known before = known.get(unversioned(name));
		boolean same = before != null && before.newest != null
			&& before.newest.checksum.equals(checksum) && before.newest.name.equals(name);
		return new Version(name, checksum, same ? before.newest.timestamp : now, "0");
	}

	private String index() throws IOException {
		StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
		text.append(DTD).append("<pluginRecords>\n");
		for (Map.Entry<String, Version> file : current.entrySet())
			describe(text, file.getKey(), file.getValue());
		for (Map.Entry<String, Known> gone : known.entrySet())
			if (!current.containsKey(gone.getKey())) {
				text.append(String.format("<plugin filename=\"%s\">\n", gone.getKey()));
				earlier(text, gone.getValue(), null);
				text.append("</plugin>\n");
			}
		return text.append("</pluginRecords>\n").toString();
	}

	private void describe(StringBuilder text, String key, Version version) throws IOException {
		text.append(String.format("<plugin filename=\"%s\">\n", version.name));
		text.append(String.format("<version checksum=\"%s\" timestamp=\"%s\" filesize=\"%d\">\n",
			version.checksum, version.timestamp, Files.size(folder.resolve(version.name))));
		if (key.equals(PLUGIN)) {
			text.append("<description>Classification, detection and segmentation of images with ONNX"
				+ " models.</description>\n");
			current.forEach((other, needed) -> {
				if (other.startsWith("jars/")) {
					text.append(String.format("<dependency filename=\"%s\" timestamp=\"%s\"/>\n", other,
						needed.timestamp));
				}
			});
			text.append("<link>https://github.com/triptych-fiji/triptych</link>\n");
			text.append("<author>Triptych developers</author>\n");
		}
		text.append("</version>\n");
		if (known.containsKey(key)) earlier(text, known.get(key), version);
		text.append("</plugin>\n");
	}

	/** @param newest the version of now, null where the file is gone */
	private void earlier(StringBuilder text, Known file, Version newest) {
		Version last = file.newest;
		if (last != null && (newest == null || !last.checksum.equals(newest.checksum))) {
			text.append(line(new Version(last.name, last.checksum, last.timestamp, now)));
		}
		for (Version version : file.earlier)
			text.append(line(version));
	}

	private static String line(Version version) {
		return String.format("<previous-version timestamp=\"%s\" timestamp-obsolete=\"%s\""
			+ " checksum=\"%s\" filename=\"%s\"/>\n", version.timestamp, version.obsolete,
			version.checksum, version.name);
	}

	private static Map<String, Known> read(Path index) throws Exception {
		Map<String, Known> known = new LinkedHashMap<>();
		try (InputStream in = new GZIPInputStream(Files.newInputStream(index))) {
			NodeList files = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(in)
				.getElementsByTagName("plugin");
			for (int i = 0; i < files.getLength(); i++) {
				Element file = (Element) files.item(i);
				String name = file.getAttribute("filename");
				List<Version> newest = versions(file, "version", name);
				known.put(unversioned(name), new Known(newest.isEmpty() ? null : newest.get(0),
					versions(file, "previous-version", name)));
			}
		}
		return known;
	}

	private static List<Version> versions(Element file, String tag, String name) {
		List<Version> versions = new ArrayList<>();
		NodeList found = file.getElementsByTagName(tag);
		for (int i = 0; i < found.getLength(); i++) {
			Element version = (Element) found.item(i);
			String own = version.getAttribute("filename");
			String obsolete = version.getAttribute("timestamp-obsolete");
			versions.add(new Version(own.isEmpty() ? name : own, version.getAttribute("checksum"),
				version.getAttribute("timestamp"), obsolete.isEmpty() ? "0" : obsolete));
		}
		return versions;
	}

	private static String unversioned(String name) {
		Matcher matcher = VERSIONED.matcher(name);
		return matcher.matches() ? matcher.group(1) + matcher.group(5) : name;
	}

	/** SHA-1 of name and bytes; of a jar, of its entries, so that their dates do not count. */
	private static String checksum(String name, Path file)
		throws IOException, GeneralSecurityException
	{
		MessageDigest digest = MessageDigest.getInstance("SHA-1");
		if (!name.endsWith(".jar")) {
			digest.update(name.getBytes(StandardCharsets.US_ASCII));
			digest.update(Files.readAllBytes(file));
			return HexFormat.of().formatHex(digest.digest());
		}
		try (JarFile jar = new JarFile(file.toFile())) {
			List<JarEntry> entries =
				jar.stream().sorted(Comparator.comparing(JarEntry::getName)).toList();
			for (JarEntry entry : entries) {
				digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
				digest.update(counted(jar, entry));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The manifest does not count, nor do the dates that properties have in their comments. */
	private static byte[] counted(JarFile jar, JarEntry entry) throws IOException {
		if (entry.getName().equals("META-INF/MANIFEST.MF")) return new byte[0];
		try (InputStream in = jar.getInputStream(entry)) {
			byte[] all = in.readAllBytes();
			return entry.getName().endsWith(".properties") ? withoutComments(all) : all;
		}
	}

	/**
	 * A comment counts as the end of its line. As in the updater, a line does not begin after an
	 * empty one: a comment there counts as it is.
	 */
	private static byte[] withoutComments(byte[] text) {
		ByteArrayOutputStream kept = new ByteArrayOutputStream();
		boolean begins = true;
		for (int i = 0; i < text.length; i++) {
			if (begins && text[i] == '#') {
				while (i < text.length && text[i] == '#')
					i++;
				begins = i < text.length && text[i] != '\n';
				while (i < text.length && text[i] != '\n')
					i++;
				if (i < text.length) kept.write('\n');
			}
			else {
				kept.write(text[i]);
				begins = !begins && text[i] == '\n';
			}
		}
		return kept.toByteArray();
	}
}
