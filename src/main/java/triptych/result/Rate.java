package triptych.result;

import java.util.Locale;

/** How fast work goes and how long the rest of it takes, in words for a status line. */
public record Rate(double perSecond, double left, String unit) {

	/** Before this the first runs of a model, which are slow, would promise too little. */
	private static final double FIRST_SECONDS = 3;

	/** Of the work so far; nothing to tell where that is too little to go by. */
	public static Rate of(double done, double all, double seconds, String unit) {
		return new Rate(seconds < FIRST_SECONDS ? 0 : done / seconds, all - done, unit);
	}

	/** Such as {@code , 2.1 planes/min, 17 min left}; blank while nobody can say. */
	public String text() {
		if (!(perSecond > 0)) return "";
		String soFar = ", " + rate();
		return left > 0 ? soFar + ", " + time(left / perSecond) + " left" : soFar;
	}

	private String rate() {
		if (perSecond >= 1) return rate(perSecond, "s");
		return perSecond >= 1.0 / 60 ? rate(60 * perSecond, "min") : rate(3600 * perSecond, "h");
	}

	private String rate(double n, String per) {
		return String.format(Locale.ROOT, n < 100 ? "%.1f %s/%s" : "%.0f %s/%s", n, unit, per);
	}

	private static String time(double seconds) {
		long s = Math.round(seconds), minutes = Math.round(seconds / 60);
		if (s < 60) return s + " s";
		return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
	}
}
