package triptych.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import triptych.advisor.Advice;
import triptych.advisor.Affordable;
import triptych.advisor.Budget;
import triptych.advisor.Cost;
import triptych.advisor.Family;
import triptych.advisor.ObjectPrice;
import triptych.advisor.Range;
import triptych.advisor.need.Answer;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;
import triptych.advisor.need.Words;

/**
 * A page to print and to hand to those who label: what, how, how many, at what cost, how to train,
 * and how to tell that it is good.
 */
public final class AnnotationPlan {

	/** The share for validation, and again for the test, that the text on splitting names. */
	private static final double HELD_BACK = 0.15;

	/**
	 * With fewer images nobody trains a model: the few thousand that a text speaks of would mislead;
	 * our choice.
	 */
	private static final double TO_TRAIN = 10;

	private final TaskAdvice all;
	private final Advice advice;
	private final Budget budget;
	private final Words words;
	private final PlanPage page;

	private AnnotationPlan(TaskAdvice all) {
		this.all = all;
		advice = all.advice();
		budget = all.options().budget();
		words = all.words();
		page = new PlanPage(words, all.reading().language().key());
	}

	/** The page as HTML. */
	public static String html(TaskAdvice advice) {
		return new AnnotationPlan(advice).write();
	}

	private String write() {
		if (advice.vague()) return open();
		question();
		if (advice.task() == TaskChoice.NONE) {
			page.heading("plan.now");
			page.list(advice.texts("answers"));
			page.paragraph(words.say("plan.nothing"));
			return page.end();
		}
		labels();
		numbers();
		objects();
		judging();
		further();
		training();
		agreement();
		return page.end();
	}

	/** What is to be answered first, and what labels cost meanwhile; no task is put forward. */
	private String open() {
		page.paragraph(words.say("window.vague"));
		page.heading("plan.asked");
		asked();
		page.paragraph(all.plainReason());
		advice.missing().ifPresent(q -> {
			page.paragraph(words.say("plan.answer", q.question(words)));
			page.items(
				q.need().answers().stream().map(a -> Html.escaped(q.need().answer(a, words))).toList());
		});
		page.paragraph(words.say("plan.vague"));
		page.heading("plan.numbers");
		page.paragraph(images());
		costs();
		return page.end();
	}

	private void asked() {
		String question = all.options().question().strip();
		page.quote(question.isEmpty() ? words.say("plan.noquestion") : question);
	}

	private void question() {
		page.paragraph(name(advice.task()));
		page.heading("plan.question");
		asked();
		if (!advice.contradictions().isEmpty()) page.paragraph(all.plainContradictions());
		page.paragraph(all.plainReason());
		page.paragraph(all.certaintyInWords() + words.say("stop"));
		advice.missing().ifPresent(q -> page.paragraph(words.say("plan.answer", q.question(words))));
		page.list(advice.texts("contrast"));
		boolean small = advice.affordable() == Affordable.NO;
		if (startsElsewhere()) page.paragraph(words.say(small ? "plan.start.small" : "plan.start",
			shortName(advice.route().start()), shortName(advice.task())));
	}

	/** Where not even the cheapest labels can be paid, nothing is to be started with. */
	private boolean startsElsewhere() {
		return advice.task() != TaskChoice.NONE && advice.route().start() != advice.task()
			&& !advice.paysNothing();
	}

	private void labels() {
		if (startsElsewhere()) {
			TaskChoice start = advice.route().start();
			page.headingText(words.say("plan.first", shortName(start)));
			page
				.list(Stream.of("unit", "format").flatMap(part -> Text.of(start, part).stream()).toList());
		}
		if (advice.paysNothing()) page.headingText(words.say("plan.if", shortName(advice.task())));
		else page.headingText(startsElsewhere() ? words.say("plan.then", shortName(advice.task()))
			: words.say("plan.unit"));
		page.list(advice.texts("unit"));
		page.heading("plan.how");
		page.list(advice.texts("format"));
		page.list(advice.texts("guideline"));
		page.heading("plan.second");
		page.list(advice.texts("review"));
	}

	private void numbers() {
		page.heading("plan.numbers");
		page.paragraph(images());
		page.paragraph(all.learning().sentence());
		costs();
		advice.cost()
			.ifPresent(c -> page
				.paragraph(words.say("plan.sources.price", moneySource(c), c.price().hoursSource(words))));
		List<Text> notes = new ArrayList<>(
			budget.images().orElse(TO_TRAIN) < TO_TRAIN ? List.of() : advice.texts("data"));
		notes.addAll(advice.texts("note"));
		page.list(notes);
	}

	private void costs() {
		List<String> heads = Stream.of("task", "money", "hours", "within")
			.map(c -> words.say("plan.col." + c))
			.toList();
		List<List<String>> rows = advice.costs().stream().map(this::cost).toList();
		int chosen = advice.costs().stream().map(Cost::task).toList().indexOf(advice.task());
		page.table(heads, rows, advice.vague() ? -1 : chosen);
	}

	private List<String> cost(Cost c) {
		boolean open = c.within() == Affordable.UNKNOWN && budget.limited();
		String within = open ? "plan.unknown" : "plan.within." + c.within().key();
		return List.of(shortName(c.task()), text(c.told()), text(c.hours()), words.say(within));
	}

	private String moneySource(Cost c) {
		String source = c.price().moneySource(words);
		return c.lowerBound() ? words.say("plan.sources.both", source, ObjectPrice.outline(words))
			: source;
	}

	private String images() {
		List<String> said = new ArrayList<>();
		if (budget.images().isEmpty()) said.add(words.say("plan.images.unknown"));
		else {
			boolean objects = budget.objects().isPresent();
			said.add(objects
				? words.say("plan.images.objects", given(budget.images()), given(budget.objects()))
				: words.say("plan.images", given(budget.images())));
			if (!objects) said.add(words.say("plan.objects.unknown"));
		}
		if (budget.crowded() == Answer.YES) said.add(words.say("plan.crowded"));
		if (budget.limited()) said.add(words.say("plan.budget", limits()));
		String buys = advice.cost()
			.filter(c -> !advice.vague())
			.map(c -> c.affordableImages(budget, words))
			.orElse("");
		if (!buys.isEmpty()) said.add(words.say("plan.buys", buys));
		return words.join(said);
	}

	private String limits() {
		String money = budget.money().isEmpty() ? ""
			: words.say("plan.budget.money", given(budget.money()));
		String hours = budget.hours().isEmpty() ? ""
			: words.say("plan.budget.hours", given(budget.hours()));
		return money.isEmpty() || hours.isEmpty() ? money + hours : words.say("and", money, hours);
	}

	/**
	 * What one object costs by each way of labelling, and all of them; for tasks that need objects.
	 */
	private void objects() {
		boolean objects = advice.task() == TaskChoice.DETECTION || advice.task() == TaskChoice.INSTANCE
			|| advice.task() == TaskChoice.PANOPTIC;
		if (!objects) return;
		double n = budget.images().orElse(0) * budget.objects().orElse(0);
		page.heading("plan.objects");
		List<String> heads = new ArrayList<>(List.of(words.say("plan.col.way"),
			words.say("plan.col.one"), words.say("plan.col.source")));
		if (n > 0) heads.add(2, words.say("plan.col.all", words.amount(n)));
		List<List<String>> rows = ObjectPrice.all().stream().map(p -> {
			List<String> row = new ArrayList<>(List.of(p.name(words),
				text(p.money()) + "; " + text(p.seconds()), p.source(words)));
			if (n > 0) row.add(2, text(p.money(n)) + "; " + text(p.hours(n)));
			return row;
		}).toList();
		page.table(heads, rows, -1);
	}

	private void judging() {
		page.heading("plan.good");
		page.list(advice.texts("metric"));
		page.list(advice.texts("target"));
		page.heading("plan.post");
		page.list(advice.texts("post"));
		if (!all.command().line().isEmpty()) page.code(words.say("plan.fiji"), all.command().line());
		page.paragraph(all.command().why());
	}

	private void further() {
		if (advice.paysNothing()) return;
		page.heading("plan.further");
		if (advice.route().escalation().isEmpty()) page.paragraph(words.say("plan.done"));
		if (!advice.route().because().isEmpty()) page.paragraph(words.say(advice.route().because()));
		page.items(advice.route()
			.escalation()
			.stream()
			.map(t -> Html.escaped(name(t)) + ". " + page.cited(advice.trigger(t)))
			.toList());
		page.list(advice.texts("simple"));
	}

	private void training() {
		page.heading("plan.train");
		page.list(advice.texts("steps"));
		page.list(advice.texts("finetune"));
		page.paragraph(words.say("plan.split"));
		page.list(advice.texts("split"));
		budget.images().ifPresent(n -> page.paragraph(parts(n)));
		page.paragraph(words.say("plan.models"));
		page.items(advice.families().stream().map(this::family).toList());
		page.paragraph(words.say("plan.classes"));
		page.list(advice.texts("balance"));
		page.list(advice.texts("augment"));
		page.list(advice.texts("augmentation"));
		advice.texts("export").forEach(t -> page.code(words.say("plan.export"), t.text()));
		page.paragraph(words.say("plan.export.then"));
		page.code(words.say("plan.evaluate"), evaluate("YOUR TEST LABELS", "YOUR RESULTS"));
		page.paragraph(words.say("plan.evaluate.then"));
	}

	private String family(Family f) {
		String text = page.cited(f.text());
		return f.fits() ? "<b>" + Html.escaped(words.say("plan.fits")) + "</b>: " + text : text;
	}

	/** The command that compares two sets of labels, or results with labels. */
	private String evaluate(String truth, String predictions) {
		String task = advice.task().task().map(t -> " task=" + t.key()).orElse("");
		return "run(\"Evaluate Predictions...\", \"truth=[" + truth + "] predictions=[" + predictions
			+ "]" + task + "\");";
	}

	private void agreement() {
		page.heading("plan.labels");
		page.list(advice.texts("agreement"));
		page.code(words.say("plan.agreement"), evaluate("FIRST LABELS", "SECOND LABELS"));
	}

	private String parts(double images) {
		long some = Math.round(images * HELD_BACK), train = Math.round(images) - 2 * some;
		return words.say("plan.parts", words.amount(Math.round(images)), words.amount(train),
			words.amount(some));
	}

	private String given(OptionalDouble n) {
		return words.language().given(n.orElse(0));
	}

	private String text(Optional<Range> range) {
		return range.map(r -> r.text(words)).orElse(words.say("plan.unknown"));
	}

	private String name(TaskChoice task) {
		return TaskAdvice.name(task, words);
	}

	private String shortName(TaskChoice task) {
		return TaskAdvice.shortName(task, words);
	}
}
