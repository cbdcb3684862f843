package triptych.core;

/** A model that answers another question than it was asked; its sentence has no full stop. */
public final class UnfitPrediction extends TriptychException {

	private static final long serialVersionUID = 1;

	private final Task task;

	UnfitPrediction(Task task) {
		super("This model " + task.verb());
		this.task = task;
	}

	/** What the model does. */
	public Task task() {
		return task;
	}
}
