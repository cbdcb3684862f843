package triptych.advice;

import static triptych.advice.Html.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import triptych.advisor.Advice;
import triptych.advisor.Affordable;
import triptych.advisor.Answer;
import triptych.advisor.Budget;
import triptych.advisor.Cost;
import triptych.advisor.Family;
import triptych.advisor.Range;
import triptych.advisor.TaskChoice;
import triptych.advisor.Text;

/** A page to print and to hand to those who label: what, how, how many, at what cost, and how to tell that it is good. */
final class AnnotationPlan {

	private static final String STYLE = """
		body { font: 11pt/1.45 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111 }
		h1 { font-size: 1.6em; margin-bottom: 0 } h2 { font-size: 1.15em; border-bottom: 1px solid #999; margin: 1.4em 0 .4em }
		table { border-collapse: collapse; width: 100% } th, td { text-align: left; border-bottom: 1px solid #ccc;
		padding: .25em .6em .25em 0; vertical-align: top } tr.chosen td { font-weight: bold } blockquote { margin: .6em 0;
		padding-left: .8em; border-left: 4px solid #888; white-space: pre-wrap; overflow-wrap: anywhere }
		code { overflow-wrap: anywhere } .source { color: #555; font-size: .85em } ul { padding-left: 1.3em }
		@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr, li { break-inside: avoid } }
		""";

	/** The share for validation, and again for the test, that the text on splitting names. */
	private static final double HELD_BACK = 0.15;

	private final TaskAdvice all;
	private final Advice advice;
	private final Budget budget;
	private final StringBuilder page = new StringBuilder();

	AnnotationPlan(TaskAdvice all) {
		this.all = all;
		advice = all.advice();
		budget = all.options().budget();
	}

	String html() {
		page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n").append(PlanFile.MARK).append(
			"\n<title>Annotation plan</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
		question();
		if (advice.task() == TaskChoice.NONE) {
			section("What now", advice.texts("answers"));
			paragraph("There is nothing to label for this question.");
		}
		else {
			labels();
			numbers();
			training();
			judging();
			further();
		}
		rules();
		return page.append("</body>\n</html>\n").toString();
	}

	private void question() {
		String question = all.options().question().strip();
		page.append("<h1>Annotation plan</h1>\n<p>").append(escaped(TaskAdvice.name(advice.task()))).append("</p>\n");
		heading("The question and why this task answers it");
		page.append("<blockquote>").append(escaped(question.isEmpty() ? "(no question was written)" : question)).append(
			"</blockquote>\n");
		paragraph(advice.reason());
		paragraph(all.certaintyInWords() + ".");
		advice.missing().ifPresent(f -> paragraph("Answer this before you label: " + f.question()));
		list(advice.texts("contrast"));
		if (advice.route().start() != advice.task() && advice.task() != TaskChoice.NONE) paragraph("Start with "
			+ lower(advice.route().start()) + ", and label for that first.");
	}

	private void labels() {
		TaskChoice start = advice.route().start();
		if (start != advice.task()) section("What to label first, for " + escaped(lower(start)), Stream.of("unit", "format")
			.flatMap(part -> Text.of(start, part).stream()).toList());
		section("What to label", advice.texts("unit"));
		heading("How to label");
		list(advice.texts("format"));
		list(advice.texts("guideline"));
		section("Second look", advice.texts("review"));
	}

	private void numbers() {
		heading("How many images, and what they cost");
		paragraph(images());
		page.append("<table><tr><th>Labels for</th><th>US dollars</th><th>Working hours</th><th>Within the budget</th></tr>\n");
		for (Cost c : advice.costs())
			page.append(c.task() == advice.task() ? "<tr class=\"chosen\"><td>" : "<tr><td>").append(escaped(lower(c.task())))
				.append("</td><td>").append(range(c.money())).append(c.lowerBound() ? " or more" : "").append("</td><td>").append(
					range(c.hours())).append("</td><td>").append(within(c.affordable())).append("</td></tr>\n");
		page.append("</table>\n");
		advice.cost().ifPresent(c -> page.append("<p class=\"source\">Source of the prices: ").append(escaped(c.price()
			.moneySource())).append("; of the times: ").append(escaped(c.price().hoursSource())).append(".</p>\n"));
		List<Text> notes = new ArrayList<>(advice.texts("data"));
		notes.addAll(advice.texts("note"));
		list(notes);
	}

	private String images() {
		List<String> sentences = new ArrayList<>();
		if (budget.images().isEmpty()) sentences.add("The number of images was not given, so no total can be told.");
		else {
			sentences.add(amount(budget.images(), " images") + amount(", about ", budget.objects(), " objects in each") + (budget
				.crowded() == Answer.YES ? ", crowded." : "."));
			if (budget.objects().isEmpty()) sentences.add("Without the number of objects in an image some costs stay open.");
		}
		if (budget.limited()) sentences.add("Budget: " + Stream.of(amount(budget.money(), " US dollars"), amount(budget.hours(),
			" working hours")).filter(s -> !s.isEmpty()).collect(Collectors.joining(" and ")) + ".");
		advice.cost().flatMap(Cost::images).ifPresent(r -> sentences.add("It buys " + range(Optional.of(r))
			+ " images of this task."));
		return String.join(" ", sentences);
	}

	private static String amount(OptionalDouble n, String unit) {
		return amount("", n, unit);
	}

	private static String amount(String before, OptionalDouble n, String unit) {
		return n.isEmpty() ? "" : before + TaskAdvice.amount(n.getAsDouble()) + unit;
	}

	private void training() {
		heading("Split and augmentation");
		list(advice.texts("split"));
		budget.images().ifPresent(n -> paragraph(parts(n)));
		list(advice.texts("augmentation"));
		list(advice.texts("balance"));
		heading("Models to train or to look for");
		page.append("<ul>\n");
		for (Family f : advice.families())
			page.append("<li>").append(f.fits() ? "<b>fits you</b>: " : "").append(cited(f.text())).append("</li>\n");
		page.append("</ul>\n");
		list(advice.texts("steps"));
	}

	private static String parts(double images) {
		long some = Math.round(images * HELD_BACK), all = Math.round(images);
		return String.format(Locale.ROOT, "Of %,d images: %,d to train, %,d for validation, %,d for the test.", all,
			all - 2 * some, some, some);
	}

	private void judging() {
		heading("When it is good enough");
		list(advice.texts("metric"));
		list(advice.texts("target"));
		section("From the model's answer to the result", advice.texts("post"));
		if (!all.command().line().isEmpty()) page.append("<p>In Fiji: <code>").append(escaped(all.command().line())).append(
			"</code></p>\n");
		paragraph(all.command().why());
	}

	private void further() {
		heading("When to go on to something more detailed");
		if (advice.route().escalation().isEmpty()) paragraph("This task answers the question; nothing more detailed is needed.");
		paragraph(advice.route().because());
		page.append("<ul>\n");
		for (TaskChoice next : advice.route().escalation())
			page.append("<li>").append(escaped(TaskAdvice.name(next))).append(". ").append(cited(advice.trigger(next))).append(
				"</li>\n");
		page.append("</ul>\n");
		list(advice.texts("simple"));
	}

	private void rules() {
		if (advice.rules().isEmpty()) return;
		page.append("<p class=\"source\">Numbers in brackets, 000 to 004, are the texts that this advice was taken from; a ")
			.append("contradiction is a place where they disagree. What is not from them names its own source.</p>\n");
		heading("Rules that led here");
		page.append("<ul class=\"source\">\n");
		advice.rules().forEach(r -> page.append("<li>").append(r.item()).append(". ").append(escaped(r.text())).append(" (source ")
			.append(escaped(String.join(", ", r.sources()))).append(")</li>\n"));
		page.append("</ul>\n");
	}

	private void section(String title, List<Text> texts) {
		heading(title);
		list(texts);
	}

	private void heading(String title) {
		page.append("<h2>").append(title).append("</h2>\n");
	}

	private void paragraph(String text) {
		if (!text.isBlank()) page.append("<p>").append(escaped(text.strip())).append("</p>\n");
	}

	private void list(List<Text> texts) {
		if (!texts.isEmpty()) page.append(texts.stream().map(t -> "<li>" + cited(t) + "</li>\n").collect(Collectors.joining("",
			"<ul>\n", "</ul>\n")));
	}

	private static String cited(Text text) {
		String all = text.cited();
		return escaped(text.text()) + " <span class=\"source\">" + escaped(all.substring(text.text().length()).strip())
			+ "</span>";
	}

	private static String lower(TaskChoice task) {
		String name = TaskAdvice.name(task);
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	/** "12 to 40", or "not known". */
	static String range(Optional<Range> range) {
		return range.map(r -> TaskAdvice.amount(r.low()) + (r.low() == r.high() ? "" : " to " + TaskAdvice.amount(r
			.high()))).orElse(
			"not known");
	}

	private static String within(Affordable affordable) {
		return switch (affordable) {
			case YES -> "yes";
			case PARTIAL -> "for some of the images";
			case NO -> "no";
			case UNKNOWN -> "no budget given";
		};
	}
}
