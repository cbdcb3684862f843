package triptych.plugin;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import triptych.core.Classification;
import triptych.core.LabelMap;
import triptych.core.Stopped;
import triptych.core.TriptychException;
import triptych.ij.convert.Position;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.PreviewPaint;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.run.ModelSummary;
import triptych.run.Preview;

/**
 * Works beside an open dialog: opens the model that was chosen and tells about it, and shows what the command would give
 * with the values of the moment. One thread does it, and always for the latest values: what came between is left out.
 */
final class LivePreview {

	/** What the dialog says at the moment. */
	record Wish(Map<String, String> values, boolean preview, double opacity) {}

	/** Hears the answers, in the thread of the windows. */
	interface Answers {

		void model(ModelSummary facts);

		/** The model cannot be opened, so there is nothing to tell about it. */
		void noModel(String sentence);

		/** @param sentence why there is no preview, blank where there is one */
		void problem(String sentence);
	}

	private final ModelCommand<?> verb;
	private final ImagePlus image;
	private final PreviewPanel panel;
	private final PreviewPaint paint;
	private final Answers answers;
	private final AtomicReference<Wish> wish = new AtomicReference<>();
	private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
		Thread t = new Thread(work, "Triptych preview");
		t.setDaemon(true);
		return t;
	});
	/** Something was done to the image; a filter, but it may also be the contrast only. */
	private final AtomicBoolean updated = new AtomicBoolean();
	private final ImageListener listener = new ImageListener() {

		@Override
		public void imageOpened(ImagePlus opened) {}

		@Override
		public void imageClosed(ImagePlus gone) {
			if (gone != image) return;
			wish.set(null);
			imageGone = true;
			whileOpen(() -> {
				panel.say("");
				answers.noModel("The image \"" + image.getTitle() + "\" was closed; cancel, open it and choose the command again.");
			});
		}

		@Override
		public void imageUpdated(ImagePlus which) {
			if (which == image) updated.set(true);
		}
	};
	/** What comes later is not painted any more. */
	private volatile boolean closed;
	private volatile boolean imageGone;
	private String modelAsked;
	private ModelSummary facts;
	private Preview preview;
	private double[] scores = {};
	private String scoresFor = "";

	/** @param image null where there is none, as for a folder; then only the model is told about */
	LivePreview(ModelCommand<?> verb, ImagePlus image, PreviewPanel panel, Answers answers) {
		this.verb = verb;
		this.image = image;
		this.panel = panel;
		this.answers = answers;
		paint = image == null ? null : new PreviewPaint(image);
		ImagePlus.addImageListener(listener);
	}

	/** Called whenever something in the dialog has changed. */
	void wants(Wish now) {
		// The text of a field may still change while the dialog goes.
		if (!closed && !imageGone && wish.getAndSet(now) == null) thread.execute(this::work);
	}

	private void work() {
		for (Wish now = wish.get(); now != null; now = wish.get()) {
			answer(now);
			if (wish.compareAndSet(now, null)) return;
		}
	}

	private void answer(Wish now) {
		try {
			if (closed || !about(now.values())) return;
			Map<String, String> usable = new LinkedHashMap<>(now.values());
			// The dialog leaves them out as well, but only once it knows this model.
			usable.keySet().removeAll(facts.unusable());
			if (now.preview()) show(new Wish(usable, true, now.opacity()));
			else whileOpen(this::hide);
			whileOpen(() -> answers.problem(""));
		}
		catch (Stopped e) {
			later(p -> p.say("stopped"));
		}
		catch (TriptychException e) {
			none(now, e.getMessage());
		}
		catch (OutOfMemoryError e) {
			preview = null;
			// Not the end of the model, which is asked for again with the next value.
			if (facts == null) modelAsked = null;
			whileOpen(() -> {
				answers.problem("There is not enough memory for a preview of this image; OK may still work, as it needs less.");
				hide();
			});
		}
		catch (RuntimeException | LinkageError e) {
			// Such as an image that was closed or changed in this very moment; the next value is to be answered all the same.
			preview = null;
			none(now, "There is no preview: " + e + ".");
		}
	}

	private void none(Wish now, String sentence) {
		boolean opened = facts != null;
		whileOpen(() -> {
			if (opened) answers.problem(sentence);
			else answers.noModel(sentence);
			// An old picture would be taken for that of the new values.
			if (now.preview()) hide();
		});
	}

	/** Opens the model if it is another one; false where the command cannot use it. */
	private boolean about(Map<String, String> values) {
		String asked = values.get("model") + " " + values.get("device");
		if (!asked.equals(modelAsked)) {
			modelAsked = asked;
			facts = null;
			Map<String, String> model = new LinkedHashMap<>();
			model.put("model", values.getOrDefault("model", ""));
			model.put("device", values.getOrDefault("device", "auto"));
			ModelSummary told = ModelSummary.of(verb, image, model);
			facts = told;
			whileOpen(() -> answers.model(told));
		}
		return facts != null && facts.problem().isEmpty();
	}

	private void show(Wish now) {
		IJ.resetEscape();
		boolean touched = updated.getAndSet(false);
		if (preview == null || !preview.holds(image, now.values()) || touched && !preview.seesTheSame()) {
			preview = null;
			later(p -> p.say("running the model on this plane ..."));
			preview = Preview.of(verb, image, now.values(), () -> closed);
			scoresFor = "";
			IJ.showProgress(1);
			IJ.showStatus("");
		}
		Preview.Look look = preview.look(now.values());
		Position position = preview.position();
		if (verb == Commands.SEGMENT_REGIONS) {
			LabelMap map = (LabelMap) look.prediction();
			Map<String, Double> shares = Preview.shares(map);
			whileOpen(() -> paint.regions(map, now.opacity(), position));
			later(p -> p.regions(shares));
		}
		else if (look.prediction() instanceof Classification c) later(p -> p.classes(Preview.best(c)));
		else {
			String candidates = now.values().get("overlap") + now.values().get("cutoff");
			if (!candidates.equals(scoresFor)) scores = preview.scores(now.values());
			scoresFor = candidates;
			Map<String, Integer> counts = look.counts();
			double limit = limit(now.values());
			Colouring colouring = preview.colouring();
			whileOpen(() -> paint.objects(look.prediction(), look.kept(), colouring, position));
			later(p -> p.objects(counts, scores, limit));
		}
	}

	private double limit(Map<String, String> values) {
		String typed = values.getOrDefault("confidence", "model");
		return Double.parseDouble(typed.equals("model") ? facts.defaults().get("confidence") : typed);
	}

	private void later(Consumer<PreviewPanel> change) {
		whileOpen(() -> change.accept(panel));
	}

	private void whileOpen(Runnable change) {
		EventQueue.invokeLater(() -> {
			if (!closed) change.run();
		});
	}

	private void hide() {
		if (paint != null) paint.remove();
		panel.say("");
	}

	/** The image gets its own overlay back; a model that is still running ends after its tile. */
	void close() {
		closed = true;
		ImagePlus.removeImageListener(listener);
		// Not interrupted: that would close the files of a model, or of the native library, that are just being read.
		thread.shutdown();
		onWindowsThread(() -> {
			if (paint != null) paint.remove();
		});
	}

	private static void onWindowsThread(Runnable work) {
		if (EventQueue.isDispatchThread()) {
			work.run();
			return;
		}
		try {
			EventQueue.invokeAndWait(work);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (InvocationTargetException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
