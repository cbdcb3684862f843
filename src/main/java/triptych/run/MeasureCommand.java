package triptych.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.MeasuredPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.ClassColours;
import triptych.measure.LabelRuns;
import triptych.measure.Medians;
import triptych.measure.RegionStatistics;
import triptych.model.Similar;
import triptych.options.CommandSpec;
import triptych.options.MeasureOptions;
import triptych.options.ObjectOrigin;
import triptych.options.ObjectsOptions.Border;
import triptych.options.Options;
import triptych.options.Output;
import triptych.result.Plots;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.Tables;

/**
 * Measure Objects...: the measurements of Segment Objects... for ROIs or labels that somebody has
 * looked through.
 */
final class MeasureCommand extends ObjectCommand<MeasureOptions> {

	MeasureCommand() {
		super(new CommandSpec("measure-objects", "Measure Objects...", MeasureOptions.class,
			"objects", "labels", true, Plots.FILES));
	}

	@Override
	ObjectSource source(ImagePlus image, MeasureOptions options) {
		boolean auto = options.from().kind() == ObjectOrigin.Kind.AUTO;
		if (auto && LabelPlane.isOurs(image)) throw new TriptychException("\"" + image.getTitle()
			+ "\" holds label numbers and no intensities; click the image that they are of and measure"
			+ " again, with from=" + Options.quoted(image.getTitle()) + " where these labels are meant.");
		return ObjectSource.of(image, options.from());
	}

	@Override
	Set<Output> outputs(MeasureOptions options) {
		return options.outputs();
	}

	@Override
	boolean takesFromFile(MeasureOptions options) {
		return ObjectSource.isFile(options.from());
	}

	@Override
	Work work(ImagePlus image, MeasureOptions options) {
		return new Measuring(image, options);
	}

	private static final class Measuring implements Work {

		private final ImagePlus image;
		private final MeasureOptions options;
		private final List<String> classes;
		private final Set<String> classesSeen = new LinkedHashSet<>();
		private int kept, all;

		Measuring(ImagePlus image, MeasureOptions options) {
			this.image = image;
			this.options = options;
			classes = options.classes().names();
		}

		@Override
		public LabelMap meant(LabelMap found) {
			return found;
		}

		/** Objects that are left out become background; the others keep their ids. */
		@Override
		public LabelMap kept(LabelMap objects) {
			double pixel = Position.calibration(image).pixelArea();
			RegionStatistics regions = RegionStatistics.of(objects.ids(), objects.width(),
				objects.height(), objects.maxId());
			objects.segments().forEach(s -> classesSeen.add(s.best().className()));
			List<Segment> stay = objects.segments().stream()
				.filter(s -> isKept(s, regions.pixels(s.id()) * pixel, regions.touchesBorder(s.id())))
				.toList();
			all += objects.segments().size();
			kept += stay.size();
			return objects.only(stay);
		}

		private boolean isKept(Segment s, double area, boolean atBorder) {
			boolean named = classes.isEmpty() || classes.contains(s.best().className());
			// Objects that were drawn by hand have no score (NaN) and stay.
			boolean sure = !(s.best().score() < options.confidence());
			boolean small = options.largest() == 0 || area <= options.largest();
			boolean whole = options.border() == Border.KEEP || !atBorder;
			return named && sure && area >= options.smallest() && small && whole;
		}

		@Override
		public Table table(LabelMap objects, Position position, Progress progress) {
			Plane measured = MeasuredPlane.of(ImagePlane.of(image, position), image);
			LabelRuns runs = LabelRuns.of(objects.ids(), objects.width(), objects.height());
			RegionStatistics regions = RegionStatistics.of(runs, measured, objects.maxId());
			Medians medians = null;
			if (options.columns() != MeasureOptions.Columns.STANDARD) {
				// Where an even number of pixels has two in the middle, ImageJ takes the upper of whole
				// numbers.
				boolean upper = image.getBitDepth() != 32;
				medians = Medians.of(objects.ids(), measured, regions, upper);
			}
			return new Tables(position, Position.calibration(image)).ofObjects(objects, runs, regions,
				medians);
		}

		@Override
		public List<String> notes() {
			String seen = classesSeen.size() > 1 ? "es " : " ";
			for (String name : classes)
				if (!classesSeen.contains(name)) throw new TriptychException(
					"The key classes has the value \"" + name + "\", but the objects here are of the class"
						+ seen + String.join(", ", classesSeen) + Similar.ending(name, classesSeen));
			if (kept == all) return List.of();
			return List.of(all - kept + " of " + all + " were left out by the keys");
		}

		@Override
		public Result finished(Result result, ClassColours colours) {
			return result.withPlots(Plots.of(result.table(), options.histogram(), options.scatter(),
				ResultFiles.stem(image.getTitle()), colours));
		}
	}
}
