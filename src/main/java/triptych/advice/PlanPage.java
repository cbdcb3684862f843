package triptych.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import triptych.advisor.need.Text;
import triptych.advisor.need.Words;

/**
 * A page of HTML that is written from top to bottom; sources are numbered and listed at its end.
 */
final class PlanPage {

	private static final String STYLE = """
		body { font: 11pt/1.45 Georgia, serif; max-width: 46em; margin: 2em auto;
		padding: 0 1em; color: #111 }
		h1 { font-size: 1.6em; margin-bottom: 0 }
		h2 { font-size: 1.15em; border-bottom: 1px solid #999; margin: 1.4em 0 .4em }
		table { border-collapse: collapse; width: 100% }
		th, td { text-align: left; border-bottom: 1px solid #ccc;
		padding: .25em .6em .25em 0; vertical-align: top }
		tr.chosen td { font-weight: bold } blockquote { margin: .6em 0;
		padding-left: .8em; border-left: 4px solid #888; white-space: pre-wrap;
		overflow-wrap: anywhere }
		code { overflow-wrap: anywhere } .source { color: #555; font-size: .85em }
		ul { padding-left: 1.3em }
		@media print { body { margin: 0; max-width: none } h2 { break-after: avoid }
		tr, li { break-inside: avoid } }
		""";

	private final Words words;
	private final StringBuilder page = new StringBuilder();
	private final List<String> sources = new ArrayList<>();

	PlanPage(Words words, String language) {
		this.words = words;
		page.append("<!DOCTYPE html>\n<html lang=\"")
			.append(language)
			.append("\">\n<head>\n<meta charset=\"UTF-8\">\n")
			.append(PlanFile.MARK)
			.append("\n<title>")
			.append(Html.escaped(words.say("plan.title")))
			.append("</title>\n<style>\n")
			.append(STYLE)
			.append("</style>\n</head>\n<body>\n<h1>")
			.append(Html.escaped(words.say("plan.title")))
			.append("</h1>\n");
	}

	/** @param key row of the table of words */
	void heading(String key) {
		page.append("<h2>").append(Html.escaped(words.say(key))).append("</h2>\n");
	}

	void headingText(String text) {
		page.append("<h2>").append(Html.escaped(text)).append("</h2>\n");
	}

	void paragraph(String text) {
		if (!text.isBlank()) page.append("<p>").append(Html.escaped(text.strip())).append("</p>\n");
	}

	void quote(String text) {
		page.append("<blockquote>").append(Html.escaped(text)).append("</blockquote>\n");
	}

	void code(String before, String line) {
		page.append("<p>")
			.append(Html.escaped(before))
			.append(" <code>")
			.append(Html.escaped(line))
			.append("</code></p>\n");
	}

	void list(List<Text> texts) {
		items(texts.stream().map(this::cited).toList());
	}

	/** @param items as HTML */
	void items(List<String> items) {
		if (items.isEmpty()) return;
		page.append(items.stream()
			.map(i -> "<li>" + i + "</li>\n")
			.collect(Collectors.joining("", "<ul>\n", "</ul>\n")));
	}

	/** @param chosen the row that stands out, from 0; -1 for none */
	void table(List<String> heads, List<List<String>> rows, int chosen) {
		page.append("<table>").append(row(heads, "th", ""));
		for (int i = 0; i < rows.size(); i++)
			page.append(row(rows.get(i), "td", i == chosen ? " class=\"chosen\"" : ""));
		page.append("</table>\n");
	}

	private static String row(List<String> cells, String tag, String attributes) {
		return cells.stream()
			.map(c -> "<" + tag + ">" + Html.escaped(c) + "</" + tag + ">")
			.collect(Collectors.joining("", "<tr" + attributes + ">", "</tr>\n"));
	}

	/** A text as HTML, with the numbers of its sources. */
	String cited(Text text) {
		String numbers = text.sources().stream().map(this::number).collect(Collectors.joining(", "));
		return Html.escaped(text.in(words)) + " <span class=\"source\">[" + numbers + "]</span>";
	}

	/** The number of a source in the list at the end. */
	String number(String source) {
		String name = words.sayOr("source." + source, source);
		if (!sources.contains(name)) sources.add(name);
		return String.valueOf(sources.indexOf(name) + 1);
	}

	/** The page with its list of sources. */
	String end() {
		if (!sources.isEmpty()) {
			heading("plan.sources");
			page.append("<ol class=\"source\">\n");
			sources.forEach(s -> page.append("<li>").append(Html.escaped(s)).append("</li>\n"));
			page.append("</ol>\n");
		}
		return page.append("</body>\n</html>\n").toString();
	}
}
