package triptych.evaluation.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.annotation.AnnotatedImage;
import triptych.core.Task;

/** A folder for each class, with the images of that class in it. */
final class ClassFolders {

	private ClassFolders() {}

	/** True where the images lie in folders of the folder, and none in itself. */
	static boolean isOne(Path folder) {
		List<Path> images = images(folder);
		return !images.isEmpty()
			&& images.stream().allMatch(f -> FileList.inside(folder, f).contains("/"));
	}

	private static List<Path> images(Path folder) {
		return FileList.below(folder)
			.stream()
			.filter(f -> f.toString().matches(FileList.IMAGES))
			.toList();
	}

	static Source of(String text, Path folder) {
		List<Item> items = new ArrayList<>();
		for (Path file : images(folder)) {
			String inside = FileList.inside(folder, file);
			String name = inside.substring(0, inside.indexOf('/'));
			items.add(Item.of(AnnotatedImage.stem(inside), file.toString(),
				new Content.Classes(List.of(name), Map.of())));
		}
		return new Source(text, Optional.of(Task.CLASSIFICATION), items)
			.withPictures(Optional.of(folder));
	}
}
