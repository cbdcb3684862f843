package triptych.annotation.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.Decimals;
import triptych.annotation.Losses;
import triptych.annotation.MaskOutline;
import triptych.annotation.Ring;
import triptych.annotation.Shape;
import triptych.annotation.Staging;
import triptych.core.Box;
import triptych.core.TriptychException;

/**
 * Writes a YOLO data set: labels, the images where they were found, and data.yaml; a folder a class
 * where images have classes and no objects.
 */
final class YoloWriter implements AnnotationWriter {

	private static final Losses.Kind NO_IMAGE = new Losses.Kind(
		"image was not found and has to be put into the folder images",
		"images were not found and have to be put into the folder images");
	private static final Losses.Kind JOINED = new Losses.Kind(
		"outline of several parts or with holes was joined by lines of no width",
		"outlines of several parts or with holes were joined by lines of no width");
	private static final Losses.Kind OUTLINED = new Losses.Kind("mask became its outline",
		"masks became their outlines");
	private static final Losses.Kind CROWD = new Losses.Kind(
		"region of many objects (crowd) became an object",
		"regions of many objects (crowd) became objects");
	private static final Losses.Kind SAID = new Losses.Kind("object lost what else was said of it",
		"objects lost what else was said of them");
	private static final Losses.Kind CLASS = new Losses.Kind(
		"class of an image that has objects too was left out",
		"classes of images that have objects too were left out");

	private final Staging staging;
	private final Path target;
	private final List<String> classes = new ArrayList<>();
	private final Optional<Path> listed;
	private final int before;
	private final Set<String> names = new HashSet<>();
	private final Losses losses = new Losses();
	private boolean labels;

	YoloWriter(Path target, List<AnnotatedClass> classes, boolean append) {
		this.target = target;
		if (!append) Staging.checkFree(target);
		listed = append && Files.isDirectory(target) ? YoloNames.file(target) : Optional.empty();
		listed.ifPresent(file -> this.classes.addAll(YoloNames.of(file)));
		before = this.classes.size();
		for (AnnotatedClass one : classes)
			number(one.name());
		staging = new Staging(target, true);
	}

	private int number(String className) {
		int there = classes.indexOf(className);
		if (there >= 0) return there;
		classes.add(className);
		return classes.size() - 1;
	}

	@Override
	public void add(AnnotatedImage image) {
		List<Annotation> objects = image.annotations()
			.stream()
			.filter(a -> !(a.shape() instanceof Shape.WholeImage))
			.toList();
		if (objects.isEmpty() && !image.annotations().isEmpty()) {
			addClass(image);
			return;
		}
		labels = true;
		for (int i = objects.size(); i < image.annotations().size(); i++) losses.add(CLASS);
		String name = inside(image.name());
		String file = YoloFormat.LABELS + "/" + stem(name) + ".txt";
		checkNew(file, image);
		staging.write(file, lines(objects, image));
		copy(image, YoloFormat.IMAGES + "/" + name);
	}

	/** A name without what would lead out of the data set, such as ../ or C: at its beginning. */
	private static String inside(String name) {
		return Stream.of(name.split("[/\\\\]"))
			.filter(part -> !part.matches("|\\.{1,2}|[A-Za-z]:"))
			.collect(Collectors.joining("/"));
	}

	private static String stem(String name) {
		return name.substring(0, name.lastIndexOf('/') + 1) + AnnotatedImage.stem(name);
	}

	private void addClass(AnnotatedImage image) {
		for (Annotation annotation : image.annotations()) {
			String name = inside(image.name()), last = name.substring(name.lastIndexOf('/') + 1);
			String file = annotation.className().replaceAll("[/\\\\]", "_") + "/" + last;
			checkNew(file, image);
			if (image.file().isEmpty())
				throw new TriptychException("The image \"" + image.name() + "\" was not found; YOLO's way"
					+ " to say the class of an image is the folder that it lies in.");
			copy(image, file);
		}
	}

	private void checkNew(String file, AnnotatedImage image) {
		if (names.add(file) && !Files.exists(target.resolve(file))) return;
		throw new TriptychException("\"" + target + "\" has annotations of an image \"" + image.name()
			+ "\" already; nothing was written.");
	}

	private void copy(AnnotatedImage image, String to) {
		if (Files.exists(target.resolve(to))) return;
		if (image.file().isEmpty()) losses.add(NO_IMAGE);
		else try {
			Files.copy(image.file().get(), staging.part(to));
		}
		catch (IOException e) {
			throw staging.failed(e);
		}
	}

	private String lines(List<Annotation> objects, AnnotatedImage image) {
		if (!objects.isEmpty() && image.width() == 0)
			throw new TriptychException("The size of the image \"" + image.name() + "\" is not known;"
				+ " YOLO's numbers are parts of its width and height, so put it beside its annotations.");
		StringBuilder text = new StringBuilder();
		for (Annotation annotation : objects)
			text.append(line(annotation, image)).append('\n');
		return text.toString();
	}

	private String line(Annotation annotation, AnnotatedImage image) {
		StringJoiner line = new StringJoiner(" ").add(String.valueOf(number(annotation.className())));
		if (annotation.crowd()) losses.add(CROWD);
		if (!annotation.properties().isEmpty()) losses.add(SAID);
		int width = image.width(), height = image.height();
		if (annotation.shape() instanceof Shape.Rectangle r) box(r.box(), width, height, line);
		else {
			List<Ring> rings = rings(annotation.shape());
			if (rings.size() > 1) losses.add(JOINED);
			double[] xy = JoinedRings.of(rings);
			for (int i = 0; i < xy.length; i++) line.add(part(xy[i], i % 2 == 0 ? width : height));
		}
		if (!Double.isNaN(annotation.score())) line.add(Decimals.of(annotation.score()));
		return line.toString();
	}

	private List<Ring> rings(Shape shape) {
		if (shape instanceof Shape.Polygon polygon) return polygon.rings();
		losses.add(OUTLINED);
		return MaskOutline.of(((Shape.Pixels) shape).mask());
	}

	/** A coordinate as a part of the image, so that it gives the same again. */
	private static String part(double v, int size) {
		return Decimals.shortest(v / size, part -> part * size == v);
	}

	private static void box(Box b, int width, int height, StringJoiner line) {
		String[] x = span(b.x1(), b.x2(), width), y = span(b.y1(), b.y2(), height);
		line.add(x[0]).add(y[0]).add(x[1]).add(y[1]);
	}

	/** Centre and extent, with as few digits as give the same ends again. */
	private static String[] span(double from, double to, int size) {
		double centre = (from + to) / 2 / size, extent = (to - from) / size;
		for (int digits = 1; digits <= 17; digits++) {
			double c = Decimals.rounded(centre, digits), e = Decimals.rounded(extent, digits);
			if (YoloText.start(c, e, size) == from && YoloText.end(c, e, size) == to)
				return new String[] { Decimals.of(c), Decimals.of(e) };
		}
		return new String[] { Decimals.of(centre), Decimals.of(extent) };
	}

	@Override
	public Path finish() {
		if (labels && classes.size() > before) staging.write(yamlName(), yaml());
		staging.commit();
		return target;
	}

	private String yamlName() {
		return listed.filter(f -> f.startsWith(target)).map(f -> f.getFileName().toString())
			.orElse(YoloNames.YAML);
	}

	private String yaml() {
		return YoloYaml.with(classes, listed.filter(f -> f.startsWith(target)));
	}

	@Override
	public List<String> losses() {
		return losses.phrases();
	}

	@Override
	public void close() {
		staging.close();
	}
}
