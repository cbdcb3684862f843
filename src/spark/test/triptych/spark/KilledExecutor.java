package triptych.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Kill -9 for one executor of this JVM's cluster, once the results have so many tables. */
final class KilledExecutor extends Thread {

	/** Something else that happens at that moment. */
	interface Disturbance {

		void happen() throws IOException;
	}

	private final Path results;
	private final int tables;
	private final Disturbance also;
	private volatile boolean killed;

	KilledExecutor(Path results, int tables, Disturbance also) {
		super("killed executor");
		this.results = results;
		this.tables = tables;
		this.also = also;
		setDaemon(true);
	}

	/** Whether there was one. */
	boolean wasKilled() {
		return killed;
	}

	@Override
	public void run() {
		try {
			while (tables(results) < tables)
				Thread.sleep(50);
			also.happen();
		}
		catch (IOException | InterruptedException e) {
			throw new IllegalStateException(e);
		}
		killed = ProcessHandle.current()
			.descendants()
			.filter(p -> p.info().command().orElse("").endsWith("java"))
			.findFirst()
			.map(ProcessHandle::destroyForcibly)
			.orElse(false);
	}

	private static long tables(Path results) throws IOException {
		if (!Files.isDirectory(results)) return 0;
		try (Stream<Path> files = Files.list(results)) {
			return files.filter(f -> f.toString().endsWith("-objects.csv")).count();
		}
	}
}
