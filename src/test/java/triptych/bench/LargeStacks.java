package triptych.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import triptych.result.Result;
import triptych.workflow.Triptych;

/**
 * Labels of discs measured on a virtual 16-bit stack that the memory cannot hold, and written as a
 * label image. Arguments: gigabytes of the stack, edge of a plane, folder for the results,
 * options with the model. To be run with a small -Xmx.
 */
public final class LargeStacks {

	private LargeStacks() {}

	public static void main(String[] args) throws Exception {
		int edge = Integer.parseInt(args[1]);
		int planes = (int) (Double.parseDouble(args[0]) * 1e9 / 2 / edge / edge);
		ImagePlus stack = new ImagePlus("discs", new Discs(edge, planes));
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long start = System.nanoTime(), cpu = system.getProcessCpuTime();
		Result result = Triptych.segmentObjects(stack,
			args[3] + " slices=all outputs=labels,table" + " save=[" + args[2] + "] overwrite=yes");
		Path labels = result.files()
			.stream()
			.filter(f -> f.toString().endsWith(".tif"))
			.findFirst()
			.orElseThrow();
		System.out.printf(
			"%d planes of %d x %d, -Xmx %d MB: %.0f s, processor time %.0f s, %d objects%n", planes, edge,
			edge, Runtime.getRuntime().maxMemory() >> 20, (System.nanoTime() - start) / 1e9,
			(system.getProcessCpuTime() - cpu) / 1e9, result.table().rows().size());
		System.out.printf("label image %.2f GB, %s%n", Files.size(labels) / 1e9,
			Files.readAllLines(Path.of("/proc/self/status"))
				.stream()
				.filter(line -> line.startsWith("VmHWM"))
				.findFirst()
				.orElse(""));
	}

	/** A bright disc in each cell of 256 pixels, its radius by the plane and the cell. */
	private static final class Discs extends VirtualStack {

		private final int edge;

		Discs(int edge, int planes) {
			super(edge, edge, planes);
			this.edge = edge;
			setBitDepth(16);
		}

		@Override
		public ImageProcessor getProcessor(int n) {
			ShortProcessor plane = new ShortProcessor(edge, edge);
			plane.setColor(40_000);
			for (int y = 0, i = n; y < edge; y += 256)
				for (int x = 0; x < edge; x += 256, i++) {
					int size = 40 + i * 7 % 90;
					plane.fillOval(x + 60, y + 60, size, size);
				}
			return plane;
		}
	}
}
