package triptych.advice;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The last advice of this session, whose path an evaluation follows. */
public final class LatestAdvice {

	private static final AtomicReference<TaskAdvice> LAST = new AtomicReference<>();

	private LatestAdvice() {}

	public static void remember(TaskAdvice advice) {
		LAST.set(advice);
	}

	/** Empty where none was asked for, or none of the tasks answered. */
	public static Optional<TaskAdvice> get() {
		return Optional.ofNullable(LAST.get()).filter(a -> a.advice().task().task().isPresent());
	}

	public static void forget() {
		LAST.set(null);
	}
}
