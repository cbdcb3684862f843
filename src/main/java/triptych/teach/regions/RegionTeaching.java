package triptych.teach.regions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import triptych.core.Plural;
import triptych.core.Progress;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.session.Provenance;
import triptych.teach.ExampleClasses;
import triptych.teach.ExampleImages;
import triptych.teach.ExampleSources;
import triptych.teach.ModelTarget;
import triptych.teach.TeachResult;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Examples;
import triptych.teach.learn.LinearClassifier;
import triptych.teach.learn.LinearLearner;
import triptych.teach.learn.UnitCurve;

/** Teach Regions...: from marked pixels to a model that tells the class of every pixel. */
public final class RegionTeaching {

	public static final String COMMAND = "Teach Regions...", VERB = "teach-regions";

	/** With this share of the errors that filters alone make the network is worth its time. */
	private static final double WORTH = 0.9;

	private RegionTeaching() {}

	/** What speaks against these values, in a sentence; blank where nothing is known to. */
	public static String problem(Map<String, String> keys) {
		try {
			target(Options.of(RegionOptions.class, keys));
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	private static ModelTarget target(RegionOptions options) {
		return ModelTarget.of(options.name(), options.save(), options.overwrite());
	}

	/**
	 * @param image the open image; null where there is none, and then examples must name files
	 * @throws TriptychException with a sentence for the user; nothing has been written then
	 */
	public static TeachResult of(ImagePlus image, Map<String, String> keys, Progress progress) {
		RegionOptions options = Options.of(RegionOptions.class, keys);
		ModelTarget target = target(options);
		ExampleSources.Asked asked =
			new ExampleSources.Asked(options.examples(), options.images(), COMMAND, true);
		try (ExampleImages images = ExampleSources.of(image, asked)) {
			ExampleClasses known = ExampleClasses.of(images, progress);
			PixelExamples pixels =
				PixelExamples.of(images, known, backgroundFirst(known.names()), progress);
			progress.check();
			return taught(pixels, target, options, progress);
		}
	}

	private static List<String> backgroundFirst(List<String> names) {
		List<String> order = new ArrayList<>(names);
		for (String name : names)
			if (name.equalsIgnoreCase(RegionDescription.BACKGROUND) && order.remove(name))
				order.add(0, name);
		return order;
	}

	private static TeachResult taught(PixelExamples pixels, ModelTarget target,
		RegionOptions options, Progress progress)
	{
		RegionText text = new RegionText(pixels);
		Choice choice = Choice.of(pixels, options.network(), text, progress);
		LinearClassifier classifier = choice.learner().learn(choice.examples());
		choice.made().ifPresentOrElse(made -> {
			text.add(made);
			text.add(UnitCurve.of(choice.examples(), choice.learner()), made, options.goal());
		}, text::noValidation);
		text.lines().addAll(pixels.notes());
		String name = target.name(), version = Provenance.version();
		List<String> classes = pixels.examples().classes();
		RegionGraph graph = RegionGraph.of(name, pixels.channels(),
			Optional.of(pixels.range()).filter(r -> choice.network()));
		String card = "# " + name + "\n\nTaught by example with Triptych " + version + ".\n\n- "
			+ String.join("\n- ", text.lines()) + "\n";
		target.write(graph.scores(classifier, classes, version),
			RegionDescription.of(name, classes, choice.network(), pixels.micrometres()), card);
		List<String> lines = new ArrayList<>(text.lines());
		lines.add("Written to \"" + target.description() + "\".");
		String summary = "the model " + name + " knows "
			+ Plural.of(classes.size(), "class", "classes") + " of regions";
		return new TeachResult(target.description(), classes, choice.made(), lines,
			Options.values(options), summary);
	}

	/** The features that are learnt from. */
	private record Choice(boolean network, Examples examples, LinearLearner learner,
		Optional<CrossValidation> made)
	{

		static Choice of(PixelExamples pixels, RegionOptions.NetworkUse use, RegionText text,
			Progress progress)
		{
			int filters = RegionGraph.filters(pixels.channels());
			int[] units = pixels.unitsPerClass();
			boolean enough = Arrays.stream(units).min().orElse(0) > 1;
			Examples all = pixels.examples(), few = pixels.first(filters);
			if (!enough || use != RegionOptions.NetworkUse.AUTO) {
				boolean network = use == RegionOptions.NetworkUse.YES;
				Examples taken = network ? all : few;
				text.features(network, filters, Double.NaN, Double.NaN);
				return enough ? tried(network, taken, units)
					: new Choice(network, taken, LinearLearner.USUAL, Optional.empty());
			}
			Choice without = tried(false, few, units);
			progress.check();
			Choice with = tried(true, all, units);
			double alone = without.balanced(), both = with.balanced();
			boolean network = 1 - both < WORTH * (1 - alone);
			text.features(network, filters, alone, both);
			return network ? with : without;
		}

		private static Choice tried(boolean network, Examples examples, int[] units) {
			LinearLearner learner = LinearLearner.best(examples);
			return new Choice(network, examples, learner,
				Optional.of(CrossValidation.of(examples, learner, units)));
		}

		private double balanced() {
			return made.orElseThrow().balanced().value();
		}
	}
}
