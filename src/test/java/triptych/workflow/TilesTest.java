package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.Random;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.LabelMap;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.options.Options;
import triptych.result.Result;
import triptych.run.Commands;

/** Images in tiles give what they give whole, on models that look around each pixel. */
class TilesTest {

	private static String described(String name) {
		return Planted.model(Planted.MODELS.resolve(name + ".triptych.yaml"));
	}

	private static LabelMap regions(ImagePlus image, String model, String tile) {
		Result result = Triptych.segmentRegions(image, described(model) + "outputs=table tile=" + tile);
		assertEquals(tile.equals("none"), result.provenance().get("tile").equals("none"), "tile=" + tile);
		return (LabelMap) result.prediction();
	}

	@ParameterizedTest
	@CsvSource({ "300,300,80", "301,187,80", "287,415,96", "333,97,112", "600,500,128", "600,500,200", "257,513,256",
		"16,700,80", "449,449,90" })
	void classesInTilesAreThoseOfTheWholeImagePixelByPixel(int width, int height, int tile) {
		for (String model : new String[] { "surround", "surround-percentiles" }) {
			ImagePlus image = Planted.blobs(width, height, tile);
			int[] whole = regions(image, model, "none").ids();
			assertTrue(new Random(1).ints(200, 0, whole.length).map(i -> whole[i]).distinct().count() > 1, "nothing to see");
			assertArrayEquals(whole, regions(image, model, String.valueOf(tile)).ids(), model);
		}
	}

	@Test
	void percentilesAreThoseOfTheWholeImageInEveryTile() {
		FloatProcessor ramp = new FloatProcessor(400, 300);
		for (int i = 0; i < 400 * 300; i++)
			ramp.setf(i, (float) Math.pow(i % 400 + 3 * (i / 400), 1.5) + i % 7);
		ImagePlus image = new ImagePlus("ramp", ramp);
		assertArrayEquals(regions(image, "surround-percentiles", "none").ids(), regions(image, "surround-percentiles", "96")
			.ids());
	}

	@ParameterizedTest
	@CsvSource({ "400,400,160", "401,287,144", "523,777,200", "640,97,256", "700,700,333" })
	void objectsSmallerThanTheMarginAreThoseOfTheWholeImage(int width, int height, int tile) {
		ImagePlus image = spots(width, height, tile);
		Result whole = Triptych.segmentObjects(image, described("surround-objects") + "tile=none");
		Result tiled = Triptych.segmentObjects(image, described("surround-objects") + "tile=" + tile);
		assertTrue(whole.table().rows().size() > 20, "nothing to see");
		assertArrayEquals(((LabelMap) whole.prediction()).ids(), ((LabelMap) tiled.prediction()).ids());
		assertEquals(whole.table(), tiled.table());
	}

	/** Single and touching spots of up to 15 pixels. */
	private static ImagePlus spots(int width, int height, long seed) {
		ImagePlus image = new ImagePlus("spots.tif", new ij.process.ByteProcessor(width, height));
		Random random = new Random(seed);
		for (int y = 2; y < height - 20; y += 22)
			for (int x = 2; x < width - 20; x += 24) {
				image.getProcessor().setColor(190 + random.nextInt(60));
				image.getProcessor().fillOval(x + random.nextInt(6), y + random.nextInt(5), 8 + random.nextInt(8), 8 + random
					.nextInt(8));
			}
		return image;
	}

	@Test
	void objectsLargerThanATileAreOneAndWhole() {
		ImagePlus image = Planted.black(700, 500);
		Planted.fill(image, Color.RED, 30, 40, 660, 120);
		Planted.fill(image, Color.RED, 300, 120, 330, 470);
		Planted.fill(image, Color.RED, 5, 200, 200, 480);
		Planted.fill(image, Color.RED, 400, 200, 410, 210);
		Table whole = Triptych.segmentObjects(image, Planted.model("touching") + "tile=none").table();
		assertEquals(3, whole.rows().size());
		for (int tile : new int[] { 340, 400, 512 })
			assertEquals(whole, Triptych.segmentObjects(image, Planted.model("touching") + "tile=" + tile).table(), "tile "
				+ tile);
	}

	@Test
	void aModelOfAFixedSizeThatOnlyPadsIsRunInTilesByItself() {
		ImagePlus image = Planted.black(150, 70);
		Planted.fill(image, Color.RED, 50, 10, 110, 60);
		Planted.fill(image, Color.BLUE, 140, 60, 150, 70);
		Result result = Triptych.segmentRegions(image, described("regions-fixed") + "outputs=table");
		assertEquals(List.of("red", "blue"), Planted.column(result.table(), "Class").stream().filter(c -> !c.equals("green"))
			.toList());
		assertEquals(3000, Planted.number(result.table(), 0, "Pixels"));
		assertEquals(100, Planted.number(result.table(), result.table().rows().size() - 1, "Pixels"));
		assertEquals("64x64", result.provenance().get("tile"));
		String sentence = assertThrows(TriptychException.class, () -> Triptych.segmentRegions(image, described(
			"regions-fixed") + "tile=none")).getMessage();
		assertTrue(sentence.contains("150 x 70") && sentence.contains("leave tile=none out"), sentence);
	}

	@Test
	void aModelThatScalesItsImageIsSharperInTiles() {
		ImagePlus image = Planted.black(512, 512);
		Planted.fill(image, Color.RED, 100, 101, 103, 102);
		Result whole = Triptych.segmentRegions(image, described("regions-stretched") + "outputs=table");
		assertEquals("none", whole.provenance().get("tile"));
		Result tiled = Triptych.segmentRegions(image, described("regions-stretched") + "outputs=table tile=64");
		assertEquals(3, Planted.number(tiled.table(), 0, "Pixels"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"segment-regions | regions | tile=0 | \"0\"; it must be auto, none or a whole number of pixels",
		"segment-regions | regions | tile=large | \"large\"; it must be auto, none",
		"segment-regions | regions | tile=-5 | \"-5\"; it must be",
		"segment-regions | regions | tile=100 | looks 112 pixels around each pixel and needs larger tiles; use tile=auto or a number from 240 up",
		"detect | boxes_v8 | tile=31 | needs larger tiles; use tile=auto or a number from 32 up",
		"classify | classes | tile=512 | gives one answer for a whole image; use tile=auto" })
	void aTileThatCannotBeIsToldWithWhatIsAllowed(String verb, String model, String keys, String expected) {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.run(Commands.of(verb), Planted.black(900, 900), Options
			.tokens(Planted.model(model) + keys))).getMessage();
		assertTrue(sentence.startsWith("The key tile has the value") && sentence.contains(expected), sentence);
	}

	@Test
	void aTileLargerThanAFixedInputIsTold() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.segmentRegions(Planted.black(90, 90), described(
			"regions-fixed") + "tile=65")).getMessage();
		assertTrue(sentence.contains("takes at most 64 pixels; use tile=auto or a number from 32 to 64."), sentence);
	}
}
