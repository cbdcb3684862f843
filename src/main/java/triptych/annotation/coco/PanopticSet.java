package triptych.annotation.coco;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationSet;
import triptych.annotation.ImageFiles;
import triptych.annotation.Shape;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Plural;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.pixels.RunMask;

/** The images of a panoptic COCO file that have segments, each with these. */
final class PanopticSet implements AnnotationSet {

	/** What tells of a class, and here of each of its segments, whether it can be counted. */
	static final String THING = "isthing";

	/** The file of a folder that Triptych has written. */
	static final String JSON = "panoptic.json";

	private final CocoEntries entries, images;
	private final CocoIndex index;
	private final ImageFiles files;
	private final List<Path> folders;
	/** Of each class, as the file writes it; null where it does not. */
	private final Map<String, String> kinds = new HashMap<>();
	private int withoutPixel;

	/** @param images with images and categories, the same where they are in one file */
	PanopticSet(CocoEntries entries, CocoEntries images) {
		this.entries = entries;
		this.images = images;
		try {
			index = new CocoIndex(entries, images);
			index.classes().forEach(c -> kinds.put(c.name(), c.properties().get(THING)));
			folders = folders(entries.file());
		}
		catch (TriptychException e) {
			close();
			throw e;
		}
		files = new ImageFiles(images.file());
	}

	/** The file itself, or that of a folder. */
	static Path file(Path path) {
		return Files.isDirectory(path) ? path.resolve(JSON) : path;
	}

	/** Pictures lie beside the file, in a folder called as it is, or in another one there. */
	private static List<Path> folders(Path file) {
		Path here = file.toAbsolutePath().getParent();
		List<Path> folders = new ArrayList<>();
		folders.add(here.resolve(AnnotatedImage.stem(file.getFileName().toString())
			.replaceFirst("\\.json$", "")));
		folders.add(here);
		try (Stream<Path> others = Files.list(here)) {
			others.filter(Files::isDirectory).sorted().forEach(folders::add);
		}
		catch (java.io.IOException e) {
			throw CocoEntries.unreadable(here, e);
		}
		return folders;
	}

	@Override
	public List<String> names() {
		return index.names();
	}

	@Override
	public List<AnnotatedClass> classes() {
		return index.classes();
	}

	@Override
	public List<String> notes() {
		if (withoutPixel == 0) return List.of();
		return List.of(Plural.of(withoutPixel, "segment without a pixel was left out",
			"segments without a pixel were left out"));
	}

	@Override
	public AnnotatedImage image(int i) {
		CocoImage image = index.image(i);
		Optional<Path> file = files.find(image.name(), images.file());
		List<Annotation> annotations = new ArrayList<>();
		for (int entry : index.annotations(i))
			annotations.addAll(segments(entry, image));
		return new AnnotatedImage(image.name(), file.filter(f -> !isPicture(f)), image.width(),
			image.height(), annotations, image.properties());
	}

	private boolean isPicture(Path file) {
		return folders.get(0).equals(file.getParent());
	}

	private List<Annotation> segments(int entry, CocoImage image) {
		CocoPanoptic panoptic = entries.read(CocoEntries.ANNOTATIONS, entry, CocoPanoptic::read);
		String name = entries.name(CocoEntries.ANNOTATIONS, entry);
		PanopticPicture picture = PanopticPicture.read(picture(panoptic.picture(), name));
		if (image.width() > 0
			&& (picture.width() != image.width() || picture.height() != image.height()))
			throw new TriptychException(name + " has a picture of " + picture.width() + " x "
				+ picture.height() + " pixels, but its image has " + image.width() + " x "
				+ image.height() + ".");
		LabelMap map = map(panoptic, picture, name);
		int[] boxes = map.boxes();
		List<Annotation> annotations = new ArrayList<>();
		for (int k = 1; k <= panoptic.segments().size(); k++) {
			CocoPanoptic.SegmentInfo info = panoptic.segments().get(k - 1);
			if (boxes[4 * k + 2] == 0) {
				withoutPixel++;
				continue;
			}
			RunMask mask = RunMask.of(map.mask(k, boxes));
			Box box = info.box();
			Shape shape = box == null ? new Shape.Pixels(mask) : new Shape.Pixels(box, mask);
			String className = index.className(info.category(), name);
			Map<String, String> properties = new LinkedHashMap<>(info.properties());
			String kind = kinds.get(className);
			if (kind != null) properties.put(THING, kind);
			annotations
				.add(new Annotation(className, Double.NaN, info.crowd(), shape, properties));
		}
		return annotations;
	}

	private Path picture(String picture, String entry) {
		return folders.stream()
			.map(f -> f.resolve(picture))
			.filter(Files::isRegularFile)
			.findFirst()
			.orElseThrow(() -> new TriptychException(entry + " names the picture \"" + picture
				+ "\", which is not there; put the folder of pictures beside the file."));
	}

	/** The segments by their places in the list, from 1. */
	private static LabelMap map(CocoPanoptic panoptic, PanopticPicture picture, String entry) {
		Map<Integer, Integer> places = new HashMap<>();
		List<Segment> segments = new ArrayList<>();
		Set<Integer> twice = new HashSet<>();
		for (CocoPanoptic.SegmentInfo info : panoptic.segments()) {
			if (!twice.add(info.id())) throw new TriptychException(
				entry + " has two segments of the number " + info.id() + ".");
			places.put(info.id(), segments.size() + 1);
			segments.add(new Segment(segments.size() + 1, new ClassScore(0, "", Double.NaN), true));
		}
		int[] ids = new int[picture.numbers().length];
		int last = 0, place = 0;
		for (int i = 0; i < ids.length; i++) {
			int number = picture.numbers()[i];
			if (number != last) {
				last = number;
				Integer at = number == 0 ? Integer.valueOf(0) : places.get(number);
				if (at == null) throw new TriptychException(entry + " has pixels of the number " + number
					+ " in its picture \"" + panoptic.picture() + "\", but no such segment.");
				place = at;
			}
			ids[i] = place;
		}
		return new LabelMap(picture.width(), picture.height(), ids, segments);
	}

	@Override
	public void close() {
		entries.close();
		images.close();
	}
}
