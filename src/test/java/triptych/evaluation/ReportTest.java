package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

import triptych.workflow.Triptych;

/** The page of an evaluation. */
class ReportTest {

	@TempDir
	Path folder;

	private String report(String keys) throws IOException {
		Triptych.evaluate(keys + " outputs=report save=[" + folder + "/out]");
		return Files.readString(folder.resolve("out/evaluation.html"));
	}

	private String objects() throws IOException {
		PlantedSets.labels(folder.resolve("truth"), "a", new Rectangle(2, 2, 10, 10));
		PlantedSets.labels(folder.resolve("truth"), "b", new Rectangle(2, 2, 10, 10));
		PlantedSets.labels(folder.resolve("found"), "a", new Rectangle(2, 2, 10, 10));
		PlantedSets.labels(folder.resolve("found"), "b", new Rectangle(30, 20, 10, 10));
		return report("truth=[" + folder + "/truth] predictions=[" + folder + "/found]");
	}

	@Test
	void thePageNeedsNothingBesideItself() throws IOException {
		String page = objects();
		assertTrue(page.contains("<img alt=\"b\" src=\"data:image/png;base64,"));
		Matcher address = Pattern.compile("(?:src|href)=\"(?!data:)|url\\(|<script").matcher(page);
		assertFalse(address.find());
	}

	@Test
	void onlyImagesWithErrorsAreShownAndTheWorstFirst() throws IOException {
		Rectangle there = new Rectangle(2, 2, 10, 10), missed = new Rectangle(40, 2, 10, 10);
		PlantedSets.labels(folder.resolve("truth"), "A half", there, missed);
		PlantedSets.labels(folder.resolve("found"), "A half", there);
		String page = objects();
		assertFalse(page.contains("<img alt=\"a\""), "all of it is right");
		assertTrue(page.contains("0 right, 1 wrong, 1 missed; ObjectAP50 0.000"));
		int worst = page.indexOf("<img alt=\"b\""), half = page.indexOf("<img alt=\"A half\"");
		assertTrue(worst > 0 && half > worst, worst + " " + half);
	}

	@Test
	void thePlotsOfObjectsAreThereAndWellFormed() throws Exception {
		Matcher svg = Pattern.compile("(?s)<svg.*?</svg>").matcher(objects());
		int plots = 0;
		while (svg.find()) {
			DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader(svg.group())));
			plots++;
		}
		assertEquals(3, plots, "no scores, so no histogram of them");
	}

	@Test
	void classifiersGetConfusionRocAndReliability() throws IOException {
		PlantedSets.text(folder.resolve("truth.csv"), List.of("File,Class", "a,cat", "b,dog", "c,dog"));
		PlantedSets.text(folder.resolve("found.csv"),
			List.of("File,cat,dog", "a,0.9,0.1", "b,0.6,0.4", "c,0.2,0.8"));
		String page =
			report("truth=[" + folder + "/truth.csv] predictions=[" + folder + "/found.csv]");
		for (String title : List.of("<title>ROC</title>", "<title>Reliability</title>",
			"<title>Confusion matrix</title>")) assertTrue(page.contains(title), title);
		assertTrue(page.contains("truth dog; predicted cat 0.60"));
	}

	@Test
	void namesOfClassesAndFilesAreTextAndNoMarkup() throws IOException {
		PlantedSets.text(folder.resolve("truth.csv"),
			List.of("File,Class", "<b>a</b>&,<i>x</i>", "b,y"));
		PlantedSets.text(folder.resolve("found.csv"),
			List.of("File,Class", "<b>a</b>&,y", "b,<i>x</i>"));
		String page =
			report("truth=[" + folder + "/truth.csv] predictions=[" + folder + "/found.csv]");
		assertFalse(page.contains("<b>") || page.contains("<i>"));
		assertTrue(page.contains("&lt;i&gt;x&lt;/i&gt;"));
	}

	@Test
	void theMethodsTellDefinitionsSourcesAndHowIntervalsWereMade() throws IOException {
		String page = objects();
		for (String part : List.of("reference annotations of 2 images with 2 objects",
			"2018 Data Science Bowl", "2000 resamples, seed 20151", "COCOeval", ": TP / (TP + FP"))
			assertTrue(page.contains(part), part);
	}
}
