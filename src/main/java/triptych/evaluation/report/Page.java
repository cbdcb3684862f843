package triptych.evaluation.report;

import java.util.List;
import java.util.stream.Collectors;

import triptych.advice.Html;

/** A page of HTML that holds all it needs in itself, to read and to print. */
final class Page {

	private static final String STYLE = """
		body { font: 11pt/1.45 Georgia, serif; max-width: 60em; margin: 2em auto;
		padding: 0 1em; color: #111 }
		h1 { font-size: 1.6em; margin-bottom: .2em }
		h2 { font-size: 1.15em; border-bottom: 1px solid #999; margin: 1.5em 0 .5em }
		table { border-collapse: collapse; margin-bottom: .8em }
		th, td { text-align: left; vertical-align: top;
		border-bottom: 1px solid #ccc; padding: .2em 1em .2em 0 }
		td.number { text-align: right; font-variant-numeric: tabular-nums }
		.verdict { border-left: 6px solid #0072B2; background: #eef5fa; padding: .6em .9em }
		.warning { border-left: 6px solid #D55E00; background: #fdf1ea; padding: .4em .9em;
		margin: .4em 0 }
		.plots, .pictures { display: flex; flex-wrap: wrap; gap: 1.2em }
		figure { margin: 0; break-inside: avoid } figcaption { font-size: .85em; max-width: 26em }
		figure h3 { font-size: 1em; margin: 0 0 .2em } svg { font-family: Helvetica, Arial, sans-serif }
		code { overflow-wrap: anywhere } .small { color: #444; font-size: .85em }
		.key { display: inline-block; width: 1em; height: .8em; border: 1px solid #444 }
		@page { margin: 15mm }
		@media print { body { margin: 0; max-width: none } h2, .small { break-after: avoid }
		table { font-size: 9pt } th, td { padding: .1em .9em .1em 0 } ul { font-size: 9pt }
		table, tr, li { break-inside: avoid } * { print-color-adjust: exact }
		.pictures figure { width: 47% } .pictures img { width: 100%; height: auto } }
		""";

	private final StringBuilder page = new StringBuilder();

	Page(String title) {
		page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n<title>")
			.append(Html.escaped(title))
			.append("</title>\n<style>\n")
			.append(STYLE)
			.append("</style>\n</head>\n<body>\n<h1>")
			.append(Html.escaped(title))
			.append("</h1>\n");
	}

	void heading(String text) {
		page.append("<h2>").append(Html.escaped(text)).append("</h2>\n");
	}

	void paragraph(String text) {
		box("", text);
	}

	/** @param look a class of the style, blank for none */
	void box(String look, String text) {
		page.append(look.isEmpty() ? "<p>" : "<p class=\"" + look + "\">")
			.append(Html.escaped(text))
			.append("</p>\n");
	}

	void code(String before, String line) {
		page.append("<p>")
			.append(Html.escaped(before))
			.append(" <code>")
			.append(Html.escaped(line))
			.append("</code></p>\n");
	}

	void list(List<String> items) {
		page.append("<ul>\n");
		items.forEach(i -> page.append("<li>").append(Html.escaped(i)).append("</li>\n"));
		page.append("</ul>\n");
	}

	/** A row of heads, then rows of text; all cells but the first are numbers. */
	void table(List<String> heads, List<List<String>> rows) {
		page.append("<table>\n<tr>");
		heads.forEach(h -> page.append("<th>").append(Html.escaped(h)).append("</th>"));
		page.append("</tr>\n");
		for (List<String> row : rows) {
			String cells = row.stream()
				.skip(1)
				.map(c -> "<td class=\"number\">" + Html.escaped(c) + "</td>")
				.collect(Collectors.joining());
			page.append("<tr><td>" + Html.escaped(row.get(0)) + "</td>" + cells + "</tr>\n");
		}
		page.append("</table>\n");
	}

	/** @param look of the pictures together: plots or pictures */
	void open(String look) {
		page.append("<div class=\"" + look + "\">\n");
	}

	void close() {
		page.append("</div>\n");
	}

	/** @param picture as HTML */
	void figure(String title, String picture, String caption) {
		page.append("<figure><h3>")
			.append(Html.escaped(title))
			.append("</h3>\n")
			.append(picture)
			.append("<figcaption>")
			.append(Html.escaped(caption))
			.append("</figcaption></figure>\n");
	}

	/** What is HTML already. */
	void raw(String html) {
		page.append(html);
	}

	String end() {
		return page.append("</body>\n</html>\n").toString();
	}
}
