package triptych.teach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import ij.ImagePlus;
import triptych.annotation.ImageFiles;
import triptych.core.Plural;
import triptych.core.TriptychException;
import triptych.ij.draw.GroupColours;
import triptych.ij.files.ImageFile;
import triptych.options.ObjectOrigin;

/** Files of ROIs, one for each image, as the ROI Manager saves them: areas, lines and points. */
final class ScribbleFiles implements ExampleImages {

	/** What Triptych adds to an image's name for its ROIs. */
	private static final String ENDING = "(-rois)?\\.(zip|roi)$";

	private final List<Path> rois = new ArrayList<>(), images = new ArrayList<>();
	private final List<String> missing = new ArrayList<>();

	private ScribbleFiles() {}

	/** True for a file of ROIs, and for a folder that holds some. */
	static boolean accepts(Path path) {
		return !files(path).isEmpty();
	}

	/** @throws TriptychException where none of the images is there */
	static ScribbleFiles of(Path path, Optional<Path> imageFolder) {
		ScribbleFiles examples = new ScribbleFiles();
		ImageFiles around = new ImageFiles(imageFolder.orElse(path));
		for (Path file : files(path)) {
			String name = file.getFileName().toString().replaceFirst("(?i)" + ENDING, "");
			Optional<Path> image = around.find(name);
			if (image.isPresent()) {
				examples.rois.add(file);
				examples.images.add(image.get());
			}
			else examples.missing.add(name);
		}
		if (examples.rois.isEmpty()) throw new TriptychException("None of the images that \"" + path
			+ "\" has ROIs of was found, such as " + examples.missing.get(0)
			+ "; name their folder with images=.");
		return examples;
	}

	private static List<Path> files(Path path) {
		if (Files.isRegularFile(path)) return isRois(path) ? List.of(path) : List.of();
		try (Stream<Path> files = Files.list(path)) {
			return files.filter(f -> Files.isRegularFile(f) && isRois(f)).sorted().toList();
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + path + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	private static boolean isRois(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return !name.startsWith(".") && name.matches(".*" + ENDING);
	}

	@Override
	public int count() {
		return rois.size();
	}

	@Override
	public ExampleImage get(int i) {
		GroupColours.prepare();
		Path file = images.get(i);
		ImagePlus image = ImageFile.open(file);
		if (image.getNSlices() * image.getNFrames() > 1) throw new TriptychException("The image \""
			+ file + "\" is a stack; ROIs of a folder are of images with one plane.");
		ObjectOrigin from = ObjectOrigin.parse(rois.get(i).toString());
		ExampleImage its = new OpenImageExamples(image, from, true).get(0);
		return new ExampleImage("\"" + file + "\"", its.objects(), its.pixels());
	}

	@Override
	public List<String> notes() {
		return missing.isEmpty() ? List.of() : List.of(Plural.of(missing.size(),
			"image was not found and was left out.", "images were not found and were left out."));
	}
}
