package triptych.bench.same;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * In a child JVM: the cases of a section, from one of them on, with what each prints in files of
 * its own.
 */
final class CaseRunner {

	/** Thrown in place of the end of Java. */
	private static final class Exit extends SecurityException {

		private final int code;

		Exit(int code) {
			super("exit " + code);
			this.code = code;
		}
	}

	/**
	 * Lets everything pass but the end of Java, so that one process can make many calls of the
	 * terminal.
	 */
	@SuppressWarnings("removal")
	private static final class NoExit extends SecurityManager {

		@Override
		public void checkPermission(java.security.Permission permission) {}

		@Override
		public void checkExit(int code) {
			if (!ended) throw new Exit(code);
		}
	}

	/** Goes where the present case wants it, whoever kept the stream. */
	private static final class Switched extends OutputStream {

		private OutputStream to = OutputStream.nullOutputStream();

		@Override
		public synchronized void write(int b) throws IOException {
			to.write(b);
		}

		@Override
		public synchronized void write(byte[] bytes, int from, int length) throws IOException {
			to.write(bytes, from, length);
		}

		synchronized void to(Path file) throws IOException {
			to.close();
			to = new FileOutputStream(file.toFile());
		}
	}

	private static volatile boolean ended;

	private CaseRunner() {}

	/**
	 * @param arguments section, number of its first case, and for macros the class path of the
	 * plugins
	 */
	public static void main(String... arguments) throws Exception {
		Cases.Section section = Cases.section(arguments[0]);
		int first = Integer.parseInt(arguments[1]);
		Path raw = Path.of("..", "raw", section.name());
		Switched out = new Switched(), err = new Switched();
		System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
		String jars = arguments.length > 2 ? arguments[2] : "";
		List<String> plugins = Arrays.asList(jars.split(File.pathSeparator));
		Door door = door(section.kind(), plugins);
		boolean alone = section.kind().equals("process");
		for (int i = first; i < section.cases().size(); i++) {
			Cases.Case one = section.cases().get(i);
			Path folder = Files.createDirectories(raw.resolve(one.name()));
			Files.writeString(raw.resolve(Recording.AT), String.valueOf(i));
			out.to(folder.resolve("stdout.txt"));
			err.to(folder.resolve("stderr.txt"));
			int code = door.code(one.text(), folder.resolve("saved"));
			Files.writeString(folder.resolve("code.txt"), code + "\n");
			// Returned without an exit: the next case has a process of its own all the same.
			if (alone) Runtime.getRuntime().halt(code);
		}
		Files.writeString(raw.resolve(Recording.AT), String.valueOf(section.cases().size()));
		ended = true;
		Runtime.getRuntime().halt(0);
	}

	/** Makes a call; gives its exit code. */
	interface Door {

		int code(String text, Path saved) throws Exception;
	}

	private static Door door(String kind, List<String> plugins) throws Exception {
		return switch (kind) {
			case "process" -> terminal();
			case "terminal" -> withoutExit(terminal());
			case "macro" -> new MacroDoor(plugins);
			case "recorder" -> new RecorderDoor(plugins);
			case "scijava" -> new CommandsDoor();
			default -> throw new IllegalArgumentException(kind);
		};
	}

	private static Door terminal() throws ReflectiveOperationException {
		Method main = Class.forName("triptych.cli.Main").getMethod("main", String[].class);
		return (text, saved) -> {
			int code = 0;
			String all = saved.getParent().getParent().toString();
			String call = text.replace("$OUT", saved.toString()).replace("$ALL", all);
			for (List<String> words : Cases.calls(call))
				try {
					main.invoke(null, (Object) words.toArray(String[]::new));
				}
				catch (InvocationTargetException e) {
					if (!(e.getCause() instanceof Exit exit)) throw e;
					code = Math.max(code, exit.code);
				}
			return code;
		};
	}

	@SuppressWarnings("removal")
	private static Door withoutExit(Door door) {
		System.setSecurityManager(new NoExit());
		return door;
	}
}
