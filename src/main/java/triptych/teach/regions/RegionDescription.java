package triptych.teach.regions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The description of a taught model, as a file of its own. */
final class RegionDescription {

	/** A class of this name has the pixel value 0. */
	static final String BACKGROUND = "background";

	/** At once the maps of larger images need gigabytes, and more time. */
	private static final int TILE = 1024;

	private RegionDescription() {}

	/** How far around a pixel the model looks. */
	static int reach(boolean network) {
		return network ? NetworkMaps.REACH : FilterMaps.REACH;
	}

	/** @param micrometres of a pixel's edge in the images of the examples, 0 where not known */
	static String of(String name, List<String> classes, boolean network, double micrometres) {
		String size = micrometres > 0
			? String.format(Locale.ROOT, "pixel-size: %.6g\n", micrometres) : "";
		String background = classes.get(0).equalsIgnoreCase(BACKGROUND) ? "  background: yes\n" : "";
		return String.format(Locale.ROOT, """
			# Taught by example; %s.md tells of what, and how well.
			task: semantic
			name: %s
			classes: [%s]
			%sinput:
			  layout: NCHW
			  multiple: %d
			  fit: pad
			  fill: reflect
			  scale: 1/255
			  halo: %d
			  tile: %d
			decoder:
			  name: semantic
			  output: 0
			  activation: none
			  exclusive: yes
			%s""", name, quoted(name),
			classes.stream().map(RegionDescription::quoted).collect(Collectors.joining(", ")), size,
			network ? NetworkMaps.MULTIPLE : 1, reach(network), TILE, background);
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
			+ '"';
	}
}
