package triptych.metrics.objects;

/** Where an error of detection comes from: the six kinds of TIDE. */
public enum ErrorKind {
	/** A prediction that fits an object of another class. */
	CLASS("Class"),
	/** A prediction of the right class that fits its object too little. */
	LOCATION("Location"),
	/** A prediction that fits an object of another class too little. */
	BOTH("Both"),
	/** A prediction that fits an object which a stronger prediction has found. */
	DUPLICATE("Duplicate"),
	/** A prediction where no object is. */
	BACKGROUND("Background"),
	/** An object that no prediction comes near. */
	MISSED("Missed");

	private final String title;

	ErrorKind(String title) {
		this.title = title;
	}

	/** As in the names of figures. */
	public String title() {
		return title;
	}
}
