package triptych.model.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import triptych.core.TriptychException;
import triptych.model.GraphInfo;
import triptych.model.ImageInputs;
import triptych.model.ModelSpec;
import triptych.model.UsualLimits;

/**
 * The formats in the order in which they are asked; the first that accepts a model describes it.
 */
public final class ModelFormats {

	private static final List<ModelFormat> FORMATS = List.of(
		new DescriptionFormat(),
		new BioimageFormat(),
		new UltralyticsFormat(),
		new HuggingFaceFormat(),
		new TorchvisionFormat());

	private ModelFormats() {}

	/**
	 * What the model is, or a sentence that says what is missing and where to write it.
	 *
	 * @param usual what counts for limits that nothing tells
	 */
	public static ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual) {
		for (ModelFormat format : FORMATS)
			if (format.accepts(files, graph)) return format.read(files, graph, usual);
		ImageInputs.imageInput(graph, files.name());
		throw new TriptychException("The model " + files.name()
			+ " does not say what it is for, and that cannot be told from its shapes; "
			+ "describe it in a file "
			+ files.descriptionFile() + " (Inspect Model... prints one to fill in).");
	}

	/** What a model can start from beside an .onnx, in words. */
	static String starts() {
		return FORMATS.stream()
			.flatMap(f -> f.starts().stream())
			.collect(Collectors.joining(", "));
	}

	/** The model that a file of some format tells; empty where the file is of none. */
	static Optional<ModelFiles> startedBy(Path file) {
		for (ModelFormat format : FORMATS)
			if (named(format, file) && format.isStart(file))
				return Optional.of(started(file, format.onnx(file)));
		return Optional.empty();
	}

	private static boolean named(ModelFormat format, Path file) {
		String name = file.getFileName() == null ? "" : file.getFileName().toString();
		return Files.isRegularFile(file) && format.starts().stream().anyMatch(name::endsWith);
	}

	/** The same for a file in this folder. */
	static Optional<ModelFiles> startedIn(Path folder) {
		for (ModelFormat format : FORMATS)
			for (String name : format.starts()) {
				Path file = folder.resolve(name);
				if (Files.isRegularFile(file) && format.isStart(file))
					return Optional.of(started(file, format.onnx(file)));
			}
		return Optional.empty();
	}

	/** The file that tells what an .onnx is, in its own folder or in the one above. */
	static Optional<Path> startBeside(Path onnx) {
		Path absolute = onnx.toAbsolutePath().normalize();
		Path folder = absolute.getParent();
		for (int up = 0; up < 2 && folder != null; up++, folder = folder.getParent())
			for (ModelFormat format : FORMATS)
				for (String name : format.starts()) {
					Path file = folder.resolve(name);
					if (Files.isRegularFile(file) && format.isStart(file)
						&& format.tells(file, absolute)) return Optional.of(file);
				}
		return Optional.empty();
	}

	/** Files of a package have the same names everywhere, so it goes by its folder's. */
	private static ModelFiles started(Path start, Path onnx) {
		Path folder = start.toAbsolutePath().normalize().getParent();
		Path named = folder == null ? null : folder.getFileName();
		String name = named == null ? "model" : named.toString();
		return new ModelFiles(name, Contents.url(onnx), Optional.empty(), Optional.of(start));
	}

	/** The test that the model brings; its files may be missing. */
	public static Optional<TestTensors> tests(ModelFiles files) {
		return files.start().flatMap(start -> FORMATS.stream()
			.filter(f -> named(f, start) && f.isStart(start))
			.findFirst()
			.flatMap(f -> f.test(start)));
	}

	/** True where some format can describe the model. */
	public static boolean described(ModelFiles files, GraphInfo graph) {
		return FORMATS.stream().anyMatch(f -> f.accepts(files, graph));
	}
}
