package triptych.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import triptych.metrics.classes.ClassificationEvaluation;
import triptych.metrics.classes.MultiLabelEvaluation;
import triptych.metrics.objects.CocoEvaluation;
import triptych.metrics.objects.DetectionEvaluation;
import triptych.metrics.objects.ErrorEvaluation;
import triptych.metrics.objects.InstanceEvaluation;
import triptych.metrics.pixels.PanopticEvaluation;
import triptych.metrics.pixels.PixelEvaluation;
import triptych.metrics.pixels.SurfaceEvaluation;

class DefinitionsTest {

	private static final List<String> CELL = List.of("cell");

	private static List<Metric> metrics() {
		return Stream.of(
						new CocoEvaluation(CELL),
						new DetectionEvaluation(CELL, 0.5, 0.25),
						new InstanceEvaluation(CELL, 0.5, 0.25, "µm"),
						new ErrorEvaluation(CELL),
						new PixelEvaluation(CELL),
						new SurfaceEvaluation(CELL, 0.65, "µm"),
						new PanopticEvaluation(CELL, new boolean[] {true}, false),
						new ClassificationEvaluation(CELL),
						new MultiLabelEvaluation(CELL, new double[] {0.5}))
				.flatMap(e -> ((Evaluation) e).figures().stream())
				.map(Figure::metric)
				.toList();
	}

	@Test
	void everyDefinitionIsASentenceWithASourceAndTheChosenNumbers() {
		for (Metric m : metrics()) {
			assertTrue(m.definition().matches("[A-Z0-9].*\\."), m.name() + ": " + m.definition());
			assertTrue(!(m.name() + m.definition() + m.unit()).contains("%"), m.definition());
			assertTrue(m.name().matches("[A-Za-z0-9]+") && !m.source().isBlank(), m.name());
		}
		Metric nsd = metrics().stream().filter(m -> m.name().equals("NSD")).findFirst().get();
		assertTrue(nsd.definition().contains("within 0.65 µm of the other"), nsd.definition());
	}

	@Test
	void everyRowOfTheTableIsTheDefinitionOfAFigure() {
		Set<String> used = metrics().stream().map(Metric::name).collect(Collectors.toSet());
		Set<String> rows = new TreeSet<>();
		for (String key : Definitions.keys()) rows.add(Definitions.of(key, 100, "µm", "0.25").name());
		rows.removeAll(used);
		assertEquals(Set.of(), rows);
	}

	@Test
	void noFigureOfAnEvaluationHasTheNameOfAnotherInItsRow() {
		List<Figure> figures = new CocoEvaluation(CELL).figures();
		Set<String> names = figures.stream()
				.map(f -> f.className() + " " + f.metric().name())
				.collect(Collectors.toSet());
		assertEquals(figures.size(), names.size());
	}
}
