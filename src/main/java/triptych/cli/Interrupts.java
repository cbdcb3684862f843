package triptych.cli;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import triptych.session.ModelCache;

/**
 * Ctrl-C, and the signal by which a cluster tells that the time is over. Java itself would begin to
 * shut down while ONNX Runtime still opens or runs a model in another thread, and end in a crash of
 * that library; and it would not hear a second Ctrl-C.
 */
final class Interrupts {

	/** With what a shell gives for programs that they have ended. */
	private static final Map<String, Integer> SIGNALS = Map.of("INT", 130, "TERM", 143);

	/** What the first signal does; the second always ends Java at once. */
	private static volatile Runnable first = Interrupts::end;
	private static volatile int code;
	private static volatile Object signal;

	private Interrupts() {}

	/** From now on a signal ends Java at once. */
	static void install() {
		try {
			Object ours = Proxy.newProxyInstance(Interrupts.class.getClassLoader(),
				new Class<?>[] { handler() }, (proxy, method, arguments) -> {
					if (method.getName().equals("handle")) hear(arguments[0]);
					return null;
				});
			for (String name : SIGNALS.keySet())
				handle(signal().getConstructor(String.class).newInstance(name), ours);
		}
		catch (ReflectiveOperationException | RuntimeException e) {
			// A Java without signals, or started with -Xrs: then the system does as it always does.
			return;
		}
	}

	/** The first signal does this; the next one ends Java at once. */
	static void first(Runnable action) {
		first = action;
	}

	/** What Java is to exit with after a signal, 0 where there was none. */
	static int exitCode() {
		return code;
	}

	private static synchronized void hear(Object heard) {
		Runnable action = code == 0 ? first : Interrupts::end;
		signal = heard;
		code = SIGNALS.getOrDefault(heard.toString().replace("SIG", ""), 1);
		action.run();
	}

	private static void end() {
		// The libraries that ONNX Runtime unpacked would stay.
		ModelCache.deleteLibraries();
		try {
			// The system's own way: where Java leaves, ONNX Runtime is torn down under its threads. Java
			// cannot send a signal to itself.
			handle(signal, handler().getField("SIG_DFL").get(null));
			String name = signal.toString().replace("SIG", "");
			new ProcessBuilder("kill", "-s", name, String.valueOf(ProcessHandle.current().pid()))
				.start()
				.waitFor(1, TimeUnit.SECONDS);
		}
		catch (ReflectiveOperationException | IOException | RuntimeException e) {
			// No such program, as on Windows.
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		Runtime.getRuntime().halt(code);
	}

	private static void handle(Object signal, Object handler) throws ReflectiveOperationException {
		signal().getMethod("handle", signal(), handler()).invoke(null, signal, handler);
	}

	/** By their names, since compilers warn of classes that are Java's own. */
	private static Class<?> signal() throws ClassNotFoundException {
		return Class.forName("sun.misc.Signal");
	}

	private static Class<?> handler() throws ClassNotFoundException {
		return Class.forName("sun.misc.SignalHandler");
	}
}
