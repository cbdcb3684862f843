package triptych.plugin;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.ij.convert.Position;
import triptych.ij.draw.Colouring;
import triptych.ij.draw.PreviewPaint;
import triptych.preview.Preview;

/**
 * What a preview shows on the image and beside it. All of it is drawn by the thread of the windows,
 * and nothing any more once the dialog is closed.
 */
final class PreviewView {

	private final PreviewPanel panel;
	/** Null where there is no image. */
	private final PreviewPaint paint;
	private volatile boolean closed;

	PreviewView(ImagePlus image, PreviewPanel panel) {
		this.panel = panel;
		paint = image == null ? null : new PreviewPaint(image);
	}

	boolean isClosed() {
		return closed;
	}

	/** Does something in the thread of the windows. */
	void later(Runnable change) {
		EventQueue.invokeLater(() -> {
			if (!closed) change.run();
		});
	}

	void say(String sentence) {
		later(() -> panel.say(sentence));
	}

	void regions(LabelMap map, double opacity, Position position) {
		Map<String, Double> shares = Preview.shares(map);
		later(() -> {
			paint.regions(map, opacity, position);
			panel.regions(shares);
		});
	}

	/** @param limit the threshold on the scores, NaN where there is none */
	void objects(Preview.Look look, Preview preview, double[] scores, double limit) {
		Map<String, Integer> counts = look.counts();
		int merged = look.merged();
		Colouring colouring = preview.colouring();
		Position position = preview.position();
		later(() -> {
			paint.objects(look.prediction(), look.kept(), colouring, position);
			panel.objects(counts, merged, scores, limit);
		});
	}

	void classes(List<ClassScore> best) {
		later(() -> panel.classes(best));
	}

	/** Takes everything away; called by the thread of the windows. */
	void hide() {
		unpaint();
		panel.say("");
	}

	private void unpaint() {
		if (paint != null) paint.remove();
	}

	/** The image gets its own overlay back, before this returns. */
	void close() {
		closed = true;
		if (EventQueue.isDispatchThread()) {
			unpaint();
			return;
		}
		try {
			EventQueue.invokeAndWait(this::unpaint);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (InvocationTargetException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
