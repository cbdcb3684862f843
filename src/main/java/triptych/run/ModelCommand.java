package triptych.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import ij.ImagePlus;
import triptych.core.Calibration;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.table.Quantity;
import triptych.measure.LabelRuns;
import triptych.measure.RegionStatistics;
import triptych.options.CommandSpec;
import triptych.options.ImageOptions;
import triptych.options.Key;
import triptych.options.RunOptions;
import triptych.options.Within;
import triptych.pipeline.join.PlaneLink;

/**
 * A command that runs a model: its task, what its keys keep of a prediction, and what it makes of
 * that. A new one is a subclass, an options record and a line in {@link Commands}.
 *
 * @param <O> the record of its keys
 */
public abstract non-sealed class ModelCommand<O extends RunOptions> implements ImageCommand {

	/** The files of score maps, which every model may have. */
	static final List<String> SCORE_MAPS = List.of("-probabilities.tif", "-uncertainty.tif");

	private final Task task;
	private final CommandSpec spec;

	protected ModelCommand(Task task, CommandSpec spec) {
		this.task = task;
		this.spec = spec;
	}

	/** What the keys keep, in pixels of the whole plane; nothing is measured yet. */
	abstract Kept kept(Prediction prediction, PlaneContext<O> run, Crop crop);

	/** Table, ROIs and label map of what was kept. */
	abstract PlaneResult result(Kept kept, PlaneContext<O> run, Place place, Progress progress);

	/**
	 * The keys with a value that may have left out all that the model found.
	 *
	 * @param calibration of the image, for the units of the values
	 */
	abstract List<String> leavesOut(O options, Calibration calibration);

	/** An area with its unit, such as {@code smallest=20 (µm²)}. */
	static String area(String key, double value, Calibration calibration) {
		return key + "=" + Key.plain(value) + Quantity.AREA.suffix(calibration.unit());
	}

	/**
	 * Which objects of a label map the keys keep; empty where they do more than leave objects out.
	 *
	 * @param regions of the label map
	 */
	Optional<Predicate<Segment>> keeps(RegionStatistics regions, PlaneContext<O> run, Crop crop) {
		return Optional.empty();
	}

	/**
	 * @param prediction what was kept
	 * @param runs those of the label map, where they are known already
	 * @param ids over all planes of boxes or masks, where they are linked
	 */
	public record Kept(Prediction prediction, Optional<LabelRuns> runs, Optional<int[]> ids) {

		Kept(Prediction prediction, Optional<LabelRuns> runs) {
			this(prediction, runs, Optional.empty());
		}

		static Kept of(Prediction prediction) {
			return new Kept(prediction, Optional.empty());
		}

		/** The same objects with other classes. */
		Kept with(Prediction other) {
			return new Kept(other, runs, ids);
		}

		/** With ids over all planes. */
		Kept linked(PlaneLink link) {
			if (prediction instanceof LabelMap map) return of(link.linked(map));
			int[] own = link.ids(prediction.as(Detections.class));
			return new Kept(prediction, runs, Optional.of(own));
		}
	}

	/** The task whose models it runs. */
	public final Task task() {
		return task;
	}

	/** True where it gives the class of every pixel, not objects. */
	public final boolean givesRegions() {
		return task == Task.SEMANTIC_SEGMENTATION;
	}

	@Override
	public final CommandSpec spec() {
		return spec;
	}

	@Override
	public final String check(ImagePlus image, ImageOptions options) {
		PlaneSelection.of(image, options, false);
		ImageCheck.isNoLabelImage(image);
		return "";
	}

	/** Keys that leave out what was found, those that all commands share too. */
	final List<String> leftOutBy(O options, Calibration calibration) {
		List<String> keys = new ArrayList<>(leavesOut(options, calibration));
		if (options.within() == Within.SELECTION) keys.add("within=selection");
		return keys;
	}

	/** The options as the record that belongs to this command. */
	@SuppressWarnings("unchecked")
	final O own(RunOptions options) {
		return (O) spec.options().cast(options);
	}
}
