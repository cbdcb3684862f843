package triptych.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/** Times several tasks in turns in one process, so that all of them meet the same machine. */
final class Turns {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	/** Median of the clock, and mean processor time of all threads, in ms. */
	record Time(double wall, double processor) {

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%.2f ms (processor %.2f)", wall, processor);
		}
	}

	private Turns() {}

	/** The first third of the rounds warms up and is not counted. */
	static Time[] of(int rounds, Runnable... tasks) {
		int warm = rounds / 3;
		double[][] wall = new double[tasks.length][rounds - warm];
		double[] processor = new double[tasks.length];
		for (int i = 0; i < rounds; i++)
			for (int k = 0; k < tasks.length; k++) {
				long cpu = SYSTEM.getProcessCpuTime(), clock = System.nanoTime();
				tasks[k].run();
				if (i < warm) continue;
				wall[k][i - warm] = (System.nanoTime() - clock) / 1e6;
				processor[k] += (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / (rounds - warm);
			}
		Time[] times = new Time[tasks.length];
		for (int k = 0; k < tasks.length; k++) {
			Arrays.sort(wall[k]);
			times[k] = new Time(wall[k][wall[k].length / 2], processor[k]);
		}
		return times;
	}
}
