package triptych.advisor;

import java.util.Locale;

/**
 * Whether a budget pays for labels: yes at the high price, no not even at the low one, partial in
 * between.
 */
public enum Affordable {

	YES, PARTIAL, NO, UNKNOWN;

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Both limits must hold; one that is not known leaves the other one to decide only where it says
	 * no.
	 */
	Affordable and(Affordable other) {
		if (this == NO || other == NO) return NO;
		if (this == UNKNOWN || other == UNKNOWN) return UNKNOWN;
		return this == PARTIAL || other == PARTIAL ? PARTIAL : YES;
	}
}
