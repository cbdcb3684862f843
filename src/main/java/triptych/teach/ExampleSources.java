package triptych.teach;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;
import triptych.core.TriptychException;
import triptych.ij.files.RoiFile;
import triptych.options.ObjectOrigin;

/** Which examples the keys mean: those of the open image, of a data set, or folders of crops. */
public final class ExampleSources {

	/**
	 * What is asked for.
	 *
	 * @param command that asks, for sentences
	 * @param scribbles true where pixels are to be learnt from: then lines and points count as well,
	 *          and crops of objects do not
	 */
	public record Asked(String examples, String images, String command, boolean scribbles) {}

	private ExampleSources() {}

	/**
	 * @param image the open one; null where there is none
	 * @throws TriptychException where there are no examples
	 */
	public static ExampleImages of(ImagePlus image, Asked asked) {
		ObjectOrigin from = ObjectOrigin.parse(asked.examples());
		boolean named = from.kind() == ObjectOrigin.Kind.NAMED;
		if (!named || isOfImage(image, from.text())) return ofImage(image, from, asked);
		Path path = path("examples", from.text());
		if (!Files.exists(path)) throw new TriptychException("The key examples has the value \""
			+ from.text() + "\", which is neither an open image nor a file or folder.");
		Optional<Path> images = asked.images().isEmpty() ? Optional.empty()
			: Optional.of(path("images", asked.images()));
		if (asked.scribbles() && ScribbleFiles.accepts(path)) return ScribbleFiles.of(path, images);
		return !asked.scribbles() && CropFolders.accepts(path) ? CropFolders.of(path)
			: DataSetExamples.of(path, images);
	}

	private static boolean isOfImage(ImagePlus image, String name) {
		if (WindowManager.getImage(name) != null) return true;
		boolean labels = name.toLowerCase(Locale.ROOT).matches(".*\\.(tiff?|png)");
		return image != null && (RoiFile.isNamed(name) || labels);
	}

	private static ExampleImages ofImage(ImagePlus image, ObjectOrigin from, Asked asked) {
		if (image == null || image.getProcessor() == null)
			throw new TriptychException(asked.command() + " needs an image with ROIs that have a class;"
				+ " open it, or name a data set with examples=.");
		return new OpenImageExamples(image, from, asked.scribbles());
	}

	private static Path path(String key, String value) {
		try {
			return Path.of(value);
		}
		catch (InvalidPathException e) {
			throw new TriptychException("The key " + key + " has the value \"" + value
				+ "\"; it must be a file or a folder.", e);
		}
	}
}
