package triptych.draft;

import java.util.List;

/**
 * A key of the description.
 *
 * @param section where it stands, blank at the top
 * @param value what is proposed; blank where the line may be left out
 * @param why the value is proposed, or what the key means
 * @param choices the words that it can be; empty for what is typed
 * @param basic false where few models need the key
 */
public record Line(String section, String key, String value, String why, List<String> choices,
	boolean basic)
{

	/** The same with what somebody has typed. */
	public Line with(String typed) {
		boolean list = key.equals("classes") && !typed.isEmpty() && !typed.startsWith("[");
		return new Line(section, key, list ? "[" + typed + "]" : typed, why, choices, basic);
	}

	/** The key with its section, which no other line has. */
	public String place() {
		return (section + " " + key).strip();
	}
}
