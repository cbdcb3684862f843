package triptych.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.core.TriptychException;
import triptych.core.table.Quantity;
import triptych.options.CommandSpec;
import triptych.result.ResultFiles;

/** The table of the groups of an experiment, and the plots that belong to its kind of results. */
final class GroupFiles {

	private static final String TABLE = "all-groups.csv", COUNT_PLOT = "all-groups-count.png",
		AREA_PLOT = "all-groups-area.png", SHARE_PLOT = "all-groups-share.png";
	private static final String REGIONS = "regions", ANSWERS = "classification", SCENE = "scene";
	/** More classes than these would not be read in a plot; the table has all. */
	private static final int MOST = 8;

	private final Path save;
	private final CommandSpec command;
	private final GroupTable table;

	GroupFiles(Path save, CommandSpec command) {
		this.save = save;
		this.command = command;
		// A class without a pixel or an answer has no row.
		table = new GroupTable(command.summed() ? ImageValues::lacking : (image, quantity) -> 0);
	}

	/** All that may be written. */
	static List<Path> names(Path save) {
		return List.of(TABLE, COUNT_PLOT, AREA_PLOT, SHARE_PLOT).stream().map(save::resolve).toList();
	}

	/** @param image the files that count */
	void add(String group, ResultFiles image) {
		table.add(group, switch (command.table()) {
			case REGIONS -> ImageValues.ofRegions(image.table(), image.planes());
			case ANSWERS -> ImageValues.ofAnswers(image.table());
			case SCENE -> ImageValues.ofScene(image.table(), image.planes());
			default -> ImageValues.ofSummary(image.summaryTable());
		});
	}

	/** @param unit of all images; blank where they have several, which share no axis */
	List<Path> write(String unit) {
		List<Path> written = new ArrayList<>(List.of(save.resolve(TABLE)));
		try {
			ResultFiles.replace(written.get(0), table.csv(unit));
		}
		catch (IOException e) {
			throw new TriptychException("The table \"" + written.get(0) + "\" cannot be written: "
				+ TriptychException.why(e) + ".", e);
		}
		String area = "Area" + Quantity.AREA.suffix(unit);
		switch (command.table()) {
			case REGIONS -> plot(table.quantities(), "%Area, an image each", SHARE_PLOT, written);
			case ANSWERS -> bars(written);
			case SCENE -> {
				plot(ending(ImageValues.COUNT), "Count, things in an image", COUNT_PLOT, written);
				if (!unit.isEmpty()) plot(ending(ImageValues.AREA), area + ", in an image", AREA_PLOT,
					written);
			}
			default -> {
				plot(List.of("Count"), "Count, objects in an image", COUNT_PLOT, written);
				boolean areas = table.quantities().contains("Area") && !unit.isEmpty();
				if (areas) plot(List.of("Area"), area + ", mean of an image", AREA_PLOT, written);
			}
		}
		return written;
	}

	private List<String> ending(String end) {
		return table.quantities().stream().filter(q -> q.endsWith(end)).toList();
	}

	private void plot(List<String> quantities, String axis, String name, List<Path> written) {
		if (quantities.isEmpty()) return;
		Path file = save.resolve(name);
		GroupPlots.write(table, largest(quantities), axis, file);
		written.add(file);
	}

	private void bars(List<Path> written) {
		Path file = save.resolve(SHARE_PLOT);
		GroupPlots.writeBars(table, largest(table.quantities()), "Images of the class (%)", file);
		written.add(file);
	}

	/** The most that a plot can show, in their order. */
	private List<String> largest(List<String> quantities) {
		if (quantities.size() <= MOST) return quantities;
		Map<String, Double> sums = new HashMap<>();
		for (String quantity : quantities)
			for (String group : table.groups())
				sums.merge(quantity, GroupTable.mean(table.values(group, quantity)), Double::sum);
		List<String> most = quantities.stream()
			.sorted(Comparator.comparing(sums::get, Comparator.reverseOrder()))
			.limit(MOST)
			.toList();
		return quantities.stream().filter(most::contains).toList();
	}
}
