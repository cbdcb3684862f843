package triptych.advisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.advisor.need.Answer;
import triptych.advisor.need.Language;
import triptych.advisor.need.Level;
import triptych.advisor.need.Needs;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.core.TriptychException;

/** The budget rule: ranges, what is affordable, where to start, and that money left over sells nothing. */
class BudgetTest {

	private static final OptionalDouble NO = OptionalDouble.empty();
	private static final Words EN = Words.in(Language.EN);

	@ParameterizedTest
	@CsvSource({ "250, yes, '', 1000, 5000", "100, partial, '', 400, 2000", "40, no, classification_single, 160, 800" })
	void detectionOfFiveObjectsInThousandImages(double money, String affordable, String start, double least, double most) {
		Advice a = new Advisor(new Budget(of(1000), of(1), Answer.UNKNOWN, Answer.NO, of(
			money), NO, NO, Answer.UNKNOWN)).advise(Needs.of(TaskChoice.DETECTION));
		assertEquals(affordable, a.affordable().key());
		assertEquals(start.isBlank() ? "detection" : start, a.route().start().key());
		assertEquals(start.isBlank() ? "" : "detection", a.route().escalationKey());
		assertEquals(new Range(money / 0.2, money / 0.05), a.cost().get().images().get());
	}

	@Test
	void bothLimitsMustHold() {
		Needs needs = Needs.of(TaskChoice.DETECTION);
		Budget images = Budget.UNKNOWN.with(100, 10);
		assertEquals(Affordable.YES, new Advisor(images.spending(of(200), of(11.7))).advise(needs).affordable());
		assertEquals(Affordable.PARTIAL, new Advisor(images.spending(of(200), of(5))).advise(needs).affordable());
		assertEquals(Affordable.NO, new Advisor(images.spending(of(200), of(1))).advise(needs).affordable());
		assertEquals(Affordable.NO, new Advisor(images.spending(of(10), of(100))).advise(needs).affordable());
		assertEquals(Affordable.UNKNOWN, new Advisor(images).advise(needs).affordable());
	}

	/** Rule 42, of which scenario S02 and S04 are cases: the task never gets harder with the money. */
	@ParameterizedTest
	@EnumSource(TaskChoice.class)
	void aLargeBudgetSellsNothing(TaskChoice task) {
		Advice a = new Advisor(Budget.UNKNOWN.with(100, 5).spending(of(1e9), of(1e9))).advise(Needs.of(task));
		assertEquals(task, a.task());
		assertEquals(task, a.route().start());
		assertEquals("", a.route().escalationKey());
	}

	@Test
	void masksOutOfReachStartWithBoxesAndAreasNever() {
		Budget tight = Budget.UNKNOWN.with(3000, 3).spending(of(2000), NO);
		assertRoute("detection", "instance", new Advisor(tight).advise(Needs.of(TaskChoice.INSTANCE)));
		assertRoute("detection", "panoptic", new Advisor(tight).advise(Needs.of(TaskChoice.PANOPTIC)));
		assertRoute("classification_single", "semantic", new Advisor(tight).advise(Needs.of(TaskChoice.SEMANTIC)));
		Budget none = Budget.UNKNOWN.with(3000, 30).spending(of(200), NO);
		assertRoute("classification_single", "detection>instance", new Advisor(none).advise(Needs.of(TaskChoice.INSTANCE)));
	}

	@Test
	void classesThatOccurTogetherMakeAChecklist() {
		Budget tight = new Budget(of(50000), of(3), Answer.UNKNOWN, Answer.YES, of(1000), NO, NO, Answer.UNKNOWN);
		assertRoute("classification_multi", "semantic", new Advisor(tight).advise(Needs.of(TaskChoice.SEMANTIC)));
		Needs labels = new Needs(Level.IMAGE, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN,
			Optional.empty());
		assertEquals(TaskChoice.CLASSIFICATION_MULTI, new Advisor(tight).advise(labels).task());
		assertEquals(TaskChoice.CLASSIFICATION_SINGLE, new Advisor(Budget.UNKNOWN).advise(labels).task());
	}

	@Test
	void anOpenNeedStartsWithLabels() {
		assertRoute("classification_single", "detection", new Advisor(Budget.UNKNOWN.with(1000, 3).spending(
			of(30), NO)).advise(Needs.UNKNOWN));
	}

	@Test
	void framesASecondMatterForObjectsOnly() {
		Budget video = new Budget(NO, NO, Answer.UNKNOWN, Answer.UNKNOWN, NO, NO, of(30), Answer.NO);
		assertRoute("detection", "instance", new Advisor(video).advise(Needs.of(TaskChoice.INSTANCE)));
		assertRoute("detection", "", new Advisor(video).advise(Needs.of(TaskChoice.DETECTION)));
		assertRoute("semantic", "", new Advisor(video).advise(Needs.of(TaskChoice.SEMANTIC)));
		assertRoute("classification_single", "", new Advisor(video).advise(Needs.of(TaskChoice.CLASSIFICATION_SINGLE)));
		assertTrue(new Advisor(video).advise(Needs.of(TaskChoice.DETECTION)).families().stream().anyMatch(f -> f.fits() && f.text()
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
		Prices own = Prices.PUBLISHED.with("label:0.04,box:0.1,mask:0.8", EN);
		Budget b = Budget.UNKNOWN.with(10, 30);
		assertEquals(new Range(0.4, 0.4), own.cost(TaskChoice.CLASSIFICATION_MULTI, b).money().get());
		assertEquals(new Range(1, 1), own.cost(TaskChoice.LOCALISATION, b).money().get());
		assertEquals(30, own.cost(TaskChoice.DETECTION, b).money().get().high(), 1e-9);
		assertEquals(8, own.cost(TaskChoice.SEMANTIC, b).money().get().low(), 1e-9);
		assertEquals(240, own.cost(TaskChoice.INSTANCE, b).money().get().low(), 1e-9);
		assertFalse(own.cost(TaskChoice.INSTANCE, b).lowerBound(), "a price an object is no lower bound");
		assertEquals(Prices.PUBLISHED.cost(TaskChoice.INSTANCE, b).hours(), own.cost(TaskChoice.INSTANCE, b).hours());
		assertEquals(Prices.PUBLISHED, Prices.PUBLISHED.with(" ", EN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "box", "box:", "box:cheap", "tile:3", "box:-1", "mask:Infinity" })
	void aWrongPriceIsASentence(String own) {
		TriptychException e = assertThrows(TriptychException.class, () -> Prices.PUBLISHED.with(own, EN));
		assertTrue(e.getMessage().startsWith("prices: \"" + own + "\" is no price"), e.getMessage());
	}

	/** No hours at all are a budget, too, unless an installed model answers. */
	@Test
	void noHoursAreABudgetAndAModelBeatsIt() {
		Budget b = Budget.UNKNOWN.with(20, 60).spending(NO, of(0));
		Advice none = new Advisor(b).advise(Needs.of(TaskChoice.INSTANCE));
		assertEquals(Affordable.NO, none.affordable());
		assertEquals(new Range(0, 0), none.cost().get().images().get());
		Words words = Words.in(Language.EN);
		Advice ready = new Advisor(b, Prices.PUBLISHED, t -> Optional.of("nuclei"), words).advise(Needs.of(TaskChoice.INSTANCE));
		assertRoute("instance", "", ready);
		assertEquals(Affordable.YES, ready.affordable());
		assertTrue(ready.reason().contains("The installed model nuclei answers this without any labelling"), ready.reason());
	}

	@Test
	void everyPriceNamesItsSource() {
		for (Cost c : new Advisor(Budget.UNKNOWN).advise(Needs.UNKNOWN).costs())
			for (String source : new String[] { c.price().moneySource(EN), c.price().hoursSource(EN) })
				assertTrue(source.length() > 10, source);
		for (ObjectPrice p : ObjectPrice.all()) {
			assertTrue(p.source(EN).length() > 10, p.toString());
			assertTrue(p.seconds().isPresent(), p.toString());
			assertFalse(p.name(Words.in(Language.EN)).isBlank());
		}
	}

	@Test
	void aNegativeBudgetIsToldByItsKey() {
		TriptychException e = assertThrows(TriptychException.class, () -> Budget.UNKNOWN.spending(of(-5), NO));
		assertEquals("money=-5.0: give a number from 0 up, or leave it out.", e.getMessage());
		assertThrows(TriptychException.class, () -> Budget.UNKNOWN.with(Double.NaN, 1));
	}

	@Test
	void aThousandWithAPointIsNoImageAndAFifth() {
		String sentence = assertThrows(TriptychException.class, () -> Budget.UNKNOWN.with(1.2, 1))
			.getMessage();
		assertTrue(sentence.contains("whole number"), sentence);
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
