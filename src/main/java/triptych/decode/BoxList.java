package triptych.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.model.InputSpec.SideKind;
import triptych.model.ModelSpec;

/** Boxes that a model has found, in pixels of the image; those without area are left out. */
public final class BoxList {

	private static final Comparator<Detection> STRONGEST_FIRST =
		Comparator.comparingDouble((Detection d) -> d.best().score()).reversed();

	private final ModelSpec model;
	private final Placement placement;
	private final List<Detection> items = new ArrayList<>();

	public BoxList(ModelSpec model, Placement placement) {
		this.model = model;
		this.placement = placement;
	}

	/**
	 * Corners in 0..1 of the input; of a model that gets a mask of the image in it, in 0..1 of that
	 * image: such a network counts places from end to end of the mask (Carion et al. 2020).
	 */
	public void addRelative(double x1, double y1, double x2, double y2, int classId, double score) {
		boolean masked = model.input().sides().stream().anyMatch(s -> s.kind() == SideKind.MASK);
		double left = masked ? placement.offsetX() : 0, top = masked ? placement.offsetY() : 0;
		double w = placement.inputWidth(), h = placement.inputHeight();
		if (masked) {
			w = placement.imageWidth() * placement.scaleX();
			h = placement.imageHeight() * placement.scaleY();
		}
		add(left + x1 * w, top + y1 * h, left + x2 * w, top + y2 * h, classId, score);
	}

	/** Corners in pixels of the input. */
	public void add(double x1, double y1, double x2, double y2, int classId, double score) {
		OutputCheck.score((float) score, model);
		if (Double.isNaN(x2 - x1 + y2 - y1)) throw OutputCheck.noNumber(model);
		if (!(x2 > x1 && y2 > y1)) return;
		Box box = placement.toImage(x1, y1, x2, y2);
		ClassScore best = new ClassScore(classId, model.className(classId), Math.min(1, score));
		if (box.area() > 0) items.add(new Detection(box, best));
	}

	/** The strongest first, equal ones in the model's order. */
	public List<Detection> strongest(int most) {
		items.sort(STRONGEST_FIRST);
		return items.size() > most ? items.subList(0, most) : items;
	}

	/** What came closest to its limit, of boxes of any score. */
	public Optional<NearMiss> closest(Thresholds thresholds) {
		if (items.isEmpty()) return Optional.empty();
		ClassScore best = strongest(1).get(0).best();
		String what = "The strongest candidate";
		if (model.classes().size() > 1) what += " (" + best.className() + ")";
		return Optional.of(NearMiss.below(0, what, best.score(),
			thresholds.written(best.classId(), best.className()), thresholds.of(best.classId())));
	}
}
