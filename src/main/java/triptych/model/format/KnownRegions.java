package triptych.model.format;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Data sets of scenes whose classes are known by their names, and which of those are regions: COCO
 * panoptic (Kirillov et al., 2019) and Cityscapes (Cordts et al., 2016).
 */
final class KnownRegions {

	private static final Set<String> COCO = Set.of(("banner, blanket, bridge, cardboard, counter,"
		+ " curtain, door-stuff, floor-wood, flower, fruit, gravel, house, light, mirror-stuff, net,"
		+ " pillow, platform, playingfield, railroad, river, road, roof, sand, sea, shelf, snow,"
		+ " stairs, tent, towel, wall-brick, wall-stone, wall-tile, wall-wood, water-other,"
		+ " window-blind, window-other, tree-merged, fence-merged, ceiling-merged,"
		+ " sky-other-merged, cabinet-merged,"
		+ " table-merged, floor-other-merged, pavement-merged, mountain-merged, grass-merged,"
		+ " dirt-merged, paper-merged, food-other-merged, building-other-merged, rock-merged,"
		+ " wall-other-merged, rug-merged").split(", "));

	private static final Set<String> CITYSCAPES = Set.of(("road, sidewalk, building, wall, fence,"
		+ " pole, traffic light, traffic sign, vegetation, terrain, sky").split(", "));

	private KnownRegions() {}

	/** The numbers of the classes that are regions, such as "80, 81"; blank where it is not known. */
	static String among(List<String> classes) {
		for (Set<String> regions : List.of(COCO, CITYSCAPES))
			if (classes.containsAll(regions)) return IntStream.range(0, classes.size())
				.filter(c -> regions.contains(classes.get(c)))
				.mapToObj(String::valueOf)
				.collect(Collectors.joining(", "));
		return "";
	}
}
