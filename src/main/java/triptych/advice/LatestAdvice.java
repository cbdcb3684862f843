package triptych.advice;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The last advice of this session, whose path an evaluation follows, and what that found. */
public final class LatestAdvice {

	private static final AtomicReference<TaskAdvice> LAST = new AtomicReference<>();
	private static final AtomicReference<String> VERDICT = new AtomicReference<>();
	private static final AtomicReference<Runnable> LISTENER = new AtomicReference<>(() -> {});

	private LatestAdvice() {}

	public static void remember(TaskAdvice advice) {
		LAST.set(advice);
		VERDICT.set(null);
	}

	/** Empty where none was asked for, or none of the tasks answered. */
	public static Optional<TaskAdvice> get() {
		return Optional.ofNullable(LAST.get()).filter(a -> a.advice().task().task().isPresent());
	}

	/** What an evaluation says of the advice, in sentences. */
	public static void conclude(String verdict) {
		VERDICT.set(verdict);
		LISTENER.get().run();
	}

	/** Empty where no evaluation has followed this very advice. */
	public static Optional<String> verdict(TaskAdvice advice) {
		return Optional.ofNullable(VERDICT.get()).filter(v -> LAST.get() == advice);
	}

	/** @param listener hears of each verdict, on the thread of the evaluation */
	public static void onVerdict(Runnable listener) {
		LISTENER.set(listener);
	}

	public static void forget() {
		LAST.set(null);
		VERDICT.set(null);
	}
}
