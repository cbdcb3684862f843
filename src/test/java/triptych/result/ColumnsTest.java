package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.plugin.HyperStackConverter;
import org.junit.jupiter.api.Test;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Segment;
import triptych.core.TriptychException;
import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;
import triptych.ij.convert.ImagePlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.ClassColours;
import triptych.measure.LabelRuns;
import triptych.measure.Medians;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;
import triptych.readme.ColumnTables;
import triptych.workflow.Planted;

/** A column that is added once is in the table, the csv, the summary, the plots and the document. */
class ColumnsTest {

	private static final Calibration HALF = new Calibration(0.5, 0.5, 0, 0, "mm");
	private static final Segment LEFT = segment(1, "cell"), RIGHT = segment(2, "debris");

	private static Segment segment(int id, String name) {
		return new Segment(id, new ClassScore(id - 1, name, 0.75), true);
	}

	/** Two squares of 4 and 9 pixels on an image of the given stack. */
	private static Table objects(Columns<ObjectColumns.Plane, Segment> columns, ImagePlus image,
		boolean further)
	{
		int[] ids = new int[12 * 6];
		for (int i = 0; i < 9; i++) {
			if (i < 4) ids[(1 + i / 2) * 12 + 1 + i % 2] = 1;
			ids[(2 + i / 3) * 12 + 6 + i % 3] = 2;
		}
		LabelMap map = new LabelMap(12, 6, ids, List.of(LEFT, RIGHT));
		LabelRuns runs = LabelRuns.of(ids, 12, 6);
		RegionStatistics regions = RegionStatistics.of(runs, ImagePlane.of(image), 2);
		Medians medians = further ? Medians.of(ids, ImagePlane.of(image), regions, true) : null;
		TablePlane plane = TablePlane.of(Position.of(image), "", HALF);
		Shapes shapes = Shapes.of(runs, regions, 0.5, 0.5);
		return columns.table(new ObjectColumns.Plane(plane, regions, shapes, medians, Map.of(1, 1, 2, 1), Set.of(), null), map.segments(), "mm");
	}

	private static ImagePlus grey(int channels, int slices, int frames) {
		ImagePlus image = ij.IJ.createImage("planted.tif", "8-bit black", 12, 6, channels * slices
			* frames);
		if (channels * slices * frames == 1) return image;
		return HyperStackConverter.toHyperStack(image, channels, slices, frames);
	}

	@Test
	void aColumnThatIsAddedIsInTheTableTheCsvTheSummaryThePlotsAndTheDocument() {
		Columns<ObjectColumns.Plane, Segment> more = ObjectColumns.ALL.and("Diagonal",
			Quantity.LENGTH, "the diagonal of the box", (p, s) -> s.id() * 1.5);
		ImagePlus image = grey(1, 1, 1);
		Table table = objects(more, image, false);
		assertEquals(1.5, Planted.cell(table, 0, "Diagonal"));
		assertEquals(3.0, Planted.cell(table, 1, "Diagonal"));

		String[] csv = Csv.write(table).split("\r\n");
		assertTrue(csv[0].endsWith(",Height,Diagonal,Unit"), csv[0]);
		assertTrue(csv[1].endsWith(",1.5,mm") && csv[2].endsWith(",3,mm"), csv[1]);

		SummaryTable summary = new SummaryTable(List.of(), HALF);
		summary.add(Position.of(image), table, 72);
		assertEquals(2.25, Planted.cell(summary.table(), 0, "Diagonal mean"));
		assertEquals(1.5 / Math.sqrt(2), Planted.number(summary.table(), 0, "Diagonal sd"), 1e-12);

		assertEquals(List.of("planted-histogram", "planted-scatter"), Plots.of(table, "Diagonal",
			"Diagonal,Area", "planted", new ClassColours())
			.stream()
			.map(ImagePlus::getTitle)
			.toList());
		Column head = table.heads().get(table.indexOf("Diagonal"));
		assertEquals(" (mm)", head.quantity().suffix("mm"));
		assertTrue(ColumnTables.of(more.documented()).endsWith(
			"| Diagonal | length |  | the diagonal of the box |\n"));
	}

	@Test
	void aPlaceHasNoMeanAndWordsNoPlot() {
		Columns<ObjectColumns.Plane, Segment> more = ObjectColumns.ALL.and("Top", Quantity.PLACE,
			"where", (p, s) -> 1.0).and("Remark", Quantity.TEXT, "words", (p, s) -> "seen");
		ImagePlus image = grey(1, 1, 1);
		Table table = objects(more, image, false);
		SummaryTable summary = new SummaryTable(List.of(), HALF);
		summary.add(Position.of(image), table, 72);
		assertEquals(List.of("Label", "Count", "Count cell", "Count debris", "Total Area", "%Area",
			"ProbablyMerged", "Score mean", "Score sd", "Area mean"), summary.table().columns().subList(0,
				10));
		assertTrue(summary.table().columns().stream().noneMatch(c -> c.startsWith("Top") || c
			.startsWith("Remark") || c.startsWith("Pixels") || c.startsWith("BX")));
		assertEquals(3.25, Planted.cell(summary.table(), 0, "Total Area"));
		assertEquals(100 * 13 / 72.0, Planted.number(summary.table(), 0, "%Area"), 1e-12);
		TriptychException e = assertThrows(TriptychException.class, () -> Plots.of(table, "Remark", "",
			"", new ClassColours()));
		assertTrue(e.getMessage().contains("must be one of Id, Score,") && e.getMessage().endsWith(
			"Height, Top."), e.getMessage());
	}

	@Test
	void neighboursOfOneOccurrenceRepeatTogetherChannelByChannel() {
		Table table = objects(ObjectColumns.ALL, grey(2, 3, 4), true);
		String common = "Pixels,Area,Perim.,Circ.,Feret,MinFeret,AR,Round,Solidity";
		String expected = "Label,Ch,Slice,Frame,Id,Class,Score," + common
			+ ",Mean_C1,StdDev_C1,Min_C1,Max_C1,Mean_C2,StdDev_C2,Min_C2,Max_C2,X,Y,BX,BY,Width,Height"
			+ ",Major,Minor,Angle,Median_C1,Median_C2,Parts,AtBorder,ProbablyMerged";
		assertEquals(expected, String.join(",", table.columns()));
		assertEquals(expected.split(",").length, table.rows().get(0).size());
		Table plain = objects(ObjectColumns.ALL, grey(1, 1, 1), false);
		assertEquals("Label,Id,Class,Score," + common + ",Mean,StdDev,Min,Max,X,Y,BX,BY,Width,Height",
			String.join(",", plain.columns()));
	}

	@Test
	void everyColumnOfATableIsInTheDocument() {
		List<String> documented = ObjectColumns.ALL.documented()
			.stream()
			.map(d -> d.column().name())
			.toList();
		Table table = objects(ObjectColumns.ALL, grey(2, 3, 4), true);
		Stream<String> unknown = table.columns()
			.stream()
			.map(c -> c.replaceAll("_C\\d$", ""))
			.filter(c -> !documented.contains(c));
		assertEquals(List.of(), unknown.toList());
	}

	@Test
	void everyQuantitySaysItsUnitAtAnAxis() {
		assertEquals(" (pixel)", Quantity.PLACE.suffix("pixel"));
		assertEquals(" (µm²)", Quantity.AREA.suffix("µm"));
		assertEquals(" (pixels)", Quantity.AREA.suffix("pixel"));
		assertTrue(Arrays.stream(Quantity.values())
			.filter(q -> q != Quantity.PLACE && q != Quantity.LENGTH && q != Quantity.AREA)
			.allMatch(q -> q.suffix("mm").isEmpty()));
	}
}
