package triptych.workflow;

import java.util.Locale;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import triptych.engine.Devices;
import triptych.options.Options;
import triptych.options.RegionsOptions;
import triptych.run.CommandRun;
import triptych.run.Commands;

/** Times the bundled model on each usable device, on an image of noise. */
final class DeviceTiming {

	private static final int SIZE = 512;
	private static final int RUNS = 5;

	private DeviceTiming() {}

	static String report() {
		ImagePlus noise = new ImagePlus("noise", new ByteProcessor(SIZE, SIZE));
		noise.getProcessor().noise(40);
		StringBuilder text = new StringBuilder();
		for (String device : Devices.usable()) {
			RegionsOptions options = Options.parse(RegionsOptions.class,
				"outputs=table device=" + device);
			CommandRun.of(Commands.SEGMENT_REGIONS, noise, options);
			long start = System.nanoTime();
			for (int i = 0; i < RUNS; i++)
				CommandRun.of(Commands.SEGMENT_REGIONS, noise, options);
			text.append(String.format(Locale.ROOT,
				"%s: %.0f ms for %d x %d pixels with the bundled model%n", device,
				(System.nanoTime() - start) / 1e6 / RUNS, SIZE, SIZE));
		}
		return text.toString();
	}
}
