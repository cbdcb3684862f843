package triptych.bench.same;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Makes {@code masked} from {@code raw}: texts without what is volatile, the entries of a zip
 * without their times, and a TIFF as the text of its header (see {@link TiffText}); every other
 * file byte for byte.
 */
public final class MaskedFolder {

	private static final List<String> TEXTS = List.of(".txt", ".csv", ".json", ".journal", ".html",
		".md", ".yaml");

	private final Path raw, to;
	private final Masks masks;

	private MaskedFolder(Path folder) throws IOException {
		raw = folder.resolve("raw");
		to = folder.resolve("masked");
		Properties paths = new Properties();
		try (var in = Files.newBufferedReader(folder.resolve("paths.properties"))) {
			paths.load(in);
		}
		masks = new Masks(List.of(new String[] { paths.getProperty("build"), "<build>" },
			new String[] { folder.toString(), "<run>" },
			new String[] { paths.getProperty("checkout"), "<checkout>" }));
	}

	public static void make(Path folder) throws IOException {
		MaskedFolder masked = new MaskedFolder(folder);
		masked.clear();
		try (Stream<Path> files = Files.walk(masked.raw)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList())
				masked.add(file);
		}
		try (Stream<Path> files = Files.walk(masked.to)) {
			long count = files.filter(Files::isRegularFile).count();
			System.out.println(count + " files in " + masked.to);
		}
	}

	private void clear() throws IOException {
		if (!Files.exists(to)) return;
		try (Stream<Path> old = Files.walk(to)) {
			old.sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
		}
	}

	private void add(Path file) throws IOException {
		String name = raw.relativize(file).toString().replace('\\', '/');
		byte[] bytes = Files.readAllBytes(file);
		if (TEXTS.stream().anyMatch(name::endsWith)) write(name, text(name, bytes));
		else if (name.endsWith(".tif"))
			write(name + ".txt", TiffText.of(file, t -> masks.masked(name, t)));
		else if (name.endsWith(".zip")) unpack(file, name);
		else write(name, bytes);
	}

	private void unpack(Path file, String name) throws IOException {
		StringBuilder order = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				order.append(entry.getName()).append('\n');
				write(name + "/" + entry.getName(), zip.readAllBytes());
			}
		}
		write(name + "/entries.txt", order.toString().getBytes(StandardCharsets.UTF_8));
	}

	private String text(String name, byte[] bytes) {
		return masks.masked(name, new String(bytes, StandardCharsets.UTF_8));
	}

	private void write(String name, String text) throws IOException {
		write(name, text.getBytes(StandardCharsets.UTF_8));
	}

	private void write(String name, byte[] bytes) throws IOException {
		Path file = to.resolve(name);
		Files.createDirectories(file.getParent());
		Files.write(file, bytes);
	}
}
