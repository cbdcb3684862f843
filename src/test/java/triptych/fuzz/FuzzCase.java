package triptych.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import triptych.options.Key;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;

/**
 * A hostile input and the command line that meets it, the same for the same number. All files of it
 * lie in a folder of its own, results go to {@code results} in there.
 *
 * @param kind what was made hostile
 * @param arguments of the terminal
 */
record FuzzCase(Kind kind, List<String> arguments) {

	/** Out of a hundred inputs so many are of a kind; a model costs most, as it is tried first. */
	enum Kind {

		MODEL(8), DESCRIPTION(14), PACKAGE(8), IMAGE(22), LABELS(12), ROIS(14), OPTIONS(14),
		QUESTION(8);

		private final int share;

		Kind(int share) {
			this.share = share;
		}

		private static Kind of(int number) {
			int at = number % 100;
			for (Kind kind : values()) {
				if (at < kind.share) return kind;
				at -= kind.share;
			}
			throw new IllegalStateException("The shares are not a hundred");
		}
	}

	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	/** Models of the tests by the command that runs them; nothing of them is large. */
	private static final String[][] MODELS = { { "classify", "classes" },
		{ "classify", "classes_int64" }, { "classify", "classes_sigmoid" }, { "segment-regions", "regions" },
		{ "segment-regions", "regions_nhwc" }, { "segment-objects", "touching" },
		{ "segment-objects", "distance" }, { "classify", "external_ok" } };

	static FuzzCase make(int number, Path folder, FuzzSeeds seeds) throws IOException {
		Random random = new Random(number * SPREAD);
		Kind kind = Kind.of(number);
		Files.createDirectories(folder);
		List<String> arguments = switch (kind) {
			case MODEL -> model(random, folder, seeds, true);
			case DESCRIPTION -> model(random, folder, seeds, false);
			case PACKAGE -> packed(random, folder, seeds);
			case IMAGE -> image(random, folder, seeds);
			case LABELS -> labels(random, folder, seeds);
			case ROIS -> rois(random, folder, seeds);
			case OPTIONS -> options(random, folder, seeds);
			case QUESTION -> question(random);
		};
		return new FuzzCase(kind, arguments);
	}

	private static String written(Path folder, String name, byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes).toString();
	}

	private static String save(Path folder) {
		return "--save=" + folder.resolve("results");
	}

	/** A changed graph with its description, or a graph with a changed description. */
	private static List<String> model(Random random, Path folder, FuzzSeeds seeds, boolean graph)
		throws IOException
	{
		String[] model = MODELS[random.nextInt(MODELS.length)];
		byte[] onnx = seeds.model(model[1] + ".onnx");
		String text = new String(seeds.model(model[1] + ".triptych.yaml"), StandardCharsets.UTF_8);
		if (graph) onnx = Protobuf.mutated(onnx, random);
		else text = Mutation.lines(text, random);
		String file = written(folder, "m.onnx", onnx);
		written(folder, "m.triptych.yaml", text.getBytes(StandardCharsets.UTF_8));
		if (model[1].equals("external_ok"))
			written(folder, "external_ok.onnx.data", seeds.model("external_ok.onnx.data"));
		if (random.nextInt(5) == 0) return List.of("inspect", file);
		return List.of(model[0], written(folder, "i.tif", seeds.image(random)), "--model=" + file,
			save(folder));
	}

	private static List<String> packed(Random random, Path folder, FuzzSeeds seeds)
		throws IOException
	{
		Path zip = folder.resolve("p" + random.nextInt(1_000_000) + ".zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (String name : new String[] { "m.onnx", "m.triptych.yaml" }) {
				String odd = random.nextInt(6) == 0 ? Mutation.word(random) : name;
				out.putNextEntry(new ZipEntry(odd));
				out.write(seeds.model(name.replace("m.", "classes.")));
			}
		}
		catch (IOException | IllegalArgumentException e) {
			// A name that cannot be in a zip: the package ends here.
		}
		if (random.nextInt(3) > 0) Files.write(zip, Mutation.of(Files.readAllBytes(zip), random));
		if (random.nextBoolean()) return List.of("inspect", zip.toString());
		return List.of("classify", written(folder, "i.tif", seeds.image(random)), "--model=" + zip);
	}

	private static List<String> image(Random random, Path folder, FuzzSeeds seeds)
		throws IOException
	{
		String ending = FuzzSeeds.FORMATS.get(random.nextInt(FuzzSeeds.FORMATS.size()));
		String file = written(folder, "i." + ending, Mutation.of(seeds.image(ending), random));
		return List.of("classify", file, "--model=" + seeds.path("classes.onnx"), save(folder));
	}

	private static List<String> labels(Random random, Path folder, FuzzSeeds seeds)
		throws IOException
	{
		String labels = written(folder, "l.tif", Mutation.of(seeds.labels(), random));
		if (random.nextBoolean()) return List.of("labels-to-rois", labels, save(folder));
		return List.of("measure-objects", written(folder, "i.tif", seeds.image("tif")),
			"--from=" + labels, save(folder));
	}

	private static List<String> rois(Random random, Path folder, FuzzSeeds seeds)
		throws IOException
	{
		boolean many = random.nextBoolean();
		byte[] bytes = Mutation.of(many ? seeds.rois() : seeds.roi(random), random);
		String file = written(folder, many ? "r.zip" : "r.roi", bytes);
		String command = random.nextBoolean() ? "rois-to-labels" : "measure-objects";
		return List.of(command, written(folder, "i.tif", seeds.image("tif")), "--from=" + file,
			save(folder));
	}

	private static List<String> options(Random random, Path folder, FuzzSeeds seeds)
		throws IOException
	{
		ImageCommand command = Commands.all().get(random.nextInt(Commands.all().size()));
		List<String> arguments = new ArrayList<>();
		arguments.add(command.spec().verb());
		arguments.add(written(folder, "i.tif", seeds.image("tif")));
		arguments.add(save(folder));
		List<Key> keys = Options.keys(command.spec().options());
		for (Key key : keys) {
			// Where results go is the user's choice, whatever it is.
			if (key.name().equals("save") || random.nextInt(keys.size()) > 2) continue;
			boolean known = !key.choices().isEmpty() && random.nextBoolean();
			String value = known ? key.choices().get(random.nextInt(key.choices().size()))
				: Mutation.word(random);
			arguments.add("--" + key.name() + "=" + value);
		}
		boolean model = arguments.stream().anyMatch(a -> a.startsWith("--model="));
		if (!model && keys.stream().anyMatch(k -> k.name().equals("model")))
			arguments.add("--model=" + seeds.path(FuzzSeeds.modelFor(command)));
		return arguments;
	}

	private static List<String> question(Random random) {
		String[] words = { "how many", "cells", "is", "the", "where", "area", "nuclei", "?", "not",
			"wie viele", "combien", "\u7ec6\u80de", "\u7d30\u80de", "10,000", "3e9", "-5", "%", "per",
			"image" };
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(40); i >= 0; i--) {
			boolean odd = random.nextInt(4) == 0;
			text.append(odd ? Mutation.word(random) : words[random.nextInt(words.length)]).append(' ');
		}
		List<String> arguments = new ArrayList<>(List.of("advise", "--question=" + text));
		if (random.nextBoolean()) arguments.add("--images=" + Mutation.word(random));
		if (random.nextBoolean()) arguments.add("--json");
		return arguments;
	}
}
