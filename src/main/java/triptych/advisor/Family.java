package triptych.advisor;

import java.util.ArrayList;
import java.util.List;

import triptych.advisor.need.Answer;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;

/**
 * Models to train or to look for.
 *
 * @param kind main, accurate, small (small GPU or none), fast (real time) or few (little data)
 * @param fits what was said of the images and the computer asks for this kind
 */
public record Family(String kind, boolean fits, Text text) {

	/** "As small as a few thousand annotated images": below this, data is little. */
	private static final double FEW_THOUSAND = 3000;

	static List<Family> of(TaskChoice task, Budget budget) {
		boolean small = budget.gpu() == Answer.NO, fast = budget.fps().orElse(0) >= Route.SLOW_FPS;
		boolean few = budget.images().orElse(Double.MAX_VALUE) < FEW_THOUSAND;
		List<Family> families = new ArrayList<>();
		add(families, task, "main", !small && !fast && !few);
		add(families, task, "accurate", false);
		add(families, task, "small", small);
		add(families, task, "fast", fast);
		add(families, task, "few", few);
		return families;
	}

	private static void add(List<Family> families, TaskChoice task, String kind, boolean fits) {
		for (Text t : Text.of(task, kind))
			families.add(new Family(kind, fits, t));
	}
}
