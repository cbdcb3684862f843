package triptych.decode.family;

import java.util.List;
import java.util.Set;

import triptych.core.Task;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** Models that decide themselves and give a label image: the class or the object of each pixel. */
final class Labels implements ModelFamily {

	@Override
	public String name() {
		return "labels";
	}

	@Override
	public String help() {
		return "A ready label image of whole numbers, [1, height, width] or with a single channel: the"
			+ " class of each pixel (task semantic), or the number of its object with 0 for none (task"
			+ " instance).";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.SEMANTIC_SEGMENTATION, Task.INSTANCE_SEGMENTATION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		int number = Parameter.OUTPUT.whole(model.decoder());
		long any = OutputShape.ANY;
		boolean fits = OutputShape.fits(outputs, number, any, any)
			|| OutputShape.fits(outputs, number, 1, any, any)
			|| OutputShape.fits(outputs, number, 1, 1, any, any)
			|| OutputShape.fits(outputs, number, 1, any, any, 1);
		return fits ? "" : "output " + number + " must be a label image [1, height, width]";
	}

	@Override
	public boolean looksUsual(ModelSpec model, List<Slot> outputs) {
		return OutputShape.isMap(model, outputs.get(Parameter.OUTPUT.whole(model.decoder())));
	}

	@Override
	public List<Parameter> parameters() {
		return LabelsDecoder.PARAMETERS;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Set.of();
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return model.task() == Task.SEMANTIC_SEGMENTATION ? TileRule.REGIONS : TileRule.THINGS;
	}

	@Override
	public boolean limitsOnlyLeaveOut() {
		return true;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new LabelsDecoder(model);
	}
}
