package triptych.evaluation;

import java.util.List;

import triptych.evaluation.source.Source;

/**
 * What was compared with what.
 *
 * @param predictions one or two sets
 * @param images the names of the images, or of their planes, in the order of the figures
 */
public record Evaluated(Source truth, List<Source> predictions, List<NameMatching.Pair> pairs,
	List<PlaneName> images)
{

	/**
	 * @param pair the image that it belongs to
	 * @param plane slice and frame
	 */
	public record PlaneName(String name, NameMatching.Pair pair, String plane) {}
}
