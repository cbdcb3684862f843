package triptych.spark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.engine.Device;
import triptych.folder.FolderResult;
import triptych.ij.convert.ImagePlane;
import triptych.session.ModelCache;
import triptych.workflow.Triptych;

/**
 * A folder on one machine, as two shards, and on a cluster of two workers of which one is killed:
 * the same tables, and what each takes. Arguments: a folder of images, an empty folder for the
 * results, images a task. Needs SPARK_HOME as ProcessFolderTest does.
 */
public final class SparkCosts {

	private static final List<String> TABLES = List.of("all-objects.csv", "all-summary.csv");

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final Path in, work;
	private final int each;

	private SparkCosts(String... args) throws IOException {
		in = Path.of(args[0]).toAbsolutePath();
		work = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
		each = Integer.parseInt(args[2]);
	}

	/** Something that takes time, here and in the processes that it starts. */
	private interface Job {

		/** @return processor time of other processes */
		Duration work() throws Exception;
	}

	public static void main(String[] args) throws Exception {
		SparkCosts costs = new SparkCosts(args);
		time("one machine", () -> ended(costs.terminal("alone", "process-folder")));
		time("two shards at once, and joined", costs::shards);
		System.out.println("tables as on one machine: " + costs.same("shards"));
		costs.spark();
		System.out.println("tables as on one machine: " + costs.same("spark"));
		costs.network();
	}

	private static void time(String what, Job job) throws Exception {
		long start = System.nanoTime();
		Duration own = cpu(ProcessHandle.current());
		Duration others = job.work();
		System.out.printf("%s: %.1f s, processor time %.1f s%n", what,
			(System.nanoTime() - start) / 1e9,
			cpu(ProcessHandle.current()).minus(own).plus(others).toMillis() / 1e3);
	}

	private static Duration cpu(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	private Process terminal(String save, String... words) throws IOException {
		List<String> command = new ArrayList<>(List.of("java", "-Xmx1g", "-cp",
			System.getProperty("java.class.path"), "triptych.cli.Main"));
		command.addAll(List.of(words));
		if (words[0].equals("process-folder")) command.addAll(List.of("--task=instance",
			"--input=" + in, "--save=" + work.resolve(save), "--device=cpu"));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("log").toFile()))
			.start();
	}

	/** The last that is seen of its time before it ends. */
	private static Duration ended(Process process) throws InterruptedException {
		Duration last = Duration.ZERO;
		while (process.isAlive()) {
			last = process.toHandle().info().totalCpuDuration().orElse(last);
			Thread.sleep(20);
		}
		if (process.exitValue() != 0) throw new IllegalStateException("see the log");
		return last;
	}

	private Duration shards() throws Exception {
		List<Process> shards = new ArrayList<>();
		for (String shard : List.of("1/2", "2/2"))
			shards.add(terminal("shards", "process-folder", "--shard=" + shard, "--workers=1"));
		Duration[] times = new Duration[2];
		Thread second = new Thread(() -> {
			try {
				times[1] = ended(shards.get(1));
			}
			catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		second.start();
		times[0] = ended(shards.get(0));
		second.join();
		Triptych.merge(List.of(work.resolve("shards")), "");
		return times[0].plus(times[1]);
	}

	private void spark() throws Exception {
		Map<String, String> keys = new LinkedHashMap<>(Map.of("task", "instance", "input",
			in.toString(), "save", work.resolve("spark").toString(), "device", "cpu"));
		long start = System.nanoTime();
		try (JavaSparkContext context = new JavaSparkContext(new SparkConf().setAppName("costs")
			.setMaster("local-cluster[2,1,2048]")
			.set("spark.ui.enabled", "false")
			.set("spark.executor.extraClassPath", absoluteClassPath())))
		{
			System.out.printf("the driver: %.1f s%n", (System.nanoTime() - start) / 1e9);
			int images = files(in).size(), tasks = (images + each - 1) / each;
			tasks("first tasks, which wait for the executors", context, 2);
			tasks("tasks that do nothing", context, tasks);
			KilledExecutor killer = new KilledExecutor(work.resolve("spark"), images / 3, () -> {});
			killer.start();
			time("Spark, " + tasks + " tasks of " + each + " images, an executor killed", () -> {
				List<Duration> before = executors();
				FolderResult result = ProcessFolder.run(context, keys, each);
				System.out.println(result.summary() + "; killed: " + killer.wasKilled());
				return sum(executors()).minus(sum(before));
			});
			time("the same again: " + tasks + " tasks whose images are done", () -> {
				List<Duration> before = executors();
				ProcessFolder.run(context, keys, each);
				return sum(executors()).minus(sum(before));
			});
		}
	}

	private static void tasks(String what, JavaSparkContext context, int tasks) throws Exception {
		List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
		time(tasks + " " + what, () -> {
			context.parallelize(numbers, tasks).foreach(number -> {});
			return Duration.ZERO;
		});
	}

	/** Those that are there; the time of one that was killed is lost. */
	private static List<Duration> executors() {
		return ProcessHandle.current().descendants().map(SparkCosts::cpu).toList();
	}

	private static Duration sum(List<Duration> times) {
		return times.stream().reduce(Duration.ZERO, Duration::plus);
	}

	/** What the network itself takes of an image, on one thread. */
	private void network() throws IOException {
		try (ModelCache.Opened opened = ModelCache.openOwn("nuclei", Task.INSTANCE_SEGMENTATION,
			Device.of("cpu"), 1))
		{
			List<Double> times = new ArrayList<>();
			for (Path file : files(in)) {
				List<Tensor> inputs =
					opened.preprocessor().prepare(ImagePlane.of(Triptych.open(file))).tensors();
				// All on this thread, so that others on the machine do not count.
				long start = THREADS.getCurrentThreadCpuTime();
				opened.runner().run(inputs);
				opened.runner().end();
				times.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
			}
			times.sort(null);
			System.out.printf("processor time of the network alone, of an image: median %.1f ms"
				+ " (quartiles %.1f, %.1f)%n", times.get(times.size() / 2),
				times.get(times.size() / 4), times.get(times.size() * 3 / 4));
		}
	}

	private boolean same(String other) throws IOException {
		for (String table : TABLES)
			if (Files.mismatch(work.resolve("alone").resolve(table),
				work.resolve(other).resolve(table)) >= 0) return false;
		return true;
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.sorted().toList();
		}
	}

	/** Executors run in folders of their own. */
	private static String absoluteClassPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(entry -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}
}
