package triptych.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import ij.IJ;
import triptych.core.Progress;
import triptych.options.CommandSpec;

/**
 * Shows in ImageJ's status bar what a run does, how fast and for how long yet, and hears the Esc
 * key. The line changes no more than twice a second, so that it can be read and costs nothing.
 */
public final class StatusBar implements Progress {

	private static final long BETWEEN_LINES = 500_000_000L;

	private final String command;
	private final int planes;
	private final boolean shown;
	private final LongSupplier clock;
	private final Consumer<String> line;
	private final long start;
	private long last;
	private int finished;

	/**
	 * @param planes planes that are wanted
	 * @param shown false where somebody else shows the progress of many images
	 */
	public StatusBar(CommandSpec spec, int planes, boolean shown) {
		this(spec, planes, shown, System::nanoTime, IJ::showStatus);
	}

	public StatusBar(CommandSpec spec, int planes, boolean shown, LongSupplier clock,
		Consumer<String> line)
	{
		command = spec.title();
		this.planes = planes;
		this.shown = shown;
		this.clock = clock;
		this.line = line;
		start = clock.getAsLong();
		last = start - BETWEEN_LINES;
	}

	/** Says what takes its time before the first plane. */
	public static void stage(String what) {
		IJ.showStatus("Triptych: " + what + "...");
	}

	/** A plane begins. */
	public void plane(int before) {
		finished = before;
	}

	@Override
	public void at(int done, int tiles) {
		if (!shown) return;
		double planesDone = finished + (double) done / tiles;
		IJ.showProgress(planesDone / planes);
		long now = clock.getAsLong();
		if (now - last < BETWEEN_LINES) return;
		last = now;
		double seconds = (now - start) / 1e9;
		Rate rate = planes > 1 ? Rate.of(planesDone, planes, seconds, "planes")
			: Rate.of(done, tiles, seconds, "tiles");
		String left = done == tiles && planes == 1 ? "" : rate.text();
		line.accept(command + ": " + stage(done, tiles) + left);
	}

	private String stage(int done, int tiles) {
		List<String> words = new ArrayList<>();
		if (planes > 1) words.add("plane " + (finished + 1) + " of " + planes);
		if (done == tiles) words.add("measuring");
		else if (tiles > 1) words.add("tile " + (done + 1) + " of " + tiles);
		else if (planes == 1) words.add("running");
		return String.join(", ", words);
	}

	@Override
	public boolean stopped() {
		return IJ.escapePressed();
	}
}
