package triptych.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import ij.gui.Roi;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Classification;
import triptych.core.Prediction;
import triptych.core.Progress;
import triptych.core.Task;
import triptych.core.table.Table;
import triptych.ij.draw.Rois;
import triptych.options.ClassifyOptions;
import triptych.options.ClassifyOptions.Mode;
import triptych.options.CommandSpec;
import triptych.options.MenuNames;
import triptych.result.Tables;

/** Classify Image...: which class a plane, or each ROI of it, shows. */
final class ClassifyCommand extends ModelCommand<ClassifyOptions> {

	ClassifyCommand() {
		super(Task.CLASSIFICATION, new CommandSpec("classify", MenuNames.of(Task.CLASSIFICATION),
			ClassifyOptions.class, "classification", "", false, SCORE_MAPS));
	}

	@Override
	Kept kept(Prediction prediction, PlaneContext<ClassifyOptions> run, Crop crop) {
		return Kept.of(prediction.as(Classification.class));
	}

	@Override
	PlaneResult result(Kept kept, PlaneContext<ClassifyOptions> run, Place place, Progress progress) {
		Classification found = kept.prediction().as(Classification.class);
		ClassScore best = Tables.ranked(found).get(0);
		boolean[] accepted = accepted(found, best, run);
		String name = place.roi().map(Place.NumberedRoi::name).orElse("");
		Table table = run.tables(place)
			.of(found, name, place.roi().isPresent(), run.options().top(), accepted);
		String note = accepted[best.classId()] ? "" : ", not accepted";
		String answer = String.format(Locale.ROOT, "%s (score %.2f%s)", best.className(),
			best.score(), note);
		return new PlaneResult(found, table, rois(best, run, place), Optional.empty(), 1, 0, answer);
	}

	/** For each class id whether its score counts as an answer. */
	private static boolean[] accepted(Classification found, ClassScore best,
		PlaneContext<ClassifyOptions> run)
	{
		ClassifyOptions options = run.options();
		boolean auto = options.mode() == Mode.AUTO;
		boolean multi = auto ? found.multiLabel() : options.mode() == Mode.MULTI;
		boolean ofModel = multi && options.accept() == 0;
		double usual = ofModel ? run.model().confidence() : options.accept();
		boolean[] accepted = new boolean[found.scores().size()];
		for (ClassScore s : found.scores()) {
			double limit = run.thresholds().byClass().getOrDefault(s.classId(), usual);
			accepted[s.classId()] = (multi || s == best) && s.score() >= limit;
		}
		return accepted;
	}

	private static List<Roi> rois(ClassScore best, PlaneContext<ClassifyOptions> run, Place place) {
		if (!run.wantsRois()) return List.of();
		Rois rois = new Rois(run.model().name(), place.position());
		Roi roi = place.roi()
			.map(r -> rois.classified(r.roi(), r.number(), best))
			.orElseGet(() -> rois.caption(best));
		return List.of(roi);
	}

	@Override
	List<String> leavesOut(ClassifyOptions options, Calibration calibration) {
		return List.of();
	}

	@Override
	public String found(Tally tally) {
		if (tally.parts() == 1) return tally.answer();
		String what = tally.ofRois() ? " ROIs" : " planes";
		return tally.parts() + what + " classified";
	}

	@Override
	public boolean countsPlanes() {
		return false;
	}
}
