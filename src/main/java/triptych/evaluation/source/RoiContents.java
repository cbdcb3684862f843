package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.gui.Roi;
import triptych.annotation.Annotation;
import triptych.annotation.Shape;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.ij.annotation.RoiAnnotation;
import triptych.ij.draw.GroupColours;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.draw.Rois;
import triptych.ij.files.RoiFile;

/** Area ROIs: those on an overlay or in the ROI Manager, of files, and of all files of a folder. */
final class RoiContents {

	private RoiContents() {}

	/**
	 * @param width and {@code height}: of the image, 0 where nobody says
	 * @return the ROIs of each plane under its slice and frame
	 */
	static Map<String, Content> of(List<Roi> rois, int width, int height) {
		Map<String, List<Annotation>> planes = new LinkedHashMap<>();
		for (Roi roi : Rois.once(rois.stream().filter(RoiRasterizer::isArea).toList(), true))
			planes.computeIfAbsent(RoiAnnotation.plane(roi), p -> new ArrayList<>())
				.add(RoiAnnotation.of(roi));
		Map<String, Content> contents = new LinkedHashMap<>();
		planes.forEach((plane, all) -> contents.put(plane, new Content.Objects(width, height, all)));
		if (contents.isEmpty())
			contents.put(Item.ONLY, new Content.Objects(width, height, List.of()));
		return contents;
	}

	/** Outlines are objects; where all are rectangles they are boxes. */
	static Task task(Map<String, Content> planes) {
		boolean boxes = planes.values()
			.stream()
			.flatMap(c -> ((Content.Objects) c).annotations().stream())
			.allMatch(a -> a.shape() instanceof Shape.Rectangle);
		return boxes ? Task.DETECTION : Task.INSTANCE_SEGMENTATION;
	}

	static Map<String, Content> read(Path file) {
		GroupColours.prepare();
		return of(RoiFile.read(file), 0, 0);
	}

	static Source file(String text, Path file) {
		Item item = item(file.getFileName().toString(), file);
		return new Source(text, Optional.of(task(item.planes())), List.of(item));
	}

	static Source folder(String text, Path folder) {
		List<Item> items = FileList.below(folder)
			.stream()
			.filter(f -> RoiFile.isNamed(f.toString()))
			.map(f -> item(FileList.inside(folder, f), f))
			.toList();
		if (items.isEmpty())
			throw new TriptychException("The folder \"" + folder + "\" holds no ROI file.");
		Task task = task(items.get(0).planes());
		return new Source(text, Optional.of(task), items).withPictures(Pictures.beside(folder));
	}

	private static Item item(String name, Path file) {
		String stem = name.replaceFirst("(?i)\\.(zip|roi)$", "").replaceFirst("-rois$", "");
		return new Item(stem, file.toString(), () -> read(file));
	}
}
