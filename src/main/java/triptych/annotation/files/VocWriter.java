package triptych.annotation.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.annotation.AnnotatedClass;
import triptych.annotation.AnnotatedImage;
import triptych.annotation.Annotation;
import triptych.annotation.AnnotationWriter;
import triptych.annotation.Decimals;
import triptych.annotation.Losses;
import triptych.annotation.Shape;
import triptych.annotation.Staging;
import triptych.core.Box;
import triptych.core.TriptychException;

/**
 * Writes a Pascal VOC data set: an XML file an image in the folder Annotations, and pictures of
 * object and class numbers where an object has an outline.
 */
final class VocWriter implements AnnotationWriter {

	private static final Losses.Kind SCORE = new Losses.Kind("score was left out",
		"scores were left out");
	private static final Losses.Kind OUTLINE = new Losses.Kind("outline became its pixels",
		"outlines became their pixels");
	private static final Losses.Kind UNSIZED = new Losses.Kind(
		"outline of an image of unknown size became its box",
		"outlines of images of unknown size became their boxes");
	private static final Losses.Kind CROWD = new Losses.Kind(
		"region of many objects (crowd) became difficult",
		"regions of many objects (crowd) became difficult");
	private static final Losses.Kind CLASS = new Losses.Kind(
		"class of a whole image was left out", "classes of whole images were left out");

	private final Staging staging;
	private final Path target;
	private final String folder;
	private final Set<String> names = new HashSet<>();
	private final Losses losses = new Losses();
	private final VocPainter painter;

	VocWriter(Path target, List<AnnotatedClass> classes, boolean append) {
		this.target = target;
		if (!append) Staging.checkFree(target);
		Path usual = VocFolders.annotations(target);
		boolean flat = !Files.isDirectory(usual) && !Folders.in(target, ".*\\.xml").isEmpty();
		folder = flat ? "" : usual.getFileName() + "/";
		Path named = target.resolve(VocFolders.NAMES);
		painter = new VocPainter(Files.isRegularFile(named) ? Folders.text(named).lines().toList()
			: List.of(VocFolders.BACKGROUND), classes, losses);
		staging = new Staging(target, true);
	}

	@Override
	public void add(AnnotatedImage image) {
		String file = folder + image.stem() + ".xml";
		if (!names.add(image.stem()) || Files.exists(target.resolve(file)))
			throw new TriptychException("\"" + target + "\" has annotations of an image \"" + image.stem()
				+ "\" already; nothing was written.");
		List<Annotation> objects = new ArrayList<>(image.annotations());
		objects.removeIf(a -> a.shape() instanceof Shape.WholeImage);
		for (int i = objects.size(); i < image.annotations().size(); i++)
			losses.add(CLASS);
		staging.write(file, xml(image, objects));
		if (objects.stream().anyMatch(a -> !(a.shape() instanceof Shape.Rectangle)))
			pictures(image, objects);
	}

	private void pictures(AnnotatedImage image, List<Annotation> objects) {
		for (Annotation annotation : objects) {
			boolean outline = annotation.shape() instanceof Shape.Polygon;
			if (outline) losses.add(image.width() > 0 ? OUTLINE : UNSIZED);
		}
		if (image.width() == 0) return;
		try {
			painter.paint(image, objects);
			String name = "/" + image.stem() + ".png";
			painter.objects().write(staging.part(VocFolders.OBJECTS + name));
			painter.classes().write(staging.part(VocFolders.CLASSES + name));
		}
		catch (IOException e) {
			throw staging.failed(e);
		}
	}

	private String xml(AnnotatedImage image, List<Annotation> objects) {
		XmlText xml = new XmlText("annotation");
		Map<String, String> properties = new LinkedHashMap<>(image.properties());
		properties.values().removeIf(String::isEmpty);
		String last = image.name().substring(image.name().lastIndexOf('/') + 1);
		if (properties.containsKey("folder")) xml.add("folder", properties.remove("folder"));
		xml.add("filename", last);
		if (image.width() > 0) {
			xml.add("size/width", String.valueOf(image.width()));
			xml.add("size/height", String.valueOf(image.height()));
			xml.add("size/depth", properties.getOrDefault("size/depth", "3"));
		}
		properties.remove("size/depth");
		properties.forEach(xml::add);
		objects.forEach(annotation -> object(annotation, xml));
		return xml.text();
	}

	private void object(Annotation annotation, XmlText xml) {
		if (!Double.isNaN(annotation.score())) losses.add(SCORE);
		Map<String, String> properties = new LinkedHashMap<>(annotation.properties());
		if (annotation.crowd()) {
			losses.add(CROWD);
			properties.put("difficult", "1");
		}
		Box b = annotation.shape().box();
		xml.open("object");
		xml.add("name", annotation.className());
		for (String usual : List.of("pose", "truncated", "difficult"))
			xml.add(usual, properties.getOrDefault(usual, usual.equals("pose") ? "Unspecified" : "0"));
		properties.keySet().removeAll(Set.of("pose", "truncated", "difficult"));
		xml.add("bndbox/xmin", Decimals.of(b.x1()));
		xml.add("bndbox/ymin", Decimals.of(b.y1()));
		xml.add("bndbox/xmax", Decimals.of(b.x2()));
		xml.add("bndbox/ymax", Decimals.of(b.y2()));
		properties.forEach(xml::add);
		xml.close();
	}

	@Override
	public Path finish() {
		if (painter.hasPainted())
			staging.write(VocFolders.NAMES, String.join("\n", painter.classNames()) + "\n");
		staging.commit();
		return target;
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
