package triptych.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the figures of an evaluation. */
public final class Figures {

	private final List<String> classNames;
	private final int images;
	private final List<Figure> figures = new ArrayList<>();

	public Figures(List<String> classNames, int images) {
		this.classNames = classNames;
		this.images = images;
	}

	/**
	 * A figure of all classes.
	 *
	 * @param key its row in definitions.tsv
	 * @param chosen what stands in the definition for %1$s, %2$s ...
	 */
	public Figures all(String key, Pooled pooled, Object... chosen) {
		figures.add(new Figure(Definitions.of(key, chosen), Figure.ALL, pooled, images));
		return this;
	}

	/** A figure of one class. */
	public Figures of(int classId, String key, Pooled pooled, Object... chosen) {
		Metric metric = Definitions.of(key, chosen);
		figures.add(new Figure(metric, classNames.get(classId), pooled, images));
		return this;
	}

	/** A figure of each class, and for all classes the mean of those where it is defined. */
	public Figures each(String key, List<Pooled> ofClasses, Object... chosen) {
		all(key, Pooled.meanOf(ofClasses), chosen);
		for (int c = 0; c < ofClasses.size(); c++) of(c, key, ofClasses.get(c), chosen);
		return this;
	}

	/**
	 * Those of all classes first, then class after class, each in the order in which they came.
	 */
	public List<Figure> list() {
		return figures.stream().sorted(Comparator.comparingInt(this::place)).toList();
	}

	private int place(Figure figure) {
		return figure.className().equals(Figure.ALL) ? -1 : classNames.indexOf(figure.className());
	}
}
