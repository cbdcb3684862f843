package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.Progress;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.dataset.AnnotationResult;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** The lines of the page on annotations run one after the other, as somebody would try them. */
class AnnotationExamplesTest {

	private static final Path PAGE = Path.of(".github/docs/annotations.md");

	@Test
	void theLinesOfThePageRun(@TempDir Path data) throws IOException {
		Path file = Files.copy(Path.of("test-images/nuclei.tif"), data.resolve("nuclei.tif"));
		ImagePlus image = Triptych.open(file);
		image.setOverlay(new Overlay());
		Triptych.segmentObjects(image, "outputs=overlay").rois().forEach(image.getOverlay()::add);
		int nuclei = image.getOverlay().size();
		List<String> ran = new ArrayList<>();
		Matcher line = Pattern
			.compile("run\\(\"(Import|Export) Annotations...\", \"([^\"]+)\"|triptych convert (.*)")
			.matcher(Documents.text(PAGE));
		while (line.find()) {
			AnnotationResult result = run(line, image, data.toString().replace('\\', '/'));
			assertTrue(result.summary().startsWith(nuclei + " objects of 1 class in 1 image"),
				result.summary());
			ran.add(line.group(1) == null ? "convert" : line.group(1));
		}
		assertEquals(List.of("Export", "Import", "Import", "Export", "convert"), ran);
		for (String made : List.of("cells.json", "labels/nuclei-labels.tif",
			"voc/Annotations/nuclei.xml", "yolo/data.yaml", "yolo/images/nuclei.tif"))
			assertTrue(Files.isRegularFile(data.resolve(made)), made);
	}

	private static AnnotationResult run(Matcher line, ImagePlus image, String data) {
		if (line.group(1) == null) {
			String[] words = line.group(3).replace("/data", data).split(" --");
			return Triptych.convert("path=" + words[0] + " " + words[1] + " " + words[2]);
		}
		Map<String, String> keys = Options.tokens(line.group(2).replace("/data", data));
		return line.group(1).equals("Import") ? AnnotationImport.of(image, keys, Progress.NONE)
			: AnnotationExport.of(image, keys, Progress.NONE);
	}
}
