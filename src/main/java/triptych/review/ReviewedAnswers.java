package triptych.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.ClassScore;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.RoiRasterizer;
import triptych.ij.draw.Rois;
import triptych.result.RankedClass;
import triptych.result.Result;
import triptych.result.Tables;

/** An image that has a class, or whose ROIs have. */
public final class ReviewedAnswers extends ReviewedImage {

	private static final String ROI = "ROI";

	public ReviewedAnswers(ImagePlus image, Origin origin, ReviewJournal journal) {
		this(image, origin, journal, new SavedResults(image, origin.files().table(), null));
	}

	private ReviewedAnswers(ImagePlus image, Origin origin, ReviewJournal journal,
		SavedResults saved)
	{
		super(image, origin, saved, saved.positions(), journal);
		List<Roi> rois = saved.hasColumn(ROI) ? saved.rois(origin.file("-rois.zip")) : List.of();
		List<PlaneAnswers> planes = new ArrayList<>();
		for (int p = 0; p < positions.size(); p++)
			planes.add(new PlaneAnswers(subjects(p, rois), image.getWidth(), image.getHeight()));
		begin(planes, saved.classes());
	}

	/** The rows of a subject follow each other; each begins with rank 1. */
	private Map<Integer, PlaneAnswers.Subject> subjects(int plane, List<Roi> rois) {
		Map<Integer, List<RankedClass>> ranked = new LinkedHashMap<>();
		Map<Integer, String> names = new HashMap<>();
		for (SavedResults.Row row : saved.of(positions.get(plane))) {
			int rank = row.number("Rank", 1);
			if (rank == 1) ranked.put(ranked.size() + 1, new ArrayList<>());
			names.put(ranked.size(), row.of(ROI));
			ranked.get(ranked.size()).add(new RankedClass(rank, score(row), row.value("Logit"), row
				.number("Accepted", 0) == 1));
		}
		Map<Integer, Roi> drawn = saved.hasColumn(ROI) ? drawn(plane, rois, names) : Map.of();
		Map<Integer, PlaneAnswers.Subject> subjects = new LinkedHashMap<>();
		ranked.forEach((id, classes) -> subjects.put(id, new PlaneAnswers.Subject(names.get(id),
			Optional.ofNullable(drawn.get(id)), classes)));
		return subjects;
	}

	/** As the run saw them on the image, or else as it has saved them. */
	private Map<Integer, Roi> drawn(int plane, List<Roi> rois, Map<Integer, String> names) {
		Position position = positions.get(plane);
		Map<Integer, Roi> onImage = new HashMap<>(), own = new HashMap<>();
		Map<Integer, String> namesOnImage = new HashMap<>();
		List<Roi> overlay = image.getOverlay() == null ? List.of()
			: List.of(image.getOverlay().toArray());
		List<Roi> areas = overlay.stream()
			.filter(RoiRasterizer::isArea)
			.filter(position::holds)
			.toList();
		for (Roi roi : Rois.once(areas, false)) {
			int id = onImage.size() + 1;
			boolean unnamed = roi.getName() == null || roi.getName().isBlank();
			onImage.put(id, roi);
			namesOnImage.put(id, unnamed ? String.valueOf(id) : roi.getName());
		}
		if (namesOnImage.equals(names)) return onImage;
		for (Roi roi : rois)
			if (position.holds(roi)) own.put(Integer.valueOf(roi.getProperty("id")), roi);
		if (own.keySet().equals(names.keySet())) return own;
		throw new TriptychException("The ROIs that the run has classified are neither on the image \""
			+ image.getTitle() + "\" any more nor saved; run Process Folder... again with"
			+ " outputs=table,overlay.");
	}

	private ClassScore score(SavedResults.Row row) {
		int place = Math.max(0, origin.classes().indexOf(row.of("Class")));
		return new ClassScore(place, row.of("Class"), row.value("Score"), row.value("Disagreement"));
	}

	private PlaneAnswers answers(int plane) {
		return (PlaneAnswers) plane(plane);
	}

	@Override
	Corrections corrections(ReviewedPlane found, int at, int nextId) {
		return new AnswerCorrections((PlaneAnswers) found, at, nextId);
	}

	/** Classes that a run has named for this image come first where there are more than keys. */
	public List<String> likely(int plane, int keys) {
		if (classes().size() <= keys) return classes();
		Set<String> likely = new LinkedHashSet<>();
		for (int id : plane(plane).all())
			answers(plane).subject(id).ranked().forEach(r -> likely.add(r.score().className()));
		likely.addAll(classes());
		return List.copyOf(likely);
	}

	/** All classes that count as an answer, in words. */
	public String answer(int plane, int id) {
		List<String> names = answers(plane).accepted(id).stream().map(ClassScore::className).toList();
		return names.isEmpty() ? "no class accepted" : String.join(", ", names);
	}

	@Override
	public List<Roi> outlines(int plane) {
		List<Roi> outlines = new ArrayList<>();
		// The class of a whole image stands in the window; a caption would hide the image.
		for (int id : plane(plane).all())
			if (answers(plane).subject(id).roi().isPresent()) outlines.add(roi(plane, id));
		return outlines;
	}

	private Roi roi(int plane, int id) {
		Rois rois = new Rois(origin.model(), positions.get(plane));
		ClassScore best = plane(plane).best(id);
		return answers(plane).subject(id)
			.roi()
			.map(roi -> rois.classified(roi, id, best))
			.orElseGet(() -> rois.caption(best));
	}

	@Override
	Result result() {
		List<Table> tables = new ArrayList<>();
		List<Roi> rois = new ArrayList<>();
		boolean drawn = origin.file("-rois.zip").toFile().exists();
		for (int p = 0; p < positions.size(); p++)
			for (int id : plane(p).all()) {
				tables.add(table(p, id));
				if (drawn) rois.add(roi(p, id));
			}
		return result(tables, Table.NONE, rois, Optional.empty());
	}

	/** The classes that count first, then the others as the run has them. */
	private Table table(int plane, int id) {
		PlaneAnswers.Subject subject = answers(plane).subject(id);
		Tables tables = new Tables(positions.get(plane), calibration(), saved.hasColumn(
			"Disagreement"));
		String state = plane(plane).state(id);
		List<RankedClass> ranked = subject.ranked();
		if (!state.equals(ReviewedPlane.KEPT)) ranked = named(subject, answers(plane).accepted(id));
		return tables.of(ranked, subject.name(), saved.hasColumn(ROI), state);
	}

	private static List<RankedClass> named(PlaneAnswers.Subject subject, List<ClassScore> accepted) {
		Map<String, RankedClass> before = new LinkedHashMap<>();
		subject.ranked().forEach(r -> before.put(r.score().className(), r));
		List<RankedClass> ranked = new ArrayList<>();
		for (ClassScore a : accepted) {
			RankedClass known = before.remove(a.className());
			double logit = known == null ? Double.NaN : known.logit();
			ClassScore score = known == null ? a : known.score();
			ranked.add(new RankedClass(ranked.size() + 1, score, logit, true));
		}
		for (RankedClass other : before.values())
			ranked.add(new RankedClass(ranked.size() + 1, other.score(), other.logit(), false));
		return ranked;
	}

	@Override
	String kind(Edit edit) {
		return Corrections.RECLASSIFIED;
	}
}
