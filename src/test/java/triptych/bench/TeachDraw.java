package triptych.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import triptych.teach.learn.Classifier;
import triptych.teach.learn.CrossValidation;
import triptych.teach.learn.Examples;
import triptych.teach.learn.Learner;

/** A random parting of the images, and a random order of the examples. */
final class TeachDraw {

	private final Examples all;
	private final int[] order;
	private final boolean[] learns;

	TeachDraw(Examples all, long seed, double share) {
		this.all = all;
		Random random = new Random(seed);
		learns = new boolean[Arrays.stream(all.imageOf()).max().orElse(0) + 1];
		for (int i = 0; i < learns.length; i++)
			learns[i] = random.nextDouble() < share;
		order = IntStream.range(0, all.count()).toArray();
		for (int i = order.length - 1; i > 0; i--) {
			int j = random.nextInt(i + 1), other = order[i];
			order[i] = order[j];
			order[j] = other;
		}
	}

	Examples learn(int perClass) {
		return pick(true, perClass);
	}

	double right(Examples learnt, Learner learner) {
		Examples others = pick(false, Integer.MAX_VALUE);
		Classifier made = learner.learn(learnt);
		return CrossValidation.balanced(others, made.classesOf(others.features()));
	}

	private Examples pick(boolean learn, int perClass) {
		int[] taken = new int[all.classes().size()];
		Examples some = all.only(IntStream.of(order)
			.filter(i -> learns[all.imageOf()[i]] == learn)
			.filter(i -> taken[all.classOf()[i]]++ < perClass)
			.toArray());
		Map<Integer, Integer> numbers = new HashMap<>();
		for (int i = 0; i < some.count(); i++)
			some.imageOf()[i] = numbers.computeIfAbsent(some.imageOf()[i], k -> numbers.size());
		return some;
	}
}
