package triptych.engine;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.GraphInfo;

/** An open session that any number of runners share, and that is not closed under a run. */
final class ModelSession {

	private final String name;
	private final GraphInfo graph;
	private final Model model;
	/** Runs share it; closing takes it alone, because a session must not be freed under a run. */
	private final ReadWriteLock use = new ReentrantReadWriteLock();
	private boolean closed;

	ModelSession(String name, GraphInfo graph, Model model) {
		this.name = name;
		this.graph = graph;
		this.model = model;
	}

	String name() {
		return name;
	}

	GraphInfo graph() {
		return graph;
	}

	Predictor<List<Tensor>, List<Tensor>> predictor(TensorTranslator translator) {
		return model.newPredictor(translator);
	}

	/** Does something during which the session is not closed. */
	<T> T whileOpen(Supplier<T> work) {
		use.readLock().lock();
		try {
			if (closed) throw new TriptychException(
				"The model " + name + " was released while it was in use; run again.");
			return work.get();
		}
		finally {
			use.readLock().unlock();
		}
	}

	/** Waits for the runs in progress; closing again does nothing. */
	void close() {
		use.writeLock().lock();
		try {
			if (closed) return;
			closed = true;
			model.close();
		}
		finally {
			use.writeLock().unlock();
		}
	}
}
