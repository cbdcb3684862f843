package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import triptych.advisor.need.Answer;
import triptych.advisor.need.Needs;
import triptych.advisor.need.TaskChoice;
import triptych.needs.NeedsTestData;

/** The scenarios beside the project (25) and some of our own in the same columns: start, escalation, money and hours. */
class ScenariosTest {

	@TestFactory
	@NeedsTestData("advisor/scenarios.tsv")
	List<DynamicTest> shared() throws IOException {
		return tests(SharedFolder.table("advisor/scenarios.tsv"));
	}

	@TestFactory
	List<DynamicTest> own() throws IOException {
		return tests(SharedFolder.read(Path.of("src/test/resources/triptych/advisor/own-scenarios.tsv")));
	}

	private static List<DynamicTest> tests(List<Map<String, String>> rows) {
		return rows.stream().map(r -> DynamicTest.dynamicTest(r.get("id"), () -> check(r))).toList();
	}

	private static void check(Map<String, String> row) {
		Budget budget = new Budget(number(row, "images"), number(row, "objects_per_image"), Answer.of("crowded", row.get(
			"crowded")), Answer.of("cooccur", row.get("cooccurrence")), number(row, "money_usd"), number(row, "hours"), number(row,
				"fps"), Answer.UNKNOWN);
		TaskChoice needed = TaskChoice.of(row.get("needed_task"));
		Advice advice = new Advisor(budget).advise(Needs.of(needed));
		assertEquals(needed, advice.task());
		assertEquals(row.get("gold_start"), advice.route().start().key());
		assertEquals(row.get("gold_escalate"), advice.route().escalationKey());
		if (needed == TaskChoice.NONE) return;
		assertEquals(row.get("affordable"), advice.affordable().key());
		assertEquals(number(row, "money_low").getAsDouble(), advice.cost().get().money().get().low(), 0.005);
		assertEquals(number(row, "money_high").getAsDouble(), advice.cost().get().money().get().high(), 0.005);
		assertEquals(number(row, "hours_low").getAsDouble(), advice.cost().get().hours().get().low(), 0.0501);
		assertEquals(number(row, "hours_high").getAsDouble(), advice.cost().get().hours().get().high(), 0.0501);
		mentions(row.get("must_mention"), advice);
	}

	/** A choice of words with / in between, or all of them joined by "or": one must be there as it stands. */
	private static void mentions(String words, Advice advice) {
		StringBuilder said = new StringBuilder(advice.reason());
		for (String part : List.of("answers", "post", "metric", "main"))
			advice.texts(part).forEach(t -> said.append(' ').append(t.text()));
		for (String word : words.split("\\|"))
			if (!word.startsWith("top-k")) assertTrue(said.toString().contains(word), word + " in " + said);
			else assertTrue(said.toString().contains("top-k") && said.toString().contains("p > 0.8"), said.toString());
	}

	private static OptionalDouble number(Map<String, String> row, String column) {
		String cell = row.getOrDefault(column, "");
		return cell.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
	}
}
