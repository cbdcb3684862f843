package triptych.architecture.planted.measure;

/** Makes the package too large for the planted house, and has a text with the computer's digits. */
public record Third(First first) {

	@Override
	public String toString() {
		return "%04d".formatted(first.hashCode());
	}
}
