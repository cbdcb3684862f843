package triptych.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import triptych.bench.Turns.Time;
import triptych.core.table.Table;
import triptych.workflow.Triptych;

/**
 * What {@code augment=flips} and {@code link=yes} cost, in processor time, each beside the same run
 * without it, in turns in one process. Arguments are an image of objects, the number of slices of
 * the stack that is made of it, each moved by a few pixels, and the number of rounds.
 */
public final class FlipsAndLinks {

	/** Pixels from slice to slice: an object overlaps itself in the next one. */
	private static final int STEP = 2;

	private FlipsAndLinks() {}

	public static void main(String[] args) {
		ImagePlus image = Triptych.open(Path.of(args[0]));
		int slices = Integer.parseInt(args[1]), rounds = Integer.parseInt(args[2]);
		tell("augment=flips, one image", Turns.of(rounds,
			() -> Triptych.segmentObjects(image, "device=cpu"),
			() -> Triptych.segmentObjects(image, "device=cpu augment=flips")));
		ImagePlus stack = stack(image, slices);
		String all = "device=cpu slices=all";
		tell("link=yes, " + slices + " slices", Turns.of(rounds,
			() -> Triptych.segmentObjects(stack, all),
			() -> Triptych.segmentObjects(stack, all + " link=yes")));
		Table plain = Triptych.segmentObjects(stack, all).table();
		Table linked = Triptych.segmentObjects(stack, all + " link=yes").table();
		System.out.println("rows " + plain.rows().size() + ", ids " + ids(plain) + "; linked " + linked
			.rows().size() + " and " + ids(linked));
	}

	private static long ids(Table table) {
		int id = IntStream.range(0, table.heads().size())
			.filter(i -> table.heads().get(i).name().equals("Id"))
			.findFirst()
			.orElseThrow();
		return table.rows().stream().map(row -> row.get(id)).distinct().count();
	}

	private static void tell(String what, Time[] times) {
		System.out.printf(Locale.ROOT, "%s: without %s, with %s; processor %.2f times, %.2f ms more%n",
			what, times[0], times[1], times[1].processor() / times[0].processor(), times[1].processor()
				- times[0].processor());
	}

	private static ImagePlus stack(ImagePlus image, int slices) {
		ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		for (int i = 0; i < slices; i++) {
			ImageProcessor moved = image.getProcessor().duplicate();
			moved.translate(STEP * i, 0);
			stack.addSlice(moved);
		}
		return new ImagePlus("moved", stack);
	}
}
