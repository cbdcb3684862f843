package triptych.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.options.ObjectOrigin;
import triptych.workflow.Triptych;

class ClickSessionTest {

	private static final ObjectOrigin AUTO = ObjectOrigin.parse("auto");
	private static final int SIDE = 6, OBJECTS = SIDE * SIDE;

	@TempDir
	private Path folder;

	/** Every second disc is bright, the others are dark; none has a class. */
	private static ImagePlus image(long seed) {
		Random random = new Random(seed);
		ByteProcessor pixels = new ByteProcessor(240, 240);
		for (int i = 0; i < 240 * 240; i++)
			pixels.set(i, 100 + random.nextInt(20));
		Overlay overlay = new Overlay();
		for (int k = 0; k < OBJECTS; k++) {
			OvalRoi roi = new OvalRoi(k % SIDE * 40 + 10, k / SIDE * 40 + 10, 18, 16);
			pixels.setValue(k % 2 == 0 ? 190 + random.nextInt(20) : 40 + random.nextInt(20));
			pixels.fill(roi);
			overlay.add(roi);
		}
		ImagePlus image = new ImagePlus("smear " + seed + ".tif", pixels);
		image.setOverlay(overlay);
		return image;
	}

	private static ClickSession session() {
		ClickSession session = new ClickSession();
		session.add("bright");
		session.add("dark");
		return session;
	}

	/** The first objects of a plane, each with its true class. */
	private static ClickedPlane clicked(ClickSession session, ImagePlus image, int objects) {
		ClickedPlane plane = session.plane(image, AUTO);
		for (int k = 0; k < objects; k++)
			session.give(plane, k, k % 2);
		return plane;
	}

	private static ClickGuess learnt(ClickSession session) {
		List<ClickGuess> heard = new ArrayList<>();
		try (ClickLearner learner = new ClickLearner(session)) {
			learner.learn(heard::add);
		}
		return heard.get(heard.size() - 1);
	}

	@Test
	void afterFourClicksAllOthersAreGuessed() {
		ClickSession session = session();
		ClickedPlane plane = clicked(session, image(1), 4);
		ClickGuess guess = learnt(session);
		assertEquals(0, guess.unmeasured());
		for (int k = 0; k < OBJECTS; k++)
			assertEquals(k % 2, guess.planes().get(plane).classOf()[k], "object " + k);
		assertEquals(List.of("bright", "dark"), guess.classes());
		assertEquals(2, guess.validation().orElseThrow().counts()[1][1]);
	}

	@Test
	void nothingIsGuessedFromOneClass() {
		ClickSession session = session();
		ClickedPlane plane = session.plane(image(1), AUTO);
		assertTrue(learnt(session).lines().get(0).contains("No object has a class"));
		session.give(plane, 0, 0);
		ClickGuess guess = learnt(session);
		assertTrue(guess.planes().isEmpty());
		assertTrue(guess.lines().get(0).contains("second class"), guess.lines().toString());
	}

	@Test
	void aClassWithoutExamplesIsNeverGuessed() {
		ClickSession session = new ClickSession();
		Stream.of("none", "bright", "dark").forEach(session::add);
		ClickedPlane plane = session.plane(image(1), AUTO);
		for (int k = 0; k < 6; k++)
			session.give(plane, k, 1 + k % 2);
		int[] guessed = learnt(session).planes().get(plane).classOf();
		for (int k = 0; k < OBJECTS; k++)
			assertEquals(1 + k % 2, guessed[k]);
	}

	@Test
	void imagesArePartedForCrossValidation() {
		ClickSession session = session();
		clicked(session, image(1), 8);
		assertFalse(learnt(session).validation().orElseThrow().byImage());
		clicked(session, image(2), 8);
		ClickGuess guess = learnt(session);
		assertTrue(guess.validation().orElseThrow().byImage());
		assertTrue(guess.lines().get(1).contains("no image was on both sides"),
			guess.lines().toString());
		assertFalse(guess.curve().isEmpty());
	}

	@Test
	void undoGoesBackThroughCorrections() {
		ClickSession session = session();
		ClickedPlane plane = session.plane(image(1), AUTO);
		assertTrue(session.give(plane, 3, 0));
		assertTrue(session.give(plane, 3, 1));
		assertFalse(session.give(plane, 3, 1), "the same class is no click");
		assertEquals(1, plane.classOf(3));
		session.undo();
		assertEquals(0, plane.classOf(3));
		session.undo();
		assertEquals(ClickSession.NONE, plane.classOf(3));
		assertTrue(session.undo().isEmpty());
		assertFalse(session.isUnsaved(), "there is no example left");
	}

	@Test
	void theLeastCertainIsOfferedFirstAndNothingTwice() {
		ClickSession session = session();
		ClickedPlane plane = clicked(session, image(1), 6);
		ClickGuess guess = learnt(session);
		Offers offers = new Offers();
		int first = offers.next(plane, guess).orElseThrow();
		assertEquals(ClickSession.NONE, plane.classOf(first));
		double before = guess.planes().get(plane).certainty()[first];
		for (int k = 0; k < OBJECTS - 7; k++) {
			int next = offers.next(plane, guess).orElseThrow();
			assertEquals(ClickSession.NONE, plane.classOf(next));
			double certainty = guess.planes().get(plane).certainty()[next];
			assertTrue(certainty >= before, "more certain ones come later");
			before = certainty;
		}
		assertEquals(first, offers.next(plane, guess).orElseThrow(), "and then again");
		for (int k = 0; k < OBJECTS; k++)
			session.give(plane, k, k % 2);
		assertTrue(offers.next(plane, guess).isEmpty());
	}

	@Test
	void theSmallestObjectUnderAClickIsMeant() {
		ImagePlus image = image(1);
		image.getOverlay().add(new Roi(0, 0, 240, 240));
		ClickedPlane plane = session().plane(image, AUTO);
		assertEquals(7, plane.at(40 + 10 + 9, 40 + 10 + 8).orElseThrow());
		assertEquals(OBJECTS, plane.at(0, 0).orElseThrow());
	}

	@Test
	void theExamplesOnDiskTeachTheSameModelAgain() throws IOException {
		ImagePlus first = image(1), second = image(2);
		byte[] pixels = ((byte[]) first.getProcessor().getPixels()).clone();
		ClickSession session = session();
		clicked(session, first, 10);
		clicked(session, second, 12);
		assertTrue(session.isUnsaved());
		System.setProperty("triptych.models", folder.resolve("models").toString());
		try {
			Path examples = new ClickFiles(session).write("mine");
			String keys = "examples=[" + examples + "] name=mine overwrite=yes";
			TeachResult made = Triptych.teachClasses(null, keys);
			assertTrue(made.lines().get(0).startsWith("22 examples on 2 images: 11 bright, 11 dark"),
				made.lines().toString());
			byte[] graph = Files.readAllBytes(folder.resolve("models/mine.onnx"));
			Triptych.teachClasses(null, keys);
			assertEquals(-1, Arrays.mismatch(graph,
				Files.readAllBytes(folder.resolve("models/mine.onnx"))));
			assertEquals(List.of("bright", "dark"), made.classes());
			// The same objects with the same classes on the open image make the same model.
			assertEquals(-1, Arrays.mismatch(pixels,
				(byte[]) first.getProcessor().getPixels()));
			assertEquals(OBJECTS, first.getOverlay().size());
			assertEquals(null, first.getOverlay().get(0).getProperty("class"));
		}
		finally {
			System.clearProperty("triptych.models");
		}
	}

	@Test
	void whatIsOnDiskFollowsTheSession() throws IOException {
		ClickSession session = session();
		ClickedPlane plane = clicked(session, image(1), 2);
		clicked(session, image(1), 2);
		System.setProperty("triptych.models", folder.resolve("models").toString());
		try {
			ClickFiles files = new ClickFiles(session);
			Path first = files.write("mine");
			assertEquals(List.of("smear 1-2-rois.zip", "smear 1-2.tif", "smear 1-rois.zip",
				"smear 1.tif"), names(first));
			session.give(plane, 0, ClickSession.NONE);
			session.give(plane, 1, ClickSession.NONE);
			assertEquals(first, files.write("mine"));
			assertEquals(List.of("smear 1-2-rois.zip", "smear 1-2.tif"), names(first));
			assertEquals("mine-2", new ClickFiles(session).write("mine").getFileName().toString());
			assertEquals("other", files.write("other").getFileName().toString());
		}
		finally {
			System.clearProperty("triptych.models");
		}
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void classesByHandAreExamplesFromTheStart() {
		ImagePlus image = image(1);
		image.getOverlay().get(0).setName("bright-1");
		image.getOverlay().get(1).setProperty("class", "dark");
		Roi found = image.getOverlay().get(2);
		found.setProperty("class", "nucleus");
		found.setProperty("score", "0.9");
		ClickSession session = new ClickSession();
		ClickedPlane plane = session.plane(image, AUTO);
		assertEquals(List.of("bright", "dark"), session.classes());
		assertEquals(0, plane.classOf(0));
		assertEquals(1, plane.classOf(1));
		assertEquals(ClickSession.NONE, plane.classOf(2), "a model's class is no example");
		ImagePlus other = image(2);
		for (Roi roi : other.getOverlay().toArray())
			roi.setName("cell-1");
		session.plane(other, AUTO);
		assertEquals(List.of("bright", "dark"), session.classes());
	}

	@Test
	void objectsFoundAnewKeepTheExamples() {
		ImagePlus image = image(1);
		ClickSession session = session();
		clicked(session, image, 3);
		Overlay again = new Overlay();
		IntStream.range(0, 5)
			.mapToObj(k -> new OvalRoi(k % SIDE * 40 + 11, 11, 17, 15))
			.forEach(again::add);
		image.setOverlay(again);
		ClickedPlane plane = session.renew(image, AUTO);
		assertEquals(5, plane.rois().size(), "three examples and the two others");
		assertEquals(3, plane.examples().length);
		assertEquals(List.of(plane), session.planes());
	}

	@Test
	void eachPlaneOfAStackIsAnImage() {
		ImageStack planes = new ImageStack(240, 240);
		planes.addSlice(image(1).getProcessor());
		planes.addSlice(image(2).getProcessor());
		ImagePlus stack = new ImagePlus("stack.tif", planes);
		stack.setOverlay(image(1).getOverlay());
		ClickSession session = session();
		clicked(session, stack, 6);
		stack.setSlice(2);
		assertTrue(session.known(stack).isEmpty());
		clicked(session, stack, 6);
		assertEquals(2, session.planes().size());
		assertTrue(learnt(session).validation().orElseThrow().byImage());
		System.setProperty("triptych.models", folder.resolve("models").toString());
		try {
			Path examples = new ClickFiles(session).write("mine");
			TeachResult made = Triptych.teachClasses(null, "examples=[" + examples + "] name=mine");
			assertTrue(made.lines().get(0).startsWith("12 examples on 2 images"),
				made.lines().toString());
		}
		finally {
			System.clearProperty("triptych.models");
		}
	}

	@Test
	void objectsOfALabelImageAreClickedToo() {
		ImagePlus image = image(1);
		ShortProcessor ids = new ShortProcessor(240, 240);
		for (int k = 0; k < OBJECTS; k++) {
			ids.setValue(k + 1);
			ids.fill(image.getOverlay().get(k));
		}
		ImagePlus labels = new ImagePlus("smear 1-labels", ids);
		Path file = folder.resolve("labels.tif");
		IJ.saveAsTiff(labels, file.toString());
		image.setOverlay(null);
		ClickSession session = session();
		ClickedPlane plane = session.plane(image, ObjectOrigin.parse(file.toString()));
		assertEquals(OBJECTS, plane.rois().size());
		assertEquals(0, session.counts()[0], "what an id is called is no class");
		int bright = plane.at(19, 18).orElseThrow(), dark = plane.at(59, 18).orElseThrow();
		for (int k = 0; k < 3; k++) {
			session.give(plane, plane.at(80 * k + 19, 58).orElseThrow(), 0);
			session.give(plane, plane.at(80 * k + 59, 58).orElseThrow(), 1);
		}
		int[] guessed = learnt(session).planes().get(plane).classOf();
		assertEquals(0, guessed[bright]);
		assertEquals(1, guessed[dark]);
	}

	private static void refused(String part, Runnable work) {
		String said = assertThrows(TriptychException.class, work::run).getMessage();
		assertTrue(said.contains(part), said);
	}

	@Test
	void whatCannotBeIsToldInASentence() {
		ClickSession session = session();
		refused("needs a name", () -> session.add(" \n "));
		refused("already", () -> session.add("Dark "));
		refused("without a class", () -> session.add("object"));
		refused("already", () -> session.rename(0, "dark"));
		session.rename(0, "bright, \"old\"");
		assertEquals("bright, \"old\"", session.classes().get(0));
		refused("find some with Segment Objects...", () -> session.plane(new ImagePlus("x", new ByteProcessor(9, 9)), AUTO));
		clicked(session, image(1), 2);
		ImagePlus colour = image(2);
		colour.setProcessor(colour.getProcessor().convertToRGB());
		refused("of one kind", () -> session.plane(colour, AUTO));
		FloatProcessor pixels = image(3).getProcessor().convertToFloatProcessor();
		pixels.setf(5, 5, Float.NaN);
		ImagePlus none = new ImagePlus("nan", pixels);
		none.setOverlay(image(3).getOverlay());
		refused("NaN", () -> session().plane(none, AUTO));
	}
}
