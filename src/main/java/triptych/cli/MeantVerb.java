package triptych.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import triptych.model.Similar;

/** Which verb somebody meant who typed none of them. */
final class MeantVerb {

	/** Words of the menu, and of other programs, whose verb is another word. */
	private static final Map<String, List<String>> OTHER = Map.of("choose", List.of("advise"),
		"check", List.of("devices"), "device", List.of("devices"), "info", List.of("inspect"),
		"train", List.of("teach-classes", "teach-regions"), "predict",
		List.of("classify", "detect", "segment-objects", "segment-regions"), "folder",
		List.of("process-folder"));

	/** A beginning of fewer letters is shared by too many words. */
	private static final int LEAST = 4;

	private MeantVerb() {}

	static String sentence(String typed) {
		List<String> verbs = Verbs.all().stream().map(Verb::name).toList();
		List<String> meant = meant(typed.toLowerCase(Locale.ROOT), verbs);
		String asked = meant.isEmpty() ? "there are " + String.join(", ", verbs) + "."
			: "did you mean " + String.join(" or ", meant) + "? All are told by --help.";
		return "There is no verb \"" + typed + "\"; " + asked;
	}

	private static List<String> meant(String typed, List<String> verbs) {
		String similar = Similar.to(typed, verbs);
		if (!similar.isEmpty()) return List.of(similar);
		String first = typed.split("[-_ ]")[0];
		if (OTHER.containsKey(first)) return OTHER.get(first);
		return verbs.stream().filter(verb -> begins(verb.split("-")[0], first)).toList();
	}

	private static boolean begins(String a, String b) {
		boolean told = Math.min(a.length(), b.length()) >= LEAST;
		return told && (a.startsWith(b) || b.startsWith(a));
	}
}
