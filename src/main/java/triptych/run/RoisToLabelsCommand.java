package triptych.run;

import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import triptych.core.LabelMap;
import triptych.core.Progress;
import triptych.core.table.Table;
import triptych.ij.convert.Position;
import triptych.ij.draw.ClassColours;
import triptych.options.CommandSpec;
import triptych.options.Output;
import triptych.options.RoisToLabelsOptions;
import triptych.result.Plots;
import triptych.result.Result;

/** ROIs to Labels...: area ROIs as a label image; where they overlap the higher score wins. */
final class RoisToLabelsCommand extends ObjectCommand<RoisToLabelsOptions> {

	RoisToLabelsCommand() {
		super(new CommandSpec("rois-to-labels", "ROIs to Labels...", RoisToLabelsOptions.class, "",
			"labels", false, Plots.FILES));
	}

	@Override
	ObjectSource source(ImagePlus image, RoisToLabelsOptions options) {
		return ObjectSource.of(image, options.from());
	}

	@Override
	Set<Output> outputs(RoisToLabelsOptions options) {
		return options.outputs();
	}

	@Override
	boolean takesFromFile(RoisToLabelsOptions options) {
		return ObjectSource.isFile(options.from());
	}

	@Override
	Work work(ImagePlus image, RoisToLabelsOptions options) {
		return new Conversion();
	}

	private static final class Conversion implements Work {

		@Override
		public boolean paints() {
			return true;
		}

		@Override
		public LabelMap meant(LabelMap found) {
			return found;
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
			return List.of();
		}

		@Override
		public Result finished(Result result, ClassColours colours) {
			return result;
		}
	}
}
