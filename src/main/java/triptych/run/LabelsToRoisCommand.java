package triptych.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.ImagePlus;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Progress;
import triptych.core.Segment;
import triptych.core.table.Table;
import triptych.ij.convert.LabelPlane;
import triptych.ij.convert.Position;
import triptych.ij.draw.ClassColours;
import triptych.measure.ConnectedComponents;
import triptych.options.CommandSpec;
import triptych.options.LabelsToRoisOptions;
import triptych.options.Output;
import triptych.options.YesNo;
import triptych.result.Plots;
import triptych.result.Result;

/** Labels to ROIs...: the objects of a label image, with class and score where it knows them. */
final class LabelsToRoisCommand extends ObjectCommand<LabelsToRoisOptions> {

	LabelsToRoisCommand() {
		super(new CommandSpec("labels-to-rois", "Labels to ROIs...", LabelsToRoisOptions.class, "",
			"", false, Plots.FILES));
	}

	@Override
	ObjectSource source(ImagePlus image, LabelsToRoisOptions options) {
		return ObjectSource.labels(image, options.from());
	}

	@Override
	Set<Output> outputs(LabelsToRoisOptions options) {
		return options.outputs();
	}

	@Override
	boolean takesFromFile(LabelsToRoisOptions options) {
		return ObjectSource.isFile(options.from());
	}

	@Override
	Work work(ImagePlus image, LabelsToRoisOptions options) {
		return new Conversion(image, options.split() == YesNo.YES);
	}

	private static final class Conversion implements Work {

		private final ImagePlus image;
		private final boolean split;
		/** A label of many parts is what a binary mask looks like. */
		private int partsOfOnly;

		Conversion(ImagePlus image, boolean split) {
			this.image = image;
			this.split = split;
		}

		@Override
		public LabelMap meant(LabelMap found) {
			if (split) return split(found);
			countParts(found);
			return found;
		}

		/** The connected parts as objects of their own, with the class of the label they were. */
		private static LabelMap split(LabelMap map) {
			ConnectedComponents parts = ConnectedComponents.of(map.ids(), map.width(), map.height(),
				true);
			Map<Integer, ClassScore> byId = new HashMap<>();
			map.segments().forEach(s -> byId.put(s.id(), s.best()));
			int[] ids = parts.values();
			List<Segment> segments = new ArrayList<>(parts.count());
			for (int part = 1; part <= parts.count(); part++)
				segments.add(new Segment(part, byId.get(ids[part]), true));
			return new LabelMap(map.width(), map.height(), parts.labels(), segments);
		}

		private void countParts(LabelMap map) {
			if (map.segments().size() != 1 || LabelPlane.isOurs(image)) return;
			int parts = ConnectedComponents.of(map.ids(), map.width(), map.height(), true).count();
			partsOfOnly = Math.max(partsOfOnly, parts);
		}

		@Override
		public LabelMap kept(LabelMap objects) {
			return objects;
		}

		@Override
		public Table table(LabelMap objects, Position position, Progress progress) {
			return Table.NONE;
		}

		@Override
		public List<String> notes() {
			if (partsOfOnly < 2) return List.of();
			return List.of("The image holds a single label in " + partsOfOnly
				+ " parts; split=yes makes each part an object");
		}

		@Override
		public Result finished(Result result, ClassColours colours) {
			return result;
		}
	}
}
