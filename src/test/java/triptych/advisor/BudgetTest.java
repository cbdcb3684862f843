package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.core.TriptychException;

/** The budget rule: ranges, what is affordable, where to start, and that money left over sells nothing. */
class BudgetTest {

	private static final OptionalDouble NO = OptionalDouble.empty();

	@ParameterizedTest
	@CsvSource({ "250, yes, '', 1000, 5000", "100, partial, '', 400, 2000", "40, no, classification_single, 160, 800" })
	void detectionOfFiveObjectsInThousandImages(double money, String affordable, String start, double least, double most) {
		Advice a = Advisor.advise(Needs.of(TaskChoice.DETECTION), new Budget(of(1000), of(1), Answer.UNKNOWN, Answer.NO, of(
			money), NO, NO, Answer.UNKNOWN));
		assertEquals(affordable, a.affordable().key());
		assertEquals(start.isBlank() ? "detection" : start, a.route().start().key());
		assertEquals(start.isBlank() ? "" : "detection", a.route().escalationKey());
		assertEquals(new Range(money / 0.2, money / 0.05), a.cost().get().images().get());
	}

	@Test
	void bothLimitsMustHold() {
		Needs needs = Needs.of(TaskChoice.DETECTION);
		Budget images = Budget.UNKNOWN.with(100, 10);
		assertEquals(Affordable.YES, Advisor.advise(needs, images.spending(of(200), of(11.7))).affordable());
		assertEquals(Affordable.PARTIAL, Advisor.advise(needs, images.spending(of(200), of(5))).affordable());
		assertEquals(Affordable.NO, Advisor.advise(needs, images.spending(of(200), of(1))).affordable());
		assertEquals(Affordable.NO, Advisor.advise(needs, images.spending(of(10), of(100))).affordable());
		assertEquals(Affordable.UNKNOWN, Advisor.advise(needs, images).affordable());
	}

	/** Rule 42, of which scenario S02 and S04 are cases: the task never gets harder with the money. */
	@ParameterizedTest
	@EnumSource(TaskChoice.class)
	void aLargeBudgetSellsNothing(TaskChoice task) {
		Advice a = Advisor.advise(Needs.of(task), Budget.UNKNOWN.with(100, 5).spending(of(1e9), of(1e9)));
		assertEquals(task, a.task());
		assertEquals(task, a.route().start());
		assertEquals("", a.route().escalationKey());
	}

	@Test
	void masksOutOfReachStartWithBoxesAndAreasNever() {
		Budget tight = Budget.UNKNOWN.with(3000, 3).spending(of(2000), NO);
		assertRoute("detection", "instance", Advisor.advise(Needs.of(TaskChoice.INSTANCE), tight));
		assertRoute("detection", "panoptic", Advisor.advise(Needs.of(TaskChoice.PANOPTIC), tight));
		assertRoute("classification_single", "semantic", Advisor.advise(Needs.of(TaskChoice.SEMANTIC), tight));
		Budget none = Budget.UNKNOWN.with(3000, 30).spending(of(200), NO);
		assertRoute("classification_single", "detection>instance", Advisor.advise(Needs.of(TaskChoice.INSTANCE), none));
	}

	@Test
	void classesThatOccurTogetherMakeAChecklist() {
		Budget tight = new Budget(of(50000), of(3), Answer.UNKNOWN, Answer.YES, of(1000), NO, NO, Answer.UNKNOWN);
		assertRoute("classification_multi", "semantic", Advisor.advise(Needs.of(TaskChoice.SEMANTIC), tight));
		Needs labels = new Needs(Level.IMAGE, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN,
			java.util.Optional.empty());
		assertEquals(TaskChoice.CLASSIFICATION_MULTI, Advisor.advise(labels, tight).task());
		assertEquals(TaskChoice.CLASSIFICATION_SINGLE, Advisor.advise(labels, Budget.UNKNOWN).task());
	}

	@Test
	void anOpenNeedStartsWithLabels() {
		assertRoute("classification_single", "detection", Advisor.advise(Needs.UNKNOWN, Budget.UNKNOWN.with(1000, 3).spending(
			of(30), NO)));
	}

	@Test
	void framesASecondMatterForObjectsOnly() {
		Budget video = new Budget(NO, NO, Answer.UNKNOWN, Answer.UNKNOWN, NO, NO, of(30), Answer.NO);
		assertRoute("detection", "instance", Advisor.advise(Needs.of(TaskChoice.INSTANCE), video));
		assertRoute("detection", "", Advisor.advise(Needs.of(TaskChoice.DETECTION), video));
		assertRoute("semantic", "", Advisor.advise(Needs.of(TaskChoice.SEMANTIC), video));
		assertRoute("classification_single", "", Advisor.advise(Needs.of(TaskChoice.CLASSIFICATION_SINGLE), video));
		assertTrue(Advisor.advise(Needs.of(TaskChoice.DETECTION), video).families().stream().anyMatch(f -> f.fits() && f.text()
			.text().contains("30 frames")));
	}

	@Test
	void manyOutlinesCostMoreThanAPriceAnImageSays() {
		assertFalse(Prices.PUBLISHED.cost(TaskChoice.INSTANCE, Budget.UNKNOWN.with(10, 20)).lowerBound());
		assertTrue(Prices.PUBLISHED.cost(TaskChoice.INSTANCE, Budget.UNKNOWN.with(10, 21)).lowerBound());
		assertTrue(Prices.PUBLISHED.cost(TaskChoice.PANOPTIC, Budget.UNKNOWN.with(10, 21)).lowerBound());
		assertFalse(Prices.PUBLISHED.cost(TaskChoice.SEMANTIC, Budget.UNKNOWN.with(10, 21)).lowerBound());
	}

	/** Rule 50, as rules.md works it out. */
	@Test
	void fiftyThousandImages() {
		Budget b = Budget.UNKNOWN.with(50000, 1);
		assertEquals(new Range(2500, 10000), Prices.PUBLISHED.cost(TaskChoice.DETECTION, b).money().get());
		assertEquals(new Range(50000, 250000), Prices.PUBLISHED.cost(TaskChoice.INSTANCE, b).money().get());
	}

	@Test
	void ownPricesReplaceThePublishedOnes() {
		Map<TaskChoice, Price> own = new EnumMap<>(Prices.PUBLISHED.of());
		Range nothing = new Range(0, 0);
		own.put(TaskChoice.DETECTION, new Price(nothing, new Range(1, 1), nothing, new Range(36, 36), "own", "own"));
		Cost cost = Advisor.advise(Needs.of(TaskChoice.DETECTION), Budget.UNKNOWN.with(10, 10), new Prices(own)).cost().get();
		assertEquals(new Range(100, 100), cost.money().get());
		assertEquals(new Range(1, 1), cost.hours().get());
	}

	@Test
	void everyPriceNamesItsSource() {
		for (Cost c : Advisor.advise(Needs.UNKNOWN, Budget.UNKNOWN).costs())
			for (String source : new String[] { c.price().moneySource(), c.price().hoursSource() })
				assertTrue(source.startsWith("003: ") || source.startsWith("not from the source texts: "), source);
	}

	@Test
	void aNegativeBudgetIsToldByItsKey() {
		TriptychException e = assertThrows(TriptychException.class, () -> Budget.UNKNOWN.spending(of(-5), NO));
		assertEquals("money=-5.0: give a number from 0 up, or leave it out.", e.getMessage());
		assertThrows(TriptychException.class, () -> Budget.UNKNOWN.with(Double.NaN, 1));
	}

	private static void assertRoute(String start, String escalation, Advice advice) {
		assertEquals(start + " then " + escalation, advice.route().start().key() + " then " + advice.route().escalationKey());
		for (TaskChoice next : advice.route().escalation())
			assertFalse(advice.trigger(next).text().isBlank());
	}

	private static OptionalDouble of(double value) {
		return OptionalDouble.of(value);
	}
}
