package triptych.pipeline.tiles;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/** How much memory the machine could give without swapping. */
final class FreeMemory {

	private static final Path LINUX = Path.of("/proc/meminfo");

	private FreeMemory() {}

	/** Bytes; on Linux with what its file cache would give back, which Java counts as used. */
	static long bytes() {
		var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		long free = Math.max(system.getFreeMemorySize(), available());
		return Math.min(system.getTotalMemorySize(), free);
	}

	private static long available() {
		if (!Files.isReadable(LINUX)) return 0;
		try {
			List<String> lines = Files.readAllLines(LINUX);
			for (String line : lines)
				if (line.startsWith("MemAvailable:"))
					return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
			return 0;
		}
		catch (IOException e) {
			// What Java knows must do then.
			return 0;
		}
	}
}
