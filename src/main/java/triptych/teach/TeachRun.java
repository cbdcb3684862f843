package triptych.teach;

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
import triptych.teach.learn.Classifier;
import triptych.teach.learn.Examples;
import triptych.teach.learn.Learner;
import triptych.teach.learn.LearnerChoice;
import triptych.teach.learn.LearningCurve;
import triptych.teach.learn.LinearLearner;

/** Teach Classes...: from examples of objects to a model that tells their classes. */
public final class TeachRun {

	public static final String COMMAND = "Teach Classes...", VERB = "teach-classes";

	private TeachRun() {}

	/** What speaks against these values, in a sentence; blank where nothing is known to. */
	public static String problem(Map<String, String> keys) {
		try {
			target(Options.of(TeachOptions.class, keys));
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	/**
	 * @param image the open image; null where there is none, and then examples must name files
	 * @throws TriptychException with a sentence for the user; nothing has been written then
	 */
	public static TeachResult of(ImagePlus image, Map<String, String> keys, Progress progress) {
		TeachOptions options = Options.of(TeachOptions.class, keys);
		ModelTarget target = target(options);
		ExampleSources.Asked asked =
			new ExampleSources.Asked(options.examples(), options.images(), COMMAND, false);
		try (ExampleImages images = ExampleSources.of(image, asked)) {
			Gathered gathered = Gathered.of(images, progress);
			progress.check();
			return taught(gathered, target, options);
		}
	}

	private static ModelTarget target(TeachOptions options) {
		return ModelTarget.of(options.name(), options.save(), options.overwrite());
	}

	private static TeachResult taught(Gathered gathered, ModelTarget target,
		TeachOptions options)
	{
		Examples examples = gathered.examples();
		TeachText text = new TeachText(gathered);
		boolean enough = Arrays.stream(examples.perClass()).min().orElse(0) > 1;
		Optional<LearnerChoice> choice = enough ? Optional.of(LearnerChoice.of(examples))
			: Optional.empty();
		Learner learner = choice.map(LearnerChoice::learner).orElse(LinearLearner.USUAL);
		Classifier classifier = learner.learn(examples);
		choice.ifPresentOrElse(text::add, text::noValidation);
		choice.map(LearnerChoice::made).ifPresent(m -> {
			List<LearningCurve.Point> curve = LearningCurve.of(examples, learner);
			if (!curve.isEmpty()) text.add(curve, m, options.goal());
		});
		text.lines().addAll(gathered.notes());
		String name = target.name(), version = Provenance.version();
		TaughtModel model = new TaughtModel(name, examples.classes(), gathered.channels(),
			gathered.levels(), classifier);
		String card = "# " + name + "\n\nTaught by example with Triptych " + version + ".\n\n- "
			+ String.join("\n- ", text.lines()) + "\n";
		target.write(model.graph(version), model.description(gathered.micrometres()), card);
		List<String> lines = new ArrayList<>(text.lines());
		lines.add("Written to \"" + target.description() + "\".");
		String summary = "the model " + name + " knows " + Plural.of(examples.classes().size(), "class",
			"classes") + " by " + Plural.of(examples.count(), "example");
		return new TeachResult(target.description(), examples.classes(),
			choice.map(LearnerChoice::made), lines, Options.values(options), summary);
	}
}
