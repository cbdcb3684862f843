package triptych.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Stopped;
import triptych.core.TriptychException;
import triptych.decode.Decoder;
import triptych.decode.family.ModelFamilies;
import triptych.decode.Thresholds;
import triptych.ij.convert.LutUse;
import triptych.ij.convert.Position;
import triptych.ij.draw.Rois;
import triptych.ij.files.FileNotes;
import triptych.options.RunOptions;
import triptych.options.Within;
import triptych.options.YesNo;
import triptych.pipeline.join.PlaneLink;
import triptych.pipeline.tiles.Tiling;
import triptych.result.LinkColumns;
import triptych.result.Result;
import triptych.result.ResultFiles;
import triptych.result.StatusBar;
import triptych.session.ModelCache;
import triptych.session.ObjectClassifier;
import triptych.session.Provenance;
import triptych.session.TaughtCheck;

/**
 * One run of one command on the wanted planes of one image. All that can be wrong with the keys,
 * the model, the image and the folder is found before the model runs; the image is never written
 * to.
 */
final class ModelRun<O extends RunOptions> {

	private final RunSettings<O> settings;
	private final ModelCommand<O> command;
	private final O options;
	private final ImagePlus image;
	private final ModelCache.Opened opened;
	private final boolean shown;
	private final int sharers;

	/**
	 * @param shown false where somebody else shows the progress of many images
	 * @param sharers how many such runs go on at once and share the memory
	 */
	ModelRun(RunSettings<O> settings, ImagePlus image, ModelCache.Opened opened, boolean shown,
		int sharers)
	{
		this.settings = settings.on(Position.calibration(image));
		command = settings.command();
		options = settings.options();
		this.image = image;
		this.opened = opened.as(this.settings.model());
		this.shown = shown;
		this.sharers = sharers;
	}

	Result result() {
		ImageCheck.isNoLabelImage(image);
		settings.checkUsableKeys();
		List<Position> asked = PlaneSelection.of(image, options, false);
		Optional<Crop> selection = Crop.selected(image, options.within());
		List<Roi> rois = options.within() == Within.ROIS ? rois(asked) : List.of();
		Optional<ResultFiles> files = ResultFiles.of(options, image.getTitle(), command.spec());
		Thresholds thresholds = settings.thresholds();
		NearMissWatcher watched = new NearMissWatcher(
			ModelFamilies.decoder(opened.own(), settings.limitsOfAView(opened.own()),
				settings.needsScores()));
		StatusBar progress = new StatusBar(command.spec(), asked.size(), shown);
		PlanePredictor predictor = new PlanePredictor(opened, watched,
			settings.tiling(opened.own(), sharers), progress);
		if (settings.isAugmented()) predictor.augmented(thresholds);
		opened.stuff().ifPresent(s -> predictor.over(regions(s, progress), settings.share()));
		progress.check();
		Optional<ObjectClassifier> classifier = ObjectClassifier.of(opened);
		PlaneRun<O> run = settings.planeRun(thresholds, Position.calibration(image), 0, classifier,
			predictor::predict).scaledAlike(image, asked, progress);

		boolean slices = asked.stream().mapToInt(Position::slice).distinct().count() > 1;
		Optional<PlaneLink> link = options.link() == YesNo.YES && asked.size() > 1
			? Optional.of(new PlaneLink()) : Optional.empty();
		int step = LinkColumns.step(asked, slices);
		Position before = asked.get(0);
		ResultBuilder results = new ResultBuilder(command, options, image, asked.size(),
			run.context().classes());
		for (Position position : asked)
			try {
				progress.plane(results.planes());
				predictor.at(position);
				if (!follows(before, position, slices, step)) link.ifPresent(PlaneLink::restart);
				before = position;
				List<Place> places = places(position, selection, rois);
				results.add(position, plane(run, places, link, asked.size() > 1, progress));
			}
			catch (Stopped e) {
				// A run of many planes gives what is done when the user presses Esc.
				if (results.planes() == 0) throw e;
				break;
			}
		boolean nothing = results.count() == 0;
		List<String> keys = command.leftOutBy(options, Position.calibration(image));
		// Why nothing was found tells the values already.
		String values = nothing ? watched.note(keys, asked.size() > 1) : predictor.dark();
		if (link.isPresent()) results.linked(slices, step);
		Result result = results.result(settings.effectiveKeys(),
			facts(predictor, values, run.lutUse(image)));
		return files.isEmpty() ? result : result.withFiles(files.get().write(result));
	}

	/** True where an object of one plane may go on in the other. */
	private static boolean follows(Position before, Position now, boolean slices, int step) {
		if (slices) return now.frame() == before.frame() && now.slice() - before.slice() == step;
		return now.frame() - before.frame() == step;
	}

	/** For the model of the regions around the objects, with its own limits. */
	private PlanePredictor regions(ModelCache.Opened stuff, StatusBar progress) {
		Thresholds own = Thresholds.of(stuff.spec());
		Decoder decoder = ModelFamilies.decoder(stuff.spec(), own, settings.isAugmented());
		PlanePredictor predictor = new PlanePredictor(stuff, new NearMissWatcher(decoder),
			new Tiling(stuff.spec(), options.tile(), own, sharers), progress);
		return settings.isAugmented() ? predictor.augmented(own) : predictor;
	}

	private Map<String, String> facts(PlanePredictor predictor, String values, LutUse lut) {
		Map<String, String> facts = new LinkedHashMap<>(predictor.facts());
		List<String> notes = new ArrayList<>(List.of(values, predictor.leftOut(), lut.sentence(),
			predictor.sizes().note(options.diameter(), Position.calibration(image))));
		if (options.within() == Within.ROIS) notes.add(ObjectSource.leftOut(image));
		boolean colours = lut == LutUse.COLOURS || image.getType() == ImagePlus.COLOR_RGB;
		int channels = colours ? 3 : image.getNChannels();
		int fed = options.channels().isAuto() ? channels : options.channels().numbers().size();
		notes.add(TaughtCheck.note(opened, Position.calibration(image).micrometres(),
			channels, fed));
		notes.addAll(FileNotes.of(image));
		notes.add(opened.checksumWarning());
		notes.add(predictor.doubts());
		notes.add(settings.regionsNote());
		notes.add(facts.getOrDefault("note", ""));
		notes.removeIf(String::isEmpty);
		if (!notes.isEmpty()) facts.put("note", String.join(". ", notes));
		facts.putAll(Provenance.of(opened, predictor.milliseconds()));
		return facts;
	}

	/**
	 * Where the model looks on a plane: at all of it, at the selection, or at each ROI for itself.
	 */
	private List<Place> places(Position position, Optional<Crop> selection, List<Roi> rois) {
		int width = image.getWidth(), height = image.getHeight();
		if (options.within() != Within.ROIS) {
			Crop crop = selection.orElse(Crop.whole(width, height));
			return List.of(new Place(image, position, crop, Optional.empty()));
		}
		List<Roi> here = rois.stream().filter(position::holds).toList();
		List<Place> places = new ArrayList<>();
		for (Roi roi : Rois.once(here, false)) {
			Crop crop = Crop.of(roi, width, height).orElseThrow();
			Place.NumberedRoi numbered = new Place.NumberedRoi(roi, places.size() + 1);
			places.add(new Place(image, position, crop, Optional.of(numbered)));
		}
		return places;
	}

	private List<PlaneResult> plane(PlaneRun<O> run, List<Place> places, Optional<PlaneLink> link,
		boolean many, StatusBar progress)
	{
		List<PlaneResult> found = new ArrayList<>();
		for (Place place : places)
			try {
				found.add(run.run(place, link, progress));
			}
			catch (Stopped e) {
				throw e;
			}
			catch (TriptychException e) {
				if (!many) throw e;
				throw new TriptychException("Plane " + place.position().label() + ": " + e.getMessage(), e);
			}
		return found;
	}

	/** The ROIs to classify: those of the overlay, or else of the ROI Manager, on the planes. */
	private List<Roi> rois(List<Position> asked) {
		List<Roi> areas = ObjectSource.areas(image)
			.stream()
			.filter(roi -> Crop.of(roi, image.getWidth(), image.getHeight()).isPresent())
			.toList();
		if (areas.isEmpty())
			throw new TriptychException("within=rois needs area ROIs on the image,"
				+ " in its overlay or in the ROI Manager; there are none.");
		boolean elsewhere = areas.stream().noneMatch(roi -> asked.stream().anyMatch(p -> p.holds(roi)));
		String others = asked.size() > 1 ? " and the other planes" : "";
		if (elsewhere)
			throw new TriptychException("within=rois finds no ROI on " + asked.get(0).label() + others
				+ ", only elsewhere in the stack; choose the planes with" + " slices= and frames=.");
		return areas;
	}
}
