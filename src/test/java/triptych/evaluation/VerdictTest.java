package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import triptych.advice.LatestAdvice;
import triptych.advice.TaskAdvice;
import triptych.core.TriptychException;
import triptych.workflow.Triptych;

/** Stop, label more or go on, each with its reason in figures. */
class VerdictTest {

	@TempDir
	Path folder;

	@BeforeEach
	@AfterEach
	void forget() {
		LatestAdvice.forget();
	}

	/** Images of the class cat or dog, so many of each ten right. */
	private Verdict classes(int images, int rightOfTen, String more) {
		return evaluated(images, rightOfTen, more).verdict().orElse(null);
	}

	private EvaluationResult evaluated(int images, int rightOfTen, String more) {
		List<String> truth = new ArrayList<>(List.of("File,Class"));
		List<String> found = new ArrayList<>(List.of("File,Class"));
		for (int i = 0; i < images; i++) {
			String name = i % 2 == 0 ? "cat" : "dog", other = i % 2 == 0 ? "dog" : "cat";
			truth.add("i" + i + "," + name);
			found.add("i" + i + "," + (i / 2 % 10 < rightOfTen ? name : other));
		}
		PlantedSets.text(folder.resolve("truth.csv"), truth);
		PlantedSets.text(folder.resolve("found.csv"), found);
		return Triptych.evaluate("truth=[" + folder + "/truth.csv] predictions=[" + folder
			+ "/found.csv] " + more);
	}

	@Test
	void withoutATargetNothingIsJudged() {
		assertEquals(null, classes(40, 9, ""));
	}

	@Test
	void evenTheLowerEndReachesTheTarget() {
		Verdict verdict = classes(400, 9, "target=0.8");
		assertEquals(Verdict.Kind.STOP, verdict.kind());
		assertTrue(verdict.low() >= 0.8 && verdict.text().contains("BalancedAccuracy 0.900"),
			verdict.text());
	}

	@Test
	void anIntervalThatHoldsTheTargetAsksForMoreImagesToTestOn() {
		Verdict verdict = classes(40, 9, "target=0.88");
		assertEquals(Verdict.Kind.LABEL_MORE, verdict.kind());
		assertTrue(verdict.text().contains("too few to be sure"), verdict.text());
	}

	@Test
	void everyClassBelowTheTargetGoesOnToBoxesAndTellsWhatTheyCost() {
		Verdict verdict = classes(400, 5, "target=0.9");
		assertEquals(Verdict.Kind.ESCALATE, verdict.kind());
		assertEquals("detection", verdict.next());
		assertTrue(verdict.text().contains("Labelling 100 images"), verdict.text());
	}

	/** The window of Choose Task... shows the verdict on its advice, and none on another one. */
	@Test
	void theVerdictStaysWithTheAdviceThatItFollows() {
		Triptych.chooseTask("question=[What is the area of each seed?] images=500");
		TaskAdvice advice = LatestAdvice.get().orElseThrow();
		List<String> heard = new ArrayList<>();
		LatestAdvice.onVerdict(() -> heard.add(LatestAdvice.verdict(advice).orElse("none")));
		Verdict verdict = classes(400, 8, "");
		LatestAdvice.onVerdict(() -> {});
		assertEquals(List.of(verdict.text()), heard);
		Triptych.chooseTask("question=[How many cells are in each image?]");
		TaskAdvice other = LatestAdvice.get().orElseThrow();
		assertEquals(Optional.empty(), LatestAdvice.verdict(other));
		assertEquals(Optional.empty(), LatestAdvice.verdict(advice));
	}

	@Test
	void anAdviceOfTheSessionGivesPathAndSuggestedTarget() {
		Triptych.chooseTask("question=[What is the area of each seed?] images=500 objects=60 money=100");
		Verdict verdict = classes(400, 8, "");
		assertEquals(Verdict.Kind.ESCALATE, verdict.kind(), verdict.text());
		assertEquals("detection", verdict.next(), verdict.text());
		assertTrue(verdict.text().contains("No target was given; 0.9")
			&& verdict.text().contains("500 images"), verdict.text());
	}

	@Test
	void objectsThatWereMissedAskForMoreImagesOfThem() {
		Rectangle a = new Rectangle(2, 2, 10, 10), b = new Rectangle(20, 5, 12, 8);
		for (int i = 0; i < 12; i++) {
			PlantedSets.labels(folder.resolve("truth"), "i" + i, a, b);
			PlantedSets.labels(folder.resolve("found"), "i" + i, a);
		}
		Verdict verdict = Triptych.evaluate(
			"truth=[" + folder + "/truth] predictions=[" + folder + "/found] target=0.9")
				.verdict()
				.orElseThrow();
		assertEquals(Verdict.Kind.LABEL_MORE, verdict.kind());
		assertTrue(verdict.text().contains("kind missed") && verdict.text().contains("12 of them"),
			verdict.text());
		assertTrue(verdict.text().contains("cannot be said from one evaluation"), verdict.text());
	}

	/** A law of 1 - n^-0.5 for 25, 50 and 100 images: 0.8, 0.859, 0.9. */
	@Test
	void moreTrainingImagesAreForeseenFromThoseBefore() {
		EvaluationResult result = evaluated(400, 9, "target=0.92 training=50:0.859,25:0.8,100");
		TrainingForecast seen = result.training().orElseThrow();
		double truth = 1 - 1 / Math.sqrt(200);
		assertTrue(seen.low() <= truth && truth <= seen.high(), seen.toString());
		assertTrue(seen.high() - seen.low() < 0.06, seen.toString());
		// 1 - n^-0.5 is 0.92 at 156.
		assertEquals(156, seen.needed(), 25);
		assertTrue(result.sentences().contains(seen.sentence()), result.sentences().toString());
		assertTrue(seen.sentence().contains("Trained on 100 images; of 200 expect BalancedAccuracy"),
			seen.sentence());
		int at = result.table().indexOf("ImagesNeeded");
		assertEquals(seen.needed(), result.table().rows().get(0).get(at));
		assertTrue(EvaluationJson.of(result).contains("\"imagesNeeded\": " + seen.needed()),
			EvaluationJson.of(result));
		assertEquals(-1, evaluated(40, 9, "").table().indexOf("ImagesNeeded"));
	}

	@Test
	void whatCannotBeForeseenIsSaid() {
		assertTrue(evaluated(40, 9, "training=50:0.8,100").training().orElseThrow().sentence()
			.contains("from three sizes on"));
		TrainingForecast flat = evaluated(400, 8, "target=0.99 training=25:0.79,50:0.8,100")
			.training()
			.orElseThrow();
		assertTrue(Double.isNaN(flat.needed()) && flat.sentence().contains("out of reach"),
			flat.sentence());
		for (String wrong : List.of("many", "25:0.6,50:0.7", "25:61,50", "50:0.6,50", "25,50", "0"))
			assertTrue(assertThrows(TriptychException.class,
				() -> evaluated(40, 9, "training=" + wrong)).getMessage().contains("training"), wrong);
	}
}
