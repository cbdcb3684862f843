package triptych.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import triptych.advisor.need.Answer;
import triptych.advisor.need.DecidingQuestion;
import triptych.advisor.need.Decision;
import triptych.advisor.need.Language;
import triptych.advisor.need.Need;
import triptych.advisor.need.Needs;
import triptych.advisor.need.OtherTool;
import triptych.advisor.need.Rule;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionAnalysis;

/**
 * From needs and a budget to advice: a pure function over the tables of this package.
 *
 * @param prices published ones, or the user's own
 * @param installed the name of an installed model that answers the question by a task, where there
 *           is one
 * @param words in which the reasons are given
 */
public record Advisor(Budget budget, Prices prices,
	Function<TaskChoice, Optional<String>> installed, Words words)
{

	/** Advice in English by published prices, without any model. */
	public Advisor(Budget budget) {
		this(budget, Prices.PUBLISHED, task -> Optional.empty(), Words.in(Language.EN));
	}

	/** Advice for needs that are known from answers alone. */
	public Advice advise(Needs needs) {
		Needs all = needs.knowingSeveral(budget.cooccur());
		Decision decision = Decision.of(all);
		return advice(all, decision, List.of(reason(decision, needs, all)), true);
	}

	/**
	 * Advice from a question that was read and answers that were given; the runner-up and the
	 * question that decides come from the reading where it is unsure.
	 *
	 * @param answers what the user answered; it wins over the question, unless two of them contradict
	 *           each other
	 */
	public Advice advise(QuestionAnalysis question, Needs answers) {
		Contradictions found = Contradictions.in(question, answers, budget, words);
		QuestionAnalysis all = question.with(found.left());
		if (found.any()) all = all.doubted();
		Needs needs = all.needs().knowingSeveral(budget.cooccur());
		Decision decision = Decision.of(needs);
		List<String> reasons = new ArrayList<>(found.sentences());
		if (found.any() && found.need() == Need.LEVEL)
			found.otherwise().ifPresent(o -> reasons.add(cheaper(o, decision.task())));
		reasons.addAll(why(all, decision, needs));
		Advice advice = advice(needs, decision, reasons, !all.isVague())
			.certain(certainty(all, decision), all.isVague());
		if (found.any())
			return contradicted(advice, found, question).contradicting(found.sentences());
		if (all.isVague())
			return advice.against(other(all, decision), "", true)
				.deciding(DecidingQuestion.of(all.splitting()));
		if (all.task() != decision.task()) return advice;
		return advice.against(all.runnerUp(), flipAnswer(all.needs(), all.runnerUp()), all.isUnsure());
	}

	/** Where what the question alone asks for costs less. */
	private String cheaper(TaskChoice other, TaskChoice task) {
		if (other == TaskChoice.NONE || task == TaskChoice.NONE || other == task) return "";
		Cost less = prices.cost(other, budget), more = prices.cost(task, budget);
		if (!less.lowerBound() && isLess(less.money(), more.money()))
			return words.say("contradiction.cheaper", less.money().get().text(words),
				more.money().get().text(words));
		if (isLess(less.hours(), more.hours()))
			return words.say("contradiction.cheaper.hours", less.hours().get().text(words),
				more.hours().get().text(words));
		return "";
	}

	private static boolean isLess(Optional<Range> one, Optional<Range> other) {
		return one.isPresent() && other.isPresent() && one.get().high() < other.get().high();
	}

	/** The most probable task besides the one that the decision gives. */
	private static TaskChoice other(QuestionAnalysis all, Decision decision) {
		return all.task() == decision.task() ? all.runnerUp() : all.task();
	}

	private static double certainty(QuestionAnalysis all, Decision decision) {
		return all.probabilities().get(decision.task());
	}

	/** What else it would be is what the contradicting answer, or the question alone, asks for. */
	private static Advice contradicted(Advice advice, Contradictions found,
		QuestionAnalysis question)
	{
		TaskChoice other = found.otherwise().orElse(advice.task());
		if (other == advice.task()) other = question.task();
		if (other == advice.task()) other = question.runnerUp();
		return advice.against(other, "", true).deciding(DecidingQuestion.of(found.need()));
	}

	/** The words that told and what follows from them; nothing is claimed where no word told. */
	private List<String> why(QuestionAnalysis all, Decision decision, Needs needs) {
		if (all.isVague()) {
			String open = words.say(all.hint().isEmpty() ? "say.vague" : all.hint());
			return List.of(open, words.say("say.ask", all.splitting().question(words)));
		}
		List<String> said = new ArrayList<>(
			List.of(all.because(words), reason(decision, all.needs(), needs)));
		said.addAll(Remarks.on(all, decision.task(), words));
		return said;
	}

	private String reason(Decision decision, Needs needs, Needs all) {
		if (all.other().isPresent()) return outOfScope(decision, all.other().get());
		if (needs.several() == all.several()) return decision.reason(words);
		String together = words.say("say.cooccur." + all.several().key());
		return words.join(List.of(decision.reason(words), together));
	}

	private String outOfScope(Decision decision, OtherTool tool) {
		String answers = words.say("say.tool", Text.of(tool, "tool").in(words));
		return words.join(List.of(decision.reason(words), answers, Text.of(tool, "still").in(words)));
	}

	/** @param clear what is needed is told, so that there is something to say of the budget */
	private Advice advice(Needs all, Decision decision, List<String> reasons, boolean clear) {
		TaskChoice task = decision.task();
		Need flipped = Need.of(decision.flip().substring(0, decision.flip().indexOf('=')));
		boolean open = task != TaskChoice.NONE && all.answer(flipped) == Answer.UNKNOWN;
		TaskChoice other = open ? Decision.of(all.answering(decision.flip())).task()
			: decision.runnerUp();
		Optional<String> model = task == TaskChoice.NONE ? Optional.empty() : installed.apply(task);
		boolean vague = !all.level().known() && isLabels(task);
		Route route = Route.of(task, vague, model.isPresent(), budget, prices);
		Optional<Cost> cost = task == TaskChoice.NONE ? Optional.empty()
			: Optional.of(prices.cost(task, budget));
		BudgetWords money = new BudgetWords(task, route, cost, model, budget, prices,
			words);
		List<String> sentences = new ArrayList<>(clear ? money.first() : List.of());
		sentences.addAll(reasons);
		if (clear) sentences.addAll(money.rest());
		return new Advice(task, other, DecidingQuestion.between(task, other), decision.flip(), open, 1,
			vague, route, prices.all(budget), cost.map(c -> model.isPresent() ? c.needless(budget) : c),
			Family.of(task, budget), rules(decision, route), words, words.join(sentences), List.of());
	}

	private static boolean isLabels(TaskChoice task) {
		return task == TaskChoice.CLASSIFICATION_SINGLE || task == TaskChoice.CLASSIFICATION_MULTI;
	}

	/** The answer that turns needs into another task, blank where no single one does. */
	private static String flipAnswer(Needs needs, TaskChoice other) {
		Need asked = DecidingQuestion.between(Decision.of(needs).task(), other).need();
		String answer = flipAnswer(asked, needs, other);
		for (Need need : Need.values())
			if (answer.isEmpty()) answer = flipAnswer(need, needs, other);
		return answer;
	}

	private static String flipAnswer(Need need, Needs needs, TaskChoice other) {
		for (String value : need.answers()) {
			String answer = need.key() + "=" + value;
			if (Decision.of(needs.answering(answer)).task() == other) return answer;
		}
		return "";
	}

	private static List<Rule> rules(Decision decision, Route route) {
		Map<Integer, Rule> rules = new TreeMap<>();
		for (Rule r : decision.rules())
			rules.put(r.item(), r);
		for (Rule r : route.rules())
			rules.put(r.item(), r);
		return List.copyOf(rules.values());
	}
}
