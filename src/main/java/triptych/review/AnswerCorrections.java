package triptych.review;

import java.util.ArrayList;
import java.util.List;

import triptych.core.ClassScore;
import triptych.core.Region;
import triptych.core.TriptychException;

/** Corrections of the classes of an image or of its ROIs. */
final class AnswerCorrections extends Corrections {

	private final PlaneAnswers answers;

	AnswerCorrections(PlaneAnswers answers, int plane, int nextId) {
		super(answers, plane, nextId);
		this.answers = answers;
	}

	/** This class and no other. */
	@Override
	public Edit reclassify(List<Integer> ids, ClassScore best) {
		checkChosen(ids);
		List<Integer> others = ids.stream()
			.filter(id -> !names(answers.accepted(id)).equals(List.of(best.className())))
			.toList();
		if (others.isEmpty())
			throw new TriptychException("The answer is " + best.className() + " already.");
		List<Edit.Added> added = new ArrayList<>();
		others.forEach(id -> added.add(answer(id, best)));
		return new Edit(plane, others, added);
	}

	@Override
	public Edit also(List<Integer> ids, ClassScore best) {
		checkChosen(ids);
		List<Edit.Added> added = new ArrayList<>();
		for (int id : ids) {
			List<ClassScore> before = answers.accepted(id);
			boolean less = names(before).contains(best.className());
			before.stream()
				.filter(b -> !less || !b.className().equals(best.className()))
				.forEach(b -> added.add(answer(id, b)));
			if (!less) added.add(answer(id, best));
		}
		return new Edit(plane, List.copyOf(ids), added);
	}

	private static void checkChosen(List<Integer> ids) {
		if (ids.isEmpty()) throw new TriptychException("Click the ROI whose class is another one.");
	}

	private static List<String> names(List<ClassScore> classes) {
		return classes.stream().map(ClassScore::className).toList();
	}

	private Edit.Added answer(int id, ClassScore best) {
		return Edit.Added.of(id, answers.scored(id, best), RECLASSIFIED, (int[]) null);
	}

	@Override
	public int most(Region drawn) {
		return 0;
	}
}
