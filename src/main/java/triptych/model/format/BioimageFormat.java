package triptych.model.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.GraphInfo;
import triptych.model.ImageInputs;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;
import triptych.model.InputSpec.Layout;
import triptych.model.InputSpec.Resize;
import triptych.model.InputSpec;
import triptych.model.Limits;
import triptych.model.ModelSpec;
import triptych.model.UsualLimits;

/**
 * A package of bioimage.io, described in rdf.yaml or bioimageio.yaml of format 0.3, 0.4 or 0.5,
 * with weights as ONNX: maps of scores over an image, a class for each channel.
 */
final class BioimageFormat implements ModelFormat {

	/** A network of several sizes that fit no multiple is given tiles of about this edge. */
	private static final int TILE = 512;

	@Override
	public List<String> starts() {
		return List.of("rdf.yaml", "bioimageio.yaml");
	}

	@Override
	public boolean isStart(Path file) {
		try {
			YamlNode root = root(file);
			return root.at("format_version").exists() && root.at("weights").exists();
		}
		catch (TriptychException e) {
			// Somebody else's file may be anything.
			return false;
		}
	}

	private static YamlNode root(Path file) {
		String name = file.getFileName().toString();
		return new YamlNode(Yaml.parse(Contents.text(Contents.url(file)), name));
	}

	@Override
	public Path onnx(Path start) {
		YamlNode weights = root(start).at("weights"), onnx = weights.at("onnx");
		String named = "The bioimage.io package " + start;
		if (!onnx.exists())
			throw new TriptychException(named + " holds weights as " + String.join(", ", weights.keys())
				+ ", but none as ONNX, which Triptych runs; ask its"
				+ " authors for an export to ONNX, or look for one on bioimage.io.");
		String source = onnx.at("source").text("");
		if (source.matches("https?:.*"))
			throw new TriptychException(named + " names its weights at " + source
				+ "; download that file into the folder of the package, and write its name there.");
		Path folder = start.toAbsolutePath().normalize().getParent();
		Path file = inside(folder, source).orElseThrow(() -> new TriptychException(
			named + " names the weights \"" + source + "\", which lie outside of the package."));
		if (!Files.isRegularFile(file))
			throw new TriptychException(named + " names the weights " + source
				+ ", which are not in it; download the whole package.");
		return file;
	}

	/** Empty for a path that leads out of the folder, by itself or through a link. */
	private static Optional<Path> inside(Path folder, String source) {
		try {
			Path file = folder.resolve(source).normalize();
			if (!file.startsWith(folder)) return Optional.empty();
			boolean linked = Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath());
			return linked ? Optional.empty() : Optional.of(file);
		}
		catch (IOException | InvalidPathException e) {
			return Optional.empty();
		}
	}

	@Override
	public boolean tells(Path start, Path onnx) {
		try {
			return onnx(start).equals(onnx);
		}
		catch (TriptychException e) {
			// It tells of weights that are somewhere else.
			return false;
		}
	}

	@Override
	public Optional<TestTensors> test(Path start) {
		YamlNode root = root(start);
		YamlNode in = root.at("inputs").items().get(0).at("test_tensor").at("source");
		YamlNode out = root.at("outputs").items().get(0).at("test_tensor").at("source");
		boolean lists = root.at("test_inputs").isList() && root.at("test_outputs").isList();
		if (lists && !root.at("test_inputs").items().isEmpty()
			&& !root.at("test_outputs").items().isEmpty())
		{
			in = root.at("test_inputs").items().get(0);
			out = root.at("test_outputs").items().get(0);
		}
		if (in.text("").isEmpty() || out.text("").isEmpty()) return Optional.empty();
		Path folder = start.toAbsolutePath().normalize().getParent();
		Optional<Path> output = inside(folder, out.text(""));
		return inside(folder, in.text("")).flatMap(i -> output.map(o -> new TestTensors(i, o)));
	}

	@Override
	public boolean accepts(ModelFiles files, GraphInfo graph) {
		return files.start().filter(f -> f.toString().endsWith(".yaml") && isStart(f)).isPresent();
	}

	@Override
	public ModelSpec read(ModelFiles files, GraphInfo graph, UsualLimits usual) {
		Path start = files.start().orElseThrow();
		String file = start.getFileName().toString();
		YamlNode root = root(start);
		Slot image = ImageInputs.imageInput(graph, files.name());
		YamlNode tensor = first(root.at("inputs"), "inputs", file);
		BioimageAxes axes = BioimageAxes.of(tensor);
		InputSpec input = input(image, tensor, axes, root, graph, files.name());
		BioimageOutput output = new BioimageOutput(root, graph, input.layout(), files.name());
		DecoderSpec decoder = output.decoder();
		Limits limits = usual.of(decoder, files.name());
		Map<String, String> origins = new LinkedHashMap<>();
		String from = file + " of the bioimage.io package";
		for (String fact : List.of("preprocessing", "size", "licence"))
			origins.put(fact, from);
		origins.put("task", from + ": maps of scores, one a channel");
		origins.put("decoder", from + ", postprocessing");
		String sha256 = root.at("weights").at("onnx").at("sha256").text("");
		if (!sha256.isEmpty()) origins.put(ModelSpec.CHECKSUM, sha256);
		return new ModelSpec(root.at("name").text(files.name()), Task.SEMANTIC_SEGMENTATION,
			classes(root), input, decoder,
			output.limit().orElse(limits.confidence()), limits.overlap(),
			axes.axis("x").micrometres(), root.at("license").text(""), origins);
	}

	private static YamlNode first(YamlNode list, String key, String file) {
		if (list.items().isEmpty())
			throw new TriptychException("In " + file + " the list " + key + " is missing or empty.");
		return list.items().get(0);
	}

	private static List<String> classes(YamlNode root) {
		return BioimageAxes.of(root.at("outputs").items().get(0)).axis("c").channels();
	}

	private static InputSpec input(Slot image, YamlNode tensor, BioimageAxes axes, YamlNode root,
		GraphInfo graph, String model)
	{
		Layout layout = switch (axes.letters()) {
			case "bcyx" -> Layout.NCHW;
			case "byxc" -> Layout.NHWC;
			default -> throw new TriptychException(
				"The bioimage.io model " + model + " takes an image with the axes " + axes.letters()
					+ "; Triptych runs models of single planes, bcyx or byxc.");
		};
		long fixed = image.shape()[ImageInputs.channelAxis(layout)];
		int channels = (int) (fixed > 0 ? fixed : Math.max(1, axes.axis("c").least()));
		int[] size = ImageInputs.size(image, layout);
		int height = side(size[0], axes.axis("y")), width = side(size[1], axes.axis("x"));
		// One that grows in one direction only gets tiles of a fixed size.
		boolean any = height == 0 && width == 0;
		if (!any && height == 0) height = tile(axes.axis("y"));
		if (!any && width == 0) width = tile(axes.axis("x"));
		int step = Math.max(1, Math.max(axes.axis("y").step(), axes.axis("x").step()));
		int least = any ? Math.max(axes.axis("y").least(), axes.axis("x").least()) : 0;
		int crop = new BioimageOutput(root, graph, layout, model).crop();
		BioimageSteps steps = BioimageSteps.of(tensor.at("preprocessing"), channels, model);
		return new InputSpec(image.name(), image.type(), layout, channels, height, width, step, Fit.PAD,
			least, 0, Align.CENTER, Double.NaN, Resize.BILINEAR, false, 1, steps.mean(), steps.std(),
			steps.percentiles(), steps.values(), List.of(),
			Math.max(crop, halo(root, InputSpec.usualHalo(height, width, step))), crop);
	}

	/** The fixed size; 0 for any multiple of the step. */
	private static int side(int graph, BioimageAxes.Axis axis) {
		if (graph > 0) return graph;
		if (axis.step() == 0) return axis.least();
		return axis.least() % axis.step() == 0 ? 0 : tile(axis);
	}

	/** The smallest size that the axis allows and that is about a tile. */
	private static int tile(BioimageAxes.Axis axis) {
		int missing = Math.max(0, TILE - axis.least());
		return axis.least() + (missing + axis.step() - 1) / axis.step() * axis.step();
	}

	private static int halo(YamlNode root, int usual) {
		BioimageAxes axes = BioimageAxes.of(root.at("outputs").items().get(0));
		int halo = Math.max(axes.axis("y").halo(), axes.axis("x").halo());
		return halo > 0 ? halo : usual;
	}
}
