package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.files.ImageFile;

/** Label images: open ones, files, and all of a folder. */
final class LabelContents {

	private static final String ENDING = "(?i)\\.(tiff?|png|jpe?g|gif|bmp|pgm|dcm|fits?)$";

	private LabelContents() {}

	/** Each plane under its slice and frame. */
	static Map<String, Content> of(ImagePlus image) {
		Map<String, Content> planes = new LinkedHashMap<>();
		for (int index = 1; index <= image.getStackSize(); index++) {
			Position position = Position.of(image, index);
			planes.putIfAbsent(position.slice() + "." + position.frame(), new Content.Labels(
				LabelPlane.of(image, position), Position.calibration(image)));
		}
		return planes;
	}

	static Map<String, Content> read(Path file) {
		// JPEG changes numbers, and nobody would see it.
		if (file.toString().matches("(?i).*\\.jpe?g")) throw new TriptychException("\"" + file
			+ "\" is a JPEG, which does not keep the numbers of a label image; save it as TIFF or PNG.");
		return of(ImageFile.open(file));
	}

	static Source folder(String text, Path folder) {
		List<Item> items = FileList.below(folder)
			.stream()
			.filter(f -> f.toString().matches("(?i).*\\.(tiff?|png|gif|bmp|pgm)"))
			.map(f -> item(FileList.inside(folder, f), f))
			.toList();
		if (items.isEmpty())
			throw new TriptychException("The folder \"" + folder + "\" holds no label image.");
		return new Source(text, Optional.empty(), items).withPictures(Pictures.beside(folder));
	}

	static Source file(String text, Path file) {
		return new Source(text, Optional.<Task>empty(),
			List.of(item(file.getFileName().toString(), file)));
	}

	private static Item item(String name, Path file) {
		return new Item(name.replaceFirst(ENDING, ""), file.toString(), () -> read(file));
	}
}
