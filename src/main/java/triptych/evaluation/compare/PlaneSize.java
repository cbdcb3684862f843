package triptych.evaluation.compare;

import triptych.annotation.Annotation;
import triptych.core.TriptychException;
import triptych.evaluation.source.Content;

/** Width and height of a plane, from whichever side knows them. */
public record PlaneSize(int width, int height) {

	private static final PlaneSize UNKNOWN = new PlaneSize(0, 0);

	/** @throws TriptychException where truth and prediction are of different sizes */
	static PlaneSize of(String name, Content truth, Content found) {
		PlaneSize t = said(truth), f = said(found);
		if (t.width > 0 && f.width > 0 && !t.equals(f))
			throw new TriptychException("The image \"" + name + "\" has " + t + " pixels in the truth"
				+ " and " + f + " in the prediction; both must be of the same image at the same size.");
		if (t.width > 0) return t;
		if (f.width > 0) return f;
		PlaneSize a = reach(truth), b = reach(found);
		return new PlaneSize(Math.max(a.width, b.width), Math.max(a.height, b.height));
	}

	private static PlaneSize said(Content content) {
		if (content instanceof Content.Labels labels)
			return new PlaneSize(labels.map().width(), labels.map().height());
		if (content instanceof Content.Objects o) return new PlaneSize(o.width(), o.height());
		return UNKNOWN;
	}

	/** How far to the right and down the objects reach, in whole pixels. */
	private static PlaneSize reach(Content content) {
		double right = 1, bottom = 1;
		if (content instanceof Content.Objects objects)
			for (Annotation a : objects.annotations()) {
				right = Math.max(right, a.shape().box().x2());
				bottom = Math.max(bottom, a.shape().box().y2());
			}
		return new PlaneSize((int) Math.ceil(right), (int) Math.ceil(bottom));
	}

	@Override
	public String toString() {
		return width + " x " + height;
	}
}
