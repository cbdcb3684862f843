package triptych.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import triptych.core.Classification;
import triptych.core.LabelMap;
import triptych.core.Stopped;
import triptych.core.TriptychException;
import triptych.preview.ModelSummary;
import triptych.preview.Preview;
import triptych.run.ModelCommand;
import triptych.session.RememberedRuns;

/**
 * Works beside an open dialog: opens the model that was chosen and tells about it, and shows what
 * the command would give with the values of the moment.
 */
public final class LivePreview {

	/** What the dialog says at the moment. */
	public record Wish(Map<String, String> values, boolean preview, double opacity) {}

	/** Hears the answers, in the thread of the windows. */
	public interface Answers {

		void model(ModelSummary facts);

		/** The model cannot be opened, so there is nothing to tell about it. */
		void noModel(String sentence);

		/** @param sentence why there is no preview, blank where there is one */
		void problem(String sentence);
	}

	private static final String NO_MEMORY = "There is not enough memory for a preview of this image;"
		+ " OK may still work, as it needs less.";

	/** Keys that say which model runs, and where. */
	private static final Set<String> OF_THE_MODEL = Set.of("model", "things", "stuff", "device");

	private final ModelCommand<?> command;
	private final ImagePlus image;
	private final Answers answers;
	private final PreviewView view;
	private final ImageWatch watch;
	private final LatestOnly<Wish> worker = new LatestOnly<>("Triptych preview", this::answer);
	private String modelAsked;
	/** Null where the model could not be opened. */
	private ModelSummary facts;
	/** Null until the model has run on the plane. */
	private Preview preview;
	private double[] scores = {};
	private String scoresFor = "";

	/** @param image null where there is none, as for a folder; then only the model is told about */
	public LivePreview(ModelCommand<?> command, ImagePlus image, PreviewPanel panel,
		Answers answers)
	{
		this.command = command;
		this.image = image;
		this.answers = answers;
		view = new PreviewView(image, panel);
		watch = new ImageWatch(image, this::imageClosed);
		watch.start();
		RememberedRuns.start();
	}

	/** Called whenever something in the dialog has changed. */
	public void wants(Wish now) {
		worker.wants(now);
	}

	private void imageClosed() {
		worker.close();
		view.say("");
		view.later(() -> answers.noModel("The image \"" + image.getTitle()
			+ "\" was closed; cancel, open it and choose the command again."));
	}

	private void answer(Wish now) {
		try {
			if (view.isClosed() || !canUseModel(now.values())) return;
			if (now.preview()) show(usable(now));
			else view.later(view::hide);
			view.later(() -> answers.problem(""));
		}
		catch (Stopped e) {
			view.say("stopped");
		}
		catch (TriptychException e) {
			none(now, e.getMessage());
		}
		catch (OutOfMemoryError e) {
			preview = null;
			// Not the end of the model, which is asked for again with the next value.
			if (facts == null) modelAsked = null;
			view.later(() -> {
				answers.problem(NO_MEMORY);
				view.hide();
			});
		}
		catch (RuntimeException | LinkageError e) {
			// Such as an image that was closed or changed in this very moment.
			preview = null;
			none(now, "There is no preview: " + e + ".");
		}
	}

	/** The dialog leaves them out as well, but only once it knows this model. */
	private Wish usable(Wish now) {
		Map<String, String> usable = new LinkedHashMap<>(now.values());
		usable.keySet().removeAll(facts.unusable());
		return new Wish(usable, now.preview(), now.opacity());
	}

	private void none(Wish now, String sentence) {
		boolean opened = facts != null;
		view.later(() -> {
			if (opened) answers.problem(sentence);
			else answers.noModel(sentence);
			// An old picture would be taken for that of the new values.
			if (now.preview()) view.hide();
		});
	}

	/** Opens the model if it is another one; false where the command cannot use it. */
	private boolean canUseModel(Map<String, String> values) {
		Map<String, String> keys = new LinkedHashMap<>(values);
		keys.keySet().retainAll(OF_THE_MODEL);
		String asked = keys.toString();
		if (!asked.equals(modelAsked)) {
			modelAsked = asked;
			facts = null;
			ModelSummary told = ModelSummary.of(command, image, keys);
			facts = told;
			view.later(() -> answers.model(told));
		}
		return facts != null && facts.problem().isEmpty();
	}

	private void show(Wish now) {
		IJ.resetEscape();
		if (!isStillTrue(now.values())) runModel(now.values());
		Preview.Look look = preview.look(now.values());
		if (command.givesRegions()) {
			view.regions((LabelMap) look.prediction(), now.opacity(), preview.position());
		}
		else if (look.prediction() instanceof Classification c) view.classes(Preview.best(c));
		else view.objects(look, preview, scores(now.values()), limit(now.values()));
	}

	/** Reads all pixels only where something was done to the image. */
	private boolean isStillTrue(Map<String, String> values) {
		boolean touched = watch.wasTouched();
		return preview != null && preview.holds(image, values)
			&& (!touched || preview.seesTheSame());
	}

	private void runModel(Map<String, String> values) {
		preview = null;
		view.say("running the model on this plane ...");
		preview = Preview.of(command, image, values, view::isClosed);
		scoresFor = "";
		IJ.showProgress(1);
		IJ.showStatus("");
	}

	private double[] scores(Map<String, String> values) {
		String candidates = values.get("overlap") + values.get("cutoff");
		if (!candidates.equals(scoresFor)) scores = preview.scores(values);
		scoresFor = candidates;
		return scores;
	}

	private double limit(Map<String, String> values) {
		String typed = values.getOrDefault("confidence", "model");
		return Double.parseDouble(typed.equals("model") ? facts.defaults().get("confidence") : typed);
	}

	/** The image gets its own overlay back; a model that is still running ends after its tile. */
	public void close() {
		watch.stop();
		worker.close();
		view.close();
		RememberedRuns.stop();
	}
}
