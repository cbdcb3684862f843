package triptych.metrics.objects;

/** Where an error of detection comes from: the six kinds of TIDE. */
public enum ErrorKind {
	CLASS("Class", "fits an object of another class"),
	LOCATION("Location", "is of the right class but fits its object too little"),
	BOTH("Both", "fits an object of another class too little"),
	DUPLICATE("Duplicate", "fits an object that a stronger prediction has found"),
	BACKGROUND("Background", "lies where no object is"),
	MISSED("Missed", "is an object that no prediction comes near");
	private final String name, words;

	ErrorKind(String name, String words) {
		this.name = name;
		this.words = words;
	}

	/** As in the names of figures. */
	public String title() {
		return name;
	}

	/**
	 * What such an error is, to follow "a prediction that" (or, of a missed one, "an error that").
	 */
	public String words() {
		return words;
	}
}
