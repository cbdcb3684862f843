package triptych.result;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.Legend;
import triptych.ij.draw.ObjectNumbers;
import triptych.options.Output;

/** What is written over an image beside the outlines: a legend, and the ids of the objects. */
final class OverlayTexts {

	private OverlayTexts() {}

	static List<Roi> of(ImagePlus image, Result result, Set<Output> outputs) {
		Map<Position, List<Roi>> objects = new HashMap<>();
		for (Position p : result.positions())
			objects.put(p, result.rois()
				.stream()
				.filter(p::holds)
				.toList());
		List<Roi> all = new ArrayList<>();
		if (outputs.contains(Output.LEGEND)) all.addAll(Legend.of(image, result.positions(), result
			.rois(), (position, name) -> amount(result, position, objects.get(position), name)));
		if (outputs.contains(Output.IDS)) for (Position p : result.positions()) {
			List<Rectangle> legend = all.stream()
				.filter(p::holds)
				.map(Roi::getBounds)
				.toList();
			all.addAll(ObjectNumbers.of(objects.get(p), image.getWidth(), image.getHeight(), p, legend));
		}
		return all;
	}

	/** The number of objects, or the share of the plane that regions have. */
	private static String amount(Result result, Position position, List<Roi> objects,
		String className)
	{
		Table table = result.table();
		int name = table.classColumn(), share = table.indexOf(Tables.SHARE);
		if (share < 0) return String.valueOf(objects.stream()
			.filter(r -> r.getProperty("class").equals(className))
			.count());
		String label = position.label();
		return table.rows()
			.stream()
			.filter(r -> r.get(0).equals(label) && r.get(name).equals(className))
			.findFirst()
			.map(r -> String.format(Locale.ROOT, "%.1f %%", (Double) r.get(share)))
			.orElse("0 %");
	}
}
