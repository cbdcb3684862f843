package triptych.teach.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class CrossValidationTest {

	private static CrossValidation linear(Examples examples) {
		return CrossValidation.of(examples, LinearLearner.best(examples));
	}

	@Test
	void noImageIsOnBothSides() {
		Examples examples = Clouds.of(3, 40, 1, 2);
		Folds folds = Folds.of(examples);
		assertEquals(5, folds.count());
		for (int i = 0; i < examples.count(); i++)
			for (int j = 0; j < examples.count(); j++)
				if (examples.imageOf()[i] == examples.imageOf()[j])
					assertEquals(folds.foldOf()[i], folds.foldOf()[j]);
	}

	@Test
	void eachPartHasItsShareOfEachClass() {
		Examples examples = Clouds.of(3, 40, 1, 2);
		Folds folds = Folds.of(examples);
		for (int f = 0; f < folds.count(); f++)
			for (int n : examples.only(folds.indices(f, true)).perClass())
				assertTrue(n >= 5 && n <= 12, "a class of 40 has " + n + " in a part of five");
	}

	@Test
	void examplesOfOneImageAreTakenOneByOneAndThatIsTold() {
		Examples examples = Clouds.of(2, 10, 3, 2);
		Arrays.fill(examples.imageOf(), 0);
		CrossValidation made = linear(examples);
		assertFalse(made.byImage());
		assertEquals(20, Arrays.stream(made.counts()).flatMapToInt(Arrays::stream).sum());
	}

	/** Crops of objects are an image each; the freedom is chosen on some of them only. */
	@Test
	void thousandsOfImagesWithOneExampleEach() {
		Examples examples = Clouds.of(2, 900, 3, 5);
		Arrays.setAll(examples.imageOf(), i -> i);
		CrossValidation made = linear(examples);
		assertTrue(made.byImage());
		assertTrue(made.balanced().value() > 0.85, made.toString());
	}

	/** Labels that mean nothing must not seem to be learnt. */
	@Test
	void nothingToLearnGivesChance() {
		CrossValidation made = linear(Clouds.of(2, 200, 0, 9));
		assertEquals(0.5, made.balanced().value(), 0.1);
	}

	@Test
	void whatIsEasyIsRightAndItsIntervalHoldsIt() {
		CrossValidation made = linear(Clouds.of(3, 40, 3, 4));
		assertTrue(made.balanced().value() > 0.85, made.toString());
		assertTrue(made.balanced().low() < made.balanced().value());
		assertTrue(made.balanced().high() >= made.balanced().value());
	}

	/** Ten right of ten do not show that all are. */
	@Test
	void fewThatAreAllRightLeaveRoomForAWrongOne() {
		CrossValidation made = linear(Clouds.of(2, 10, 12, 4));
		assertEquals(1, made.balanced().value());
		assertEquals(1, made.balanced().high(), 1e-9);
		assertTrue(made.balanced().low() < 0.85, made.balanced().toString());
		assertTrue(made.balanced().low() > 0.7, made.balanced().toString());
	}

	@Test
	void theSameExamplesGiveTheSame() {
		CrossValidation one = linear(Clouds.of(3, 30, 2, 4));
		CrossValidation other = linear(Clouds.of(3, 30, 2, 4));
		assertEquals(one.balanced(), other.balanced());
		assertArrayEquals(one.predicted(), other.predicted());
	}
}
