package triptych.annotation.coco;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Staging;
import triptych.core.TriptychException;

/**
 * A COCO file that gets new entries, at the ends of the three lists of the file that is there or of
 * an empty one; all else of it is copied byte by byte, so that nothing of it is lost.
 */
final class CocoFile implements AutoCloseable {

	private static final String EMPTY = """
		{"info":{"description":"Exported from ImageJ with Triptych"},
		"images":[],
		"annotations":[],
		"categories":[]}
		""";
	private static final List<String> LISTS =
		List.of(CocoEntries.IMAGES, CocoEntries.ANNOTATIONS, CocoEntries.CATEGORIES);

	private final Path file;
	private final String name;
	private final Staging staging;
	private final boolean adding;
	private final CocoEntries before;
	private final Map<String, BufferedWriter> parts = new LinkedHashMap<>();
	private final Set<String> written = new HashSet<>(), names = new HashSet<>();
	private final Map<String, Long> classIds = new LinkedHashMap<>();
	private final Ids imageIds, annotationIds, categoryIds;

	/**
	 * @param file that is made or added to
	 * @param name of the file among those that are staged
	 * @param classes the first to be numbered
	 */
	CocoFile(Path file, String name, Staging staging, List<AnnotatedClass> classes,
		boolean append)
	{
		this.file = file;
		this.name = name;
		this.staging = staging;
		adding = append && Files.exists(file);
		before = CocoEntries.scan(adding ? file : skeleton());
		for (String list : LISTS)
			if (before.isResults() || before.list(list).end() < 0) {
				before.close();
				throw new TriptychException(
					"\"" + file + "\" cannot be added to: it has no list \"" + list + "\".");
			}
		imageIds = new Ids(before.list(CocoEntries.IMAGES));
		annotationIds = new Ids(before.list(CocoEntries.ANNOTATIONS));
		categoryIds = new Ids(before.list(CocoEntries.CATEGORIES));
		known();
		for (String list : LISTS)
			parts.put(list, staging.writer(part(list)));
		for (AnnotatedClass one : classes)
			classId(one);
	}

	private static String part(String list) {
		return ".part/" + list;
	}

	private Path skeleton() {
		staging.write(part("empty"), EMPTY);
		return staging.part(part("empty"));
	}

	private void known() {
		for (int i = 0; i < before.list(CocoEntries.IMAGES).size(); i++)
			names.add(before.read(CocoEntries.IMAGES, i, CocoImage::read).name());
		for (int i = 0; i < before.list(CocoEntries.CATEGORIES).size(); i++) {
			CocoCategory category = before.read(CocoEntries.CATEGORIES, i, CocoCategory::read);
			if (!category.id().matches("\\d{1,18}")) throw new TriptychException("\"" + file
				+ "\" cannot be added to: the id of a category must be a whole number, but it has \""
				+ category.id() + "\".");
			classIds.put(category.itsClass().name(), Long.valueOf(category.id()));
		}
	}

	/** The number of a class, which is entered where it is new. */
	long classId(AnnotatedClass one) {
		Long there = classIds.get(one.name());
		if (there != null) return there;
		long id = categoryIds.next(one.properties().get("id"));
		classIds.put(one.name(), id);
		put(CocoEntries.CATEGORIES, CocoText.category(id, one));
		return id;
	}

	/**
	 * Enters an image.
	 *
	 * @return its number
	 * @throws TriptychException where the file has one of that name
	 */
	long add(AnnotatedImage image) {
		if (!names.add(image.name())) throw new TriptychException("\"" + file
			+ "\" has annotations of an image \"" + image.name() + "\" already; nothing was written.");
		long id = imageIds.next(image.properties().get("id"));
		put(CocoEntries.IMAGES, CocoText.image(id, image));
		return id;
	}

	/** @param wish the number that an annotation had, null for none */
	long annotationId(String wish) {
		return annotationIds.next(wish);
	}

	void put(String list, String json) {
		try {
			BufferedWriter part = parts.get(list);
			boolean first = written.add(list) && before.list(list).size() == 0;
			part.write(first ? "\n" : ",\n");
			part.write(json);
		}
		catch (IOException e) {
			throw staging.failed(e);
		}
	}

	/** Writes the whole file among those that are staged. */
	void finish() {
		try {
			for (BufferedWriter part : parts.values())
				part.close();
			merge(staging.part(name));
			before.close();
			for (String list : LISTS)
				Files.delete(staging.part(part(list)));
			Files.deleteIfExists(staging.part(part("empty")));
			Files.delete(staging.part(part("empty")).getParent());
		}
		catch (IOException e) {
			throw staging.failed(e);
		}
	}

	private void merge(Path whole) throws IOException {
		Map<Long, String> places = new TreeMap<>();
		LISTS.forEach(list -> places.put(before.list(list).end(), list));
		try (FileChannel from = FileChannel.open(before.file());
			FileChannel to = FileChannel.open(whole, StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE))
		{
			long done = 0;
			for (Map.Entry<Long, String> place : places.entrySet()) {
				done = copy(from, done, place.getKey(), to);
				try (FileChannel part = FileChannel.open(staging.part(part(place.getValue())))) {
					copy(part, 0, part.size(), to);
				}
			}
			copy(from, done, from.size(), to);
			to.force(false);
		}
	}

	private static long copy(FileChannel from, long start, long end, FileChannel to)
		throws IOException
	{
		for (long at = start; at < end;)
			at += from.transferTo(at, end - at, to);
		return end;
	}

	@Override
	public void close() {
		before.close();
		try {
			for (BufferedWriter part : parts.values())
				part.close();
		}
		catch (IOException e) {
			throw staging.failed(e);
		}
	}

	/** Numbers of entries: those that they had where nobody else has them, else the next free. */
	private final class Ids {

		private final Set<Long> taken = new HashSet<>();
		private long last;

		Ids(EntryList there) {
			last = there.largestId();
		}

		/** Those of a file that is there are not known one by one, so that new ones lie above. */
		long next(String wish) {
			boolean number = wish != null && wish.matches("[1-9]\\d{0,17}");
			if (!adding && number && taken.add(Long.valueOf(wish))) return Long.parseLong(wish);
			do last++;
			while (!adding && !taken.add(last));
			return last;
		}
	}
}
