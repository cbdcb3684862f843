package triptych.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import ij.ImagePlus;
import triptych.core.LabelMap;
import triptych.ij.draw.PreviewPaint;
import triptych.options.Options;
import triptych.preview.Preview;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

/**
 * How long a move of a limit takes in the preview, from the keys to the painted overlay:
 * {@code VERB IMAGE EDGES KEY OPTIONS...}, each image scaled to the widths in EDGES (such as
 * 640x480,2048x2048); KEY moves from 0.1 to 0.95, or up to 300 where it is smallest.
 */
public final class PreviewLatency {

	private static final int MOVES = 40;

	private PreviewLatency() {}

	public static void main(String[] args) {
		ModelCommand<?> verb = (ModelCommand<?>) Commands.of(args[0]);
		ImagePlus original = Triptych.open(Path.of(args[1]));
		Map<String, String> keys = new HashMap<>(
			Options.tokens(String.join(" ", Arrays.copyOfRange(args, 4, args.length))));
		for (String size : args[2].split(",")) {
			int w = Integer.parseInt(size.split("x")[0]), h = Integer.parseInt(size.split("x")[1]);
			ImagePlus image = original.resize(w, h, "bilinear");
			long start = System.nanoTime();
			Preview preview = Preview.of(verb, image, keys);
			double first = (System.nanoTime() - start) / 1e6;
			PreviewPaint paint = new PreviewPaint(image);
			double[] ms = new double[MOVES];
			int objects = 0;
			for (int i = 0; i < MOVES; i++) {
				double value = 0.1 + 0.85 * i / MOVES;
				keys.put(args[3], String.valueOf(args[3].equals("smallest") ? 300 * value : value));
				start = System.nanoTime();
				Preview.Look now = preview.look(keys);
				if (verb == Commands.SEGMENT_REGIONS)
					paint.regions((LabelMap) now.prediction(), 0.4, preview.position());
				else
					paint.objects(now.prediction(), now.kept(), preview.colouring(), preview.position());
				ms[i] = (System.nanoTime() - start) / 1e6;
				if (i == 0) objects = now.counts().values().stream().mapToInt(n -> n).sum();
			}
			Arrays.sort(ms);
			System.out.printf(Locale.ROOT,
				"%s %s, %d objects, %s: first %.0f ms with the model, then median %.1f ms, slowest %.1f ms,"
					+ " "
					+ "model runs %d%n",
				args[0], size, objects, args[3], first, ms[MOVES / 2], ms[MOVES - 1], preview.modelRuns());
		}
	}
}
