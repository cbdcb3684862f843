package triptych.core;

/** Numbers of things in sentences: "1 image", "3 images". */
public final class Plural {

	private Plural() {}

	/** With an s where there is not exactly one. */
	public static String of(long n, String one) {
		return of(n, one, one + "s");
	}

	public static String of(long n, String one, String many) {
		String word = n == 1 ? one : many;
		return n + " " + word;
	}
}
