package triptych.plugin.review;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import ij.plugin.PlugIn;
import triptych.core.TriptychException;
import triptych.folder.FolderReview;
import triptych.folder.ReviewOptions;
import triptych.options.Options;
import triptych.plugin.CommandCall;
import triptych.plugin.ErrorDialog;
import triptych.plugin.OptionsDialog;

/**
 * Review Folder...: opens the window in which the results of a folder run are looked through and
 * corrected, image after image. A macro opens it too and goes on.
 */
public final class ReviewFolder implements PlugIn {

	@Override
	public void run(String arg) {
		ErrorDialog.shown(ReviewOptions.COMMAND, () -> CommandCall.run(ReviewFolder::ask, (keys,
			macro) -> {
			ReviewOptions options = Options.of(ReviewOptions.class, keys);
			if (GraphicsEnvironment.isHeadless()) throw new TriptychException(ReviewOptions.COMMAND
				+ " is a window in which somebody looks at images; start it on a computer with a screen.");
			FolderReview review = FolderReview.open(options);
			open(review);
			return new CommandCall.Done(Options.values(options), false);
		}));
	}

	/** The first image is there when this returns: the next line of a macro may be about it. */
	private static void open(FolderReview review) {
		CompletableFuture<Void> first = new CompletableFuture<>();
		Runnable window = () -> {
			try {
				new ReviewWindow(review, first).begin();
			}
			catch (RuntimeException e) {
				review.close();
				first.completeExceptionally(e);
			}
		};
		EventQueue.invokeLater(window);
		if (!EventQueue.isDispatchThread()) first.join();
	}

	private static Map<String, String> ask() {
		return OptionsDialog.ask(ReviewOptions.COMMAND, Options.keys(ReviewOptions.class),
			ReviewFolder::problem);
	}

	private static String problem(Map<String, String> values) {
		try {
			FolderReview.open(Options.of(ReviewOptions.class, values)).close();
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}
}
