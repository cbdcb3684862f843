package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import triptych.advisor.need.Decision;
import triptych.advisor.need.Needs;
import triptych.advisor.need.OtherTool;
import triptych.advisor.need.Rule;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;

/** Each of the 76 rules taken from the source texts is honoured somewhere, and what is not from them says so. */
class RulesTest {

	private static final List<String> SOURCES = List.of("000", "001", "002", "003", "004");

	@Test
	void allRulesAreThereWithTheirSourceTexts() {
		assertEquals(IntStream.rangeClosed(1, 76).boxed().toList(), Rule.all().stream().map(Rule::item).toList());
		for (Rule r : Rule.all())
			assertTrue(SOURCES.containsAll(r.sources()) && !r.text().isBlank(), r.toString());
	}

	@Test
	void everyRuleIsHonouredWhereTheListSays() throws Exception {
		List<Map<String, String>> list = SharedFolder.read(Path.of("src/test/resources/triptych/advisor/rules-honoured.tsv"));
		assertEquals(IntStream.rangeClosed(1, 76).mapToObj(String::valueOf).toList(), list.stream().map(r -> r.get("item"))
			.toList());
		for (Map<String, String> row : list) {
			assertFalse(row.get("where").isBlank(), row.toString());
			for (String where : row.get("where").split(", "))
				assertTrue(honoured(Integer.parseInt(row.get("item")), where), row + ": " + where);
		}
	}

	private static boolean honoured(int item, String where) throws ClassNotFoundException {
		String[] kind = where.split(":"), name = kind[1].split("[/#]");
		return switch (kind[0]) {
			case "text" -> Text.all().stream().anyMatch(t -> t.task().equals(name[0]) && t.part().equals(name[1]) && cites(t
				.rules(), item));
			case "row" -> Decision.table().stream().anyMatch(d -> d.row().equals(name[0]) && cites(d.rules(), item));
			case "test" -> Arrays.stream(Class.forName("triptych.advisor." + name[0]).getDeclaredMethods()).anyMatch(m -> m
				.getName().equals(name[1]));
			default -> false;
		};
	}

	private static boolean cites(List<Rule> rules, int item) {
		return rules.stream().anyMatch(r -> r.item() == item);
	}

	/** Section G of rules.md: no source text gives a metric for masks, or a price or a time for image labels. */
	@Test
	void whatTheSourceTextsDoNotSayIsMarked() {
		for (Text t : Text.all()) {
			assertFalse(t.rules().isEmpty() && t.source().isBlank(), t.toString());
			assertTrue(t.rules().isEmpty() || t.source().isBlank(), t.toString());
			assertFalse(t.sources().isEmpty(), t.toString());
		}
		for (TaskChoice task : List.of(TaskChoice.SEMANTIC, TaskChoice.INSTANCE))
			for (Text t : Text.of(task, "metric"))
				assertTrue(t.rules().isEmpty(), t.toString());
	}

	@Test
	void everyTaskHasEveryPart() {
		for (TaskChoice task : TaskChoice.values())
			if (task != TaskChoice.NONE) for (String part : List.of("answers", "unit", "format", "guideline", "post", "metric",
				"target", "main", "accurate", "small", "fast", "few", "trigger", "contrast", "note"))
				assertFalse(Text.of(task, part).isEmpty(), task + " " + part);
		for (OtherTool tool : OtherTool.values())
			for (String part : List.of("tool", "still"))
				assertFalse(Text.of(tool, part).text().isBlank());
	}

	/** Semantic and instance "are often confused" (rule 41): each is told apart from the other. */
	@Test
	void semanticAndInstanceAreContrasted() {
		for (TaskChoice task : List.of(TaskChoice.SEMANTIC, TaskChoice.INSTANCE))
			assertTrue(Text.of(task, "contrast").get(0).text().startsWith("Often confused with"));
	}

	@Test
	void adviceCitesItsRules() {
		Advice a = new Advisor(Budget.UNKNOWN.with(3000, 3).spending(OptionalDouble
			.of(2000), OptionalDouble.empty())).advise(Needs.of(TaskChoice.INSTANCE));
		assertEquals(List.of(17, 19, 33, 34, 35, 36, 39, 40), a.rules().stream().map(Rule::item).toList());
	}
}
