package triptych.advisor;

import java.util.ArrayList;
import java.util.List;

import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuotedCue;

/**
 * What is worth saying beside the task: a wish that is no need, tracks, and the cheaper part of a
 * question.
 */
final class Remarks {

	private Remarks() {}

	static List<String> on(QuestionAnalysis question, TaskChoice task, Words words) {
		List<String> said = new ArrayList<>();
		boolean objects = task == TaskChoice.DETECTION || task == TaskChoice.INSTANCE;
		if (names(question, "pixel.segment") && task.compareTo(TaskChoice.SEMANTIC) < 0)
			said.add(text(task, "wish", words));
		if (names(question, "object.track") && objects) said.add(text(task, "track", words));
		boolean pixels = task == TaskChoice.INSTANCE || task == TaskChoice.SEMANTIC
			|| task == TaskChoice.PANOPTIC;
		if (names(question, "object.count") && task == TaskChoice.INSTANCE)
			said.add(text(task, "counted", words));
		else
			if (asksWhether(question) && (pixels || task == TaskChoice.DETECTION))
				said.add(text(task, "whether", words));
		return said;
	}

	private static String text(TaskChoice task, String part, Words words) {
		return Text.of(task, part).get(0).in(words);
	}

	private static boolean asksWhether(QuestionAnalysis question) {
		return names(question, "image.presence") || names(question, "image.yesno");
	}

	private static boolean names(QuestionAnalysis question, String concept) {
		for (QuotedCue c : question.cues())
			if (c.concept().equals(concept) && !c.negated()) return true;
		return false;
	}
}
