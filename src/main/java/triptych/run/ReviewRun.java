package triptych.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Segment;
import triptych.core.Stopped;
import triptych.core.Table;
import triptych.core.TriptychException;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.MeasuredPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.ClassColours;
import triptych.ij.draw.Rois;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;
import triptych.measure.Medians;
import triptych.measure.RegionStatistics;
import triptych.options.ImageOptions;
import triptych.options.LabelsToRoisOptions;
import triptych.options.MeasureOptions;
import triptych.options.ObjectsOptions;
import triptych.options.Options;
import triptych.options.Output;
import triptych.options.RoisToLabelsOptions;
import triptych.options.YesNo;
import triptych.result.Plots;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.StatusBar;
import triptych.result.Tables;
import triptych.session.Provenance;

/** Takes the objects of each plane from where they are, keeps what the keys keep, and gives them in the other form. */
public final class ReviewRun {

	/** More values than these, in more parts each on average, are no labels; classes may lie in many parts, but are few. */
	private static final int VALUES = 50, SPECKS = 50;

	private final Review review;
	private final ImagePlus image;
	private final ImageOptions options;
	private final ObjectSource source;
	private final Set<String> classesSeen = new LinkedHashSet<>();
	private final ClassColours colours = new ClassColours();
	private int kept, all;
	/** A label of many parts is what a binary mask looks like. */
	private int partsOfOnly;

	private ReviewRun(Review review, ImagePlus image, ImageOptions options) {
		this.review = review;
		this.image = image;
		this.options = options;
		source = source(image, options);
	}

	/** Where the objects of a review are. */
	static ObjectSource source(ImagePlus image, ImageOptions options) {
		if (options instanceof LabelsToRoisOptions o) return ObjectSource.labels(image, o.from());
		return options instanceof MeasureOptions o ? measured(image, o.from()) : ObjectSource.of(image,
			((RoisToLabelsOptions) options).from());
	}

	private static ObjectSource measured(ImagePlus image, String from) {
		if (from.equals("auto") && LabelPlane.isOurs(image)) throw new TriptychException("\"" + image.getTitle() + "\" holds "
			+ "label numbers and no intensities; click the image that they are of and measure again, with from=" + Options.quoted(
				image.getTitle()) + " where these labels are meant.");
		return ObjectSource.of(image, from);
	}

	public static Result run(Review review, ImagePlus image, Record options) {
		if (image == null) throw new TriptychException("There is no image open; open one first (File > Open...).");
		return new ReviewRun(review, image, (ImageOptions) options).result();
	}

	private Result result() {
		List<Position> asked = PlaneSelection.of(image, options.slices(), options.frames(), "all");
		Optional<ResultFiles> files = options.save().isEmpty() ? Optional.empty() : Optional.of(new ResultFiles(options
			.save(), image.getTitle(), review.spec(), options.overwrite()));
		ResultBuilder gathered = new ResultBuilder(review, options, image, asked.size(), List.of());
		StatusBar progress = new StatusBar(review.spec(), asked.size(), true);
		for (Position position : asked)
			try {
				progress.plane(gathered.planes());
				progress.at(0, 1);
				gathered.add(position, List.of(on(position, progress)));
			}
			catch (Stopped e) {
				if (gathered.planes() == 0) throw e;
				break;
			}
		if (options instanceof MeasureOptions o) checkClasses(o);
		Map<String, String> facts = new LinkedHashMap<>(Map.of("triptych", Provenance.version()));
		String note = note();
		if (!note.isEmpty()) facts.put("note", note);
		colours.paint(gathered.rois());
		Result result = gathered.result(Options.values((Record) options), facts);
		if (options instanceof MeasureOptions o) result = result.withPlots(Plots.of(result.table(), o.histogram(), o.scatter(),
			ResultFiles.stem(image.getTitle()), colours));
		return files.isEmpty() ? result : result.withFiles(files.get().write(result));
	}

	private PlaneRun.Found on(Position position, StatusBar progress) {
		LabelMap map = source.on(position);
		List<Roi> rois = List.of();
		Table table = new Table(List.of("Label"), List.of(), "");
		if (options instanceof LabelsToRoisOptions o) {
			if (o.split() == YesNo.YES) map = split(map);
			else checkLabels(map);
		}
		colours.add(map);
		progress.check();
		if (options instanceof MeasureOptions o) {
			map = kept(map, o);
			progress.check();
			table = table(map, position, o);
			progress.check();
		}
		if (options.outputs().contains(Output.ROIS) || Output.draws(options.outputs())) rois = new Rois("", position).of(map,
			progress);
		return new PlaneRun.Found(map, table, rois, Optional.of(map), map.segments().size(), (long) map.width() * map
			.height(), "");
	}

	/** The values of a photograph lie in thousands of specks; the pixels of an object mostly hang together. */
	private void checkLabels(LabelMap map) {
		int values = map.segments().size();
		if (values == 0 || LabelPlane.isOurs(image)) return;
		int parts = ConnectedComponents.of(map.ids(), map.width(), map.height(), true).count();
		if (values == 1) partsOfOnly = Math.max(partsOfOnly, parts);
		else if (values > VALUES && parts > SPECKS * values) throw new TriptychException("\"" + image.getTitle()
			+ "\" does not look like a label image: its " + values + " values lie in " + parts + " separate parts. Segment it first, or "
			+ "where it is a mask, number its objects with split=yes.");
	}

	private Table table(LabelMap map, Position position, MeasureOptions o) {
		Plane measured = MeasuredPlane.of(ImagePlane.of(image, position), image);
		LabelRuns runs = LabelRuns.of(map.ids(), map.width(), map.height());
		RegionStatistics regions = RegionStatistics.of(runs, measured, map.maxId());
		// Where an even number of pixels has two in the middle, ImageJ takes the upper of whole numbers.
		Medians medians = o.columns() == MeasureOptions.Columns.STANDARD ? null : Medians.of(map.ids(), measured, regions, image
			.getBitDepth() != 32);
		return new Tables(position, Position.calibration(image)).ofObjects(map, runs, regions, medians);
	}

	/** The connected parts as objects of their own, with the class of the label they were. */
	private static LabelMap split(LabelMap map) {
		ConnectedComponents parts = ConnectedComponents.of(map.ids(), map.width(), map.height(), true);
		ClassScore[] byId = new ClassScore[map.maxId() + 1];
		map.segments().forEach(s -> byId[s.id()] = s.best());
		int[] ids = parts.values();
		List<Segment> segments = new ArrayList<>(parts.count());
		for (int part = 1; part <= parts.count(); part++)
			segments.add(new Segment(part, byId[ids[part]], true));
		return new LabelMap(map.width(), map.height(), parts.labels(), segments);
	}

	/** Objects that are left out become background; the others keep their ids. */
	private LabelMap kept(LabelMap map, MeasureOptions o) {
		Set<String> classes = classes(o);
		double pixel = Position.calibration(image).pixelArea();
		RegionStatistics regions = RegionStatistics.of(map.ids(), map.width(), map.height(), map.maxId());
		List<Segment> stay = map.segments().stream().filter(s -> {
			classesSeen.add(s.best().className());
			double area = regions.pixels(s.id()) * pixel, score = s.best().score();
			return (classes.isEmpty() || classes.contains(s.best().className())) && !(score < o.confidence()) && area >= o
				.smallest() && (o.largest() == 0 || area <= o.largest()) && (o.border() == ObjectsOptions.Border.KEEP || !regions
					.touchesBorder(s.id()));
		}).toList();
		all += map.segments().size();
		kept += stay.size();
		return map.only(stay);
	}

	private static Set<String> classes(MeasureOptions o) {
		Set<String> classes = new LinkedHashSet<>();
		for (String name : o.classes().split(","))
			if (!name.isBlank()) classes.add(name.strip());
		return classes;
	}

	private void checkClasses(MeasureOptions o) {
		for (String name : classes(o))
			if (!classesSeen.contains(name)) throw new TriptychException("The key classes has the value \"" + name
				+ "\", but the objects here are of the class" + (classesSeen.size() > 1 ? "es " : " ") + String.join(", ",
					classesSeen) + ".");
	}

	private String note() {
		List<String> notes = new ArrayList<>();
		if (kept < all) notes.add(all - kept + " of " + all + " were left out by the keys");
		if (partsOfOnly > 1) notes.add("The image holds a single label in " + partsOfOnly
			+ " parts; split=yes makes each part an object");
		if (!source.note().isEmpty()) notes.add(source.note());
		return String.join("; ", notes);
	}
}
