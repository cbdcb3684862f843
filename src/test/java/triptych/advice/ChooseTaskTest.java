package triptych.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.core.TriptychException;
import triptych.folder.FolderProgress;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** Choose Task...: the row, the command that follows, the plan, and what odd questions get. */
class ChooseTaskTest {

	private static final String NUCLEI = "question=[What is the area of each nucleus, even where they touch?]";

	@Test
	void theRowHasTheColumnsOfTheContract() {
		TaskAdvice advice = Triptych.chooseTask(NUCLEI + " images=50 objects=40 money=1000");
		assertEquals("Task,Certainty,RunnerUp,MissingAnswer,Start,Escalate,Affordable,MoneyLow,MoneyHigh,HoursLow,HoursHigh,"
			+ "ImagesAffordable,Metric,Command,Reason,ImagesNeeded,ExpectedLow,ExpectedHigh", String.join(",", advice.table().columns()));
		List<Object> row = advice.table().rows().get(0);
		assertEquals("instance", row.get(0));
		assertTrue((double) row.get(1) > 0.5 && (double) row.get(1) <= 1, row.toString());
		assertEquals("yes", row.get(6));
		assertEquals(List.of(50.0, 250.0), row.subList(7, 9));
		assertEquals(200.0, row.get(11), "1000 dollars at 5 an image");
	}

	@Test
	void numbersThatAreNotKnownAreBlank() {
		List<Object> row = Triptych.chooseTask(NUCLEI).table().rows().get(0);
		for (int i = 7; i <= 11; i++)
			assertTrue(Double.isNaN((double) row.get(i)), row.toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"What is the area of each nucleus, even where they touch?|nuclei",
		"How large is each cell nucleus?|nuclei",
		"Wie groß ist jeder einzelne Zellkern?|nuclei",
		"Which fraction of the image area is covered by nuclei?|nuclei-regions",
		"What is the area of each cell around its nucleus?|",
		"What is the area of each mitochondrion?|",
		"Outline every leaf, even where they touch|",
		"How large is each vesicle inside the nuclei?|" })
	void aModelIsProposedOnlyWhereItFindsWhatIsAsked(String question, String model) {
		TaskAdvice advice = Triptych.chooseTask(Map.of("question", question));
		String line = advice.command().line();
		assertEquals(model != null, advice.command().runs(), line + " " + advice.advice().task());
		assertTrue(line.contains("model=" + (model == null ? "[YOUR MODEL]" : model)), line);
		assertTrue(model != null || advice.reason().contains("it must give"), advice.reason());
	}

	@Test
	void theCommandRuns() {
		Matcher line = Pattern.compile("run\\(\"Segment Objects...\", \"([^\"]+)\"\\);").matcher(Triptych.chooseTask(NUCLEI)
			.command().line());
		assertTrue(line.matches());
		assertFalse(Triptych.segmentObjects(Triptych.open(Path.of("test-images/nuclei.tif")), line.group(1)).table().rows()
			.isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"level=image several=no|run(\"Classify Image...\", \"model=[YOUR MODEL] mode=single\");",
		"level=image several=yes|run(\"Classify Image...\", \"model=[YOUR MODEL] mode=multi\");",
		"level=object one=yes size=no|run(\"Detect Objects...\", \"model=[YOUR MODEL] find=best\");",
		"level=object one=no size=no|run(\"Detect Objects...\", \"model=[YOUR MODEL]\");",
		"level=pixel individuals=yes background=yes|run(\"Segment Scene...\", \"model=[YOUR MODEL]\");" })
	void answersAloneAreEnough(String answers, String line) {
		assertEquals(line, Triptych.chooseTask(answers).command().line());
	}

	/** Number and place come from masks as well, so a model for masks that is installed answers. */
	@ParameterizedTest
	@ValueSource(strings = { "How many nuclei are there?", "Wie viele Zellkerne sind es?", "Combien de noyaux y a-t-il ?",
		"¿Cuántos núcleos hay?", "有多少个细胞核？", "細胞核は何個ありますか" })
	void whereTheNumberIsAskedMasksOfAnInstalledModelAnswer(String question) {
		TaskAdvice advice = Triptych.chooseTask(Map.of("question", question));
		assertEquals("run(\"Segment Objects...\", \"model=nuclei\");", advice.command().line(), advice.reason());
		assertTrue(advice.command().runs());
		assertTrue(advice.reason().contains("nuclei"), advice.reason());
	}

	@ParameterizedTest
	@ValueSource(strings = { "How many nuclei are there and how big are they?", "Wie viele Zellkerne sind es und wie groß sind sie?",
		"Combien de noyaux y a-t-il et quelle est leur taille ?", "¿Cuántos núcleos hay y qué tamaño tienen?",
		"有多少个细胞核，每个有多大？", "細胞核はいくつあって、それぞれどのくらいの大きさですか" })
	void theCommandRunsInEveryLanguage(String question) {
		TaskAdvice advice = Triptych.chooseTask(Map.of("question", question, "hours", "0", "images", "20", "objects", "60"));
		assertEquals("run(\"Segment Objects...\", \"model=nuclei\");", advice.command().line(), advice.reason());
		List<Object> row = advice.table().rows().get(0);
		assertEquals(List.of("instance", "yes"), List.of(row.get(4), row.get(6)), "the model beats the budget");
	}

	@Test
	void theLineForAFolderIsToldAndRuns(@TempDir Path folder) throws IOException {
		Path in = Files.createDirectory(folder.resolve("in")), out = folder.resolve("out");
		Files.copy(Path.of("test-images/nuclei.tif"), in.resolve("a.tif"));
		for (String question : List.of(NUCLEI, "question=[How many nuclei are in each image?]")) {
			TaskAdvice advice = Triptych.chooseTask(question);
			String line = "run(\"Process Folder...\", \"task=instance input=[YOUR IMAGES] save=[YOUR RESULTS] model=nuclei\");";
			assertTrue(advice.reason().contains("For all images of a folder: " + line), advice.reason());
			assertTrue(AnnotationPlan.html(advice).contains("For all images of a folder"), AnnotationPlan.html(advice));
			Map<String, String> keys = Options.tokens(line.substring(line.indexOf("task"), line.lastIndexOf('"')));
			keys.putAll(Map.of("input", in.toString(), "save", out.toString()));
			assertEquals("1 of 1 image done", Triptych.processFolder(keys, FolderProgress.SILENT).summary());
		}
	}

	@Test
	void aSceneIsAnsweredByItsCommand() {
		TaskAdvice advice = Triptych.chooseTask("level=pixel individuals=yes background=yes");
		assertEquals("run(\"Segment Scene...\", \"model=[YOUR MODEL]\");", advice.command().line());
		assertTrue(advice.reason().contains("\"task=panoptic input="), advice.reason());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mushrooms in my photographs", "photographs of leaves", "Bilder vom Waldboden" })
	void withoutAWordToQuoteNothingIsClaimed(String question) {
		TaskAdvice advice = Triptych.chooseTask(Map.of("question", question));
		assertTrue(advice.reading().cues().isEmpty(), "the question must stay without cues");
		assertTrue(advice.reason().startsWith(advice.words().say("say.wordless")), advice.reason());
		assertFalse(advice.reason().contains("is enough"), advice.reason());
		assertNotEquals(TaskChoice.NONE, advice.advice().runnerUp());
		assertNotEquals("", advice.missingAnswer());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "?", "asdf qwer zxcv", "12345 67890", "\u0000\u0007", "]]][[[", "😀😀😀",
		"<script>alert(1)</script>" })
	void nonsenseGetsASentence(String question) {
		TaskAdvice advice = Triptych.chooseTask(Map.of("question", question));
		assertTrue(advice.reason().length() > 40, advice.reason());
		assertTrue(advice.certainty() < 0.7, String.valueOf(advice.certainty()));
		assertTrue(advice.text().contains("Please answer"), advice.text());
		assertFalse(AnnotationPlan.html(advice).contains("<script"), "no scripts");
	}

	@Test
	void longAndMixedQuestionsAreAnswered() {
		for (String part : List.of("How many cells? ", "x", "Wie viele Zellen 有多少 細胞 où sont les noyaux ", "\n", "]["))
			assertFalse(Triptych.chooseTask(Map.of("question", part.repeat(10_000 / part.length()))).reason().isBlank());
	}

	@Test
	void whatIsOutOfScopeGetsAToolAndNoCommand() {
		TaskAdvice advice = Triptych.chooseTask("question=[Remove the noise from my confocal stacks] images=500 money=100");
		assertEquals("none", advice.table().rows().get(0).get(0));
		assertEquals("", advice.command().line());
		assertTrue(advice.reason().contains("denois"), advice.reason());
		assertTrue(AnnotationPlan.html(advice).contains("nothing to label"), AnnotationPlan.html(advice));
	}

	@ParameterizedTest
	@CsvSource({ "money=-5,money", "images=many,images", "several=perhaps,several", "level=cell,level", "language=xx,language",
		"colour=red,colour", "hours=NaN,hours", "fps=Infinity,fps" })
	void wrongValuesAreASentenceThatNamesTheKey(String options, String key) {
		TriptychException e = assertThrows(TriptychException.class, () -> Triptych.chooseTask(options));
		assertTrue(e.getMessage().contains(key) && e.getMessage().endsWith("."), e.getMessage());
	}

	@Test
	void jsonHoldsTheRowAndTheWordsThatTold() {
		JsonObject json = JsonParser.parseString(AdviceJson.of(Triptych.chooseTask(NUCLEI))).getAsJsonObject();
		assertEquals("instance", json.get("Task").getAsString());
		assertTrue(json.get("MoneyLow").isJsonNull());
		assertFalse(json.getAsJsonArray("Words").isEmpty());
		assertEquals(7, json.getAsJsonArray("Costs").size());
	}

	@Test
	void onlyKeysThatWereGivenAreKept() {
		assertEquals(Map.of("question", "how many?", "images", "50", "gpu", "no"), Triptych.chooseTask(
			"question=[how many?] images=50 gpu=no money= level=auto").keys());
	}

	@Test
	void thePlanIsAPageOfItsOwnAndReplacesOnlyPlans(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("deep/plan.html");
		String options = "question=[Where are <b>weeds</b> & how many?] images=300 objects=10 money=500 plan=[" + file + "]";
		assertEquals(file, Triptych.chooseTask(options).file().orElseThrow());
		Triptych.chooseTask(options);
		String html = Files.readString(file);
		assertTrue(html.contains("&lt;b&gt;weeds&lt;/b&gt; &amp; how many?"), html);
		for (String never : List.of("<script", "http:", "https:", "src=", "null", "<b>weeds", "Optional"))
			assertFalse(html.contains(never), never);
		for (String part : List.of("What to label", "How to label", "Second look", "COCO JSON", "150 to 600", "validation",
			"Albumentations", "YOLOv8", "mAP", "How to train", "onnx", "How good are the labels", "Sources", "test"))
			assertTrue(html.contains(part), part);
		Files.writeString(file, "my own page");
		assertThrows(TriptychException.class, () -> Triptych.chooseTask(options));
		assertEquals("my own page", Files.readString(file));
	}

	private static double cell(TaskAdvice advice, String column) {
		return (double) advice.table().rows().get(0).get(advice.table().indexOf(column));
	}

	/** By VOC: 183 images 0.553, 366 images 0.648. */
	@Test
	void theNearestLearningCurveTellsHowMuchToLabel() {
		TaskAdvice regions = Triptych.chooseTask(
			"question=[Which share of the field is crop, weeds and soil?] several=yes images=250");
		assertEquals("semantic", regions.advice().task().key());
		assertTrue(cell(regions, "ExpectedLow") > 0.54 && cell(regions, "ExpectedHigh") < 0.66,
			regions.learning().toString());
		assertEquals(740, cell(regions, "ImagesNeeded"), 200);
		assertTrue(regions.reason().contains("92 images gave a mean IoU of 0.451"), regions.reason());
		assertTrue(regions.reason().contains("UniMatch"), "the source");
		TaskAdvice leaves = Triptych.chooseTask(
			"question=[What is the area of each leaf, even where they touch?] objects=40");
		assertEquals(25.0, cell(leaves, "ImagesNeeded"), "1000 outlines");
		assertTrue(Double.isNaN(cell(leaves, "ExpectedLow")));
		TaskAdvice many = Triptych.chooseTask(
			"question=[Which share of the field is crop, weeds and soil?] several=yes images=90000");
		assertTrue(Double.isNaN(cell(many, "ExpectedLow")), "beyond the curve");
		TaskAdvice nuclei = Triptych.chooseTask("question=[How many nuclei are in each image?]");
		assertTrue(nuclei.command().runs() && Double.isNaN(cell(nuclei, "ImagesNeeded")),
			"nothing to label");
	}

	@Test
	void whereAModelFindsTheObjectsTheirClassesAreTaught() {
		TaskAdvice advice = Triptych
			.chooseTask("question=[How many infected red blood cells are there?]");
		assertEquals("run(\"Detect Objects...\", \"model=blood-cells outputs=overlay\"); "
			+ "run(\"Teach Classes...\");", advice.command().line());
		assertTrue(advice.command().teaches() && !advice.command().runs());
		assertTrue(advice.reason().contains("classify=[YOUR MODEL]"), advice.reason());
		assertTrue(advice.reason().contains("three kinds of blood cells"), advice.reason());
		assertTrue(cell(advice, "ExpectedLow") > 0.97);
		assertTrue(Triptych.chooseTask("question=[What is the area of each mitotic nucleus?]")
			.command()
			.teaches());
		TaskAdvice german = Triptych
			.chooseTask("question=[Wie viele infizierte rote Blutkörperchen sind es?]");
		assertTrue(german.command().teaches(), german.command().line());
		assertTrue(german.reason().contains("unterscheidet aber Ihre Klassen nicht"),
			german.reason());
		assertFalse(Triptych.chooseTask("question=[How many wheat heads are there?]").command()
			.teaches());
	}

	/** The same rule at every door: macros, the terminal and the window come through here. */
	@Test
	void numbersAreReadByTheMarksOfTheLanguage() {
		assertEquals("1200", Triptych.chooseTask("question=[How many nuclei are there?] images=1,200").keys().get("images"));
		Map<String, String> german = Map.of("question", "Wie viele Samen sind auf jedem Bild?", "money", "1.200,50", "prices",
			"box:0,25,mask:0,8");
		TaskAdvice advice = Triptych.chooseTask(german);
		assertEquals("1200.5", advice.keys().get("money"));
		assertEquals(0.25, advice.advice().costs().get(3).price().moneyPerObject().low());
		for (String number : List.of("money=1.200", "money=1,200", "hours=12.345", "prices=box:1.200")) {
			TriptychException e = assertThrows(TriptychException.class,
				() -> Triptych.chooseTask("question=[Wie viele Samen sind auf jedem Bild?] " + number));
			assertTrue(e.getMessage().contains("zwei Zahlen bedeuten"), e.getMessage());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "prices=box:teuer|ist kein Preis", "money=viel|muss eine Zahl ab 0 sein",
		"images=2,5|ganze Zahlen" })
	void whatIsWrongIsToldInTheLanguageOfTheQuestion(String option, String told) {
		TriptychException e = assertThrows(TriptychException.class,
			() -> Triptych.chooseTask("question=[Wie viele Samen sind auf jedem Bild?] " + option));
		assertTrue(e.getMessage().contains(told), e.getMessage());
	}

	@Test
	void whyThePlanIsNotWrittenIsToldInTheLanguageOfTheQuestion(@TempDir Path folder) throws IOException {
		Path mine = Files.writeString(folder.resolve("mine.html"), "my own page");
		TriptychException e = assertThrows(TriptychException.class,
			() -> Triptych.chooseTask("question=[Wie viele Samen sind auf jedem Bild?] plan=[" + mine + "]"));
		assertTrue(e.getMessage().startsWith("Der Plan wird nicht geschrieben"), e.getMessage());
	}

	@Test
	void whatIsRecordedIsNotAskedAgain() {
		TaskAdvice advice = Triptych.chooseTask("question=[How many seeds are there?] hours=12.3450");
		assertEquals("12.3450", advice.keys().get("hours"));
		assertEquals(advice.keys(), Triptych.chooseTask(advice.keys()).keys());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"Wie groß ist jeder Same, auch wo sie sich berühren?|1.600 bis 27.840", //
		"Quelle est la surface de chaque graine, même si elles se touchent ?|1\u202f600 à 27\u202f840", //
		"¿Cuál es el área de cada semilla, aunque se toquen?|1.600 a 27.840", //
		"每粒种子的面积是多少，即使相互接触？|1,600 到 27,840", //
		"接していても、各種子の面積はどれくらいですか？|1,600〜27,840" })
	void numbersThatPeopleReadAreInTheMarksOfTheirLanguage(String question, String outlines) {
		TaskAdvice advice = Triptych.chooseTask(Map.of("question", question, "images", "800", "objects", "40", "money", "4000.5"));
		assertEquals("instance", advice.advice().task().key());
		assertTrue(advice.reason().contains(outlines), advice.reason());
		assertTrue(AnnotationPlan.html(advice).contains(outlines), AnnotationPlan.html(advice));
		assertEquals(List.of(800.0, 4000.0), advice.table().rows().get(0).subList(7, 9), "tables stay plain");
	}

	/** A curve of photographs with 80 kinds of things: between its points nobody has measured. */
	@Test
	void noFigureIsMadeUpBetweenPointsThatLieFarApart() {
		TaskAdvice wheat = Triptych.chooseTask("question=[Where are the wheat heads and how many?] images=5000 objects=60");
		assertTrue(Double.isNaN(cell(wheat, "ImagesNeeded")) && Double.isNaN(cell(wheat, "ExpectedLow")));
		assertTrue(wheat.reason().contains("more than 11,829 images, and up to all of its 118,287"), wheat.reason());
		assertFalse(wheat.reason().contains("86,510"), wheat.reason());
		TaskAdvice many = Triptych.chooseTask(
			"question=[Which share of the field is crop, weeds and soil?] several=yes images=9000");
		assertTrue(many.reason().contains("9,000 images are more than the 1,464 images of that study"), many.reason());
		assertTrue(Double.isNaN(cell(many, "ExpectedHigh")));
	}

	@Test
	void outlinesHaveOneRangeOverBothSources() {
		TaskAdvice advice = Triptych.chooseTask(
			"question=[Outline each leaf, even where they touch] images=200 objects=40 money=1200");
		String reason = advice.reason();
		assertTrue(reason.contains("400 to 6,960 US dollars, one range over two sources"), reason);
		assertTrue(reason.contains("by the image (an article) it would be 200 to 1,000")
			&& reason.contains("by the object (price lists) it is 1,120 to 6,960"), reason);
		assertTrue(reason.contains("labels for 34 to 200 of 200 images") && reason.contains("By the image alone"), reason);
		String plan = AnnotationPlan.html(advice);
		assertTrue(plan.contains("<td>400 to 6,960</td>") && !plan.contains("or more"), plan);
		assertTrue(plan.contains("and by the object: price lists up to"), plan);
		assertEquals(List.of("yes", 200.0, 1000.0), advice.table().rows().get(0).subList(6, 9), "as rules.md has it");
	}

	/** By the image it is enough for some, by the object for none at its best: some it is. */
	@Test
	void thePlanSaysOfTheBudgetWhatTheReasonSays() {
		TaskAdvice advice = Triptych.chooseTask(
			"question=[Outline each leaf, even where they touch] images=1200 objects=30 money=1200.5");
		String plan = AnnotationPlan.html(advice);
		assertTrue(advice.reason().contains("labels for 45 to 800 of 1,200 images"), advice.reason());
		assertTrue(plan.contains("<td>1,800 to 31,320</td><td>80 to 800</td><td>for some of the images</td>"), plan);
		assertTrue(plan.contains("Budget: 1,200.5 US dollars"), plan);
	}

	/** Not even labels for the images: nothing is to be started with, in no sentence. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "en|start with", "de|beginnen sie", "fr|commence", "es|empiece", "zh|先做", "ja|ラベルから始め" })
	void whereNothingCanBePaidNobodyIsToldToStart(String language, String start) {
		for (String question : List.of("level=pixel individuals=yes size=yes", "level=object size=no one=no", "level=image several=no")) {
			TaskAdvice advice = Triptych.chooseTask(question + " images=50000 objects=20 money=20 language=" + language);
			Words words = advice.words();
			boolean labels = question.startsWith("level=image");
			String never = words.say(labels ? "short.nothing.labels" : "short.nothing");
			assertTrue(advice.reason().startsWith(never), advice.reason());
			assertTrue(advice.reason().contains(words.say("money.without")), advice.reason());
			String plan = AnnotationPlan.html(advice);
			assertFalse(advice.reason().toLowerCase().contains(start), advice.reason());
			assertFalse(plan.contains(Html.escaped(words.say("plan.first", ""))), plan);
			assertFalse(plan.contains("<h2>" + Html.escaped(words.say("plan.further"))), plan);
			assertEquals("classification_single", advice.table().rows().get(0).get(4), "Start as rules.md has it");
		}
	}

	@Test
	void theTerminalPutsNoTaskForwardWhileTheQuestionIsOpen() {
		String text = Triptych.chooseTask("question=[my boss wants numbers] images=400 money=100").text();
		assertTrue(text.contains("Please answer"), text);
		for (String never : List.of("Task ", "Command", "Start ", "Metric", "MoneyLow", "Certainty", "model=", "budget"))
			assertFalse(text.contains(never), text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "How many nuclei are there?|Boxes would be enough", "Wie viele Zellkerne sind es?|Boxen würden genügen",
		"Combien de noyaux y a-t-il ?|Des boîtes suffiraient", "¿Cuántos núcleos hay?|Bastarían recuadros", "有多少个细胞核？|用框就够了",
		"細胞核は何個ありますか|ボックスで足りますが", "How many mitotic nuclei are there?|Boxes would be enough" })
	void whereBoxesWouldDoButMasksAreRunTheReasonSaysWhy(String question, String why) {
		TaskAdvice advice = Triptych.chooseTask(Map.of("question", question));
		assertEquals("detection", advice.advice().task().key());
		assertTrue(advice.command().line().contains("Segment Objects"), advice.command().line());
		assertTrue(advice.reason().contains(why), advice.reason());
	}
}
