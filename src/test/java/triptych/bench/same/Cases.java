package triptych.bench.same;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is run, from {@code same-outputs.txt}, whose heading explains how it is written. */
final class Cases {

	/** What runs in one process, one case after the other. */
	record Section(String kind, String name, List<Case> cases) {

		boolean isReal() {
			return name.startsWith("real-");
		}
	}

	record Case(String name, String text) {}

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

	private Cases() {}

	static List<Section> all() throws IOException {
		List<Section> sections = new ArrayList<>();
		for (String line : text().split("\n")) {
			if (line.isBlank() || line.startsWith("#")) continue;
			if (line.startsWith("[")) {
				String[] head = line.substring(1, line.indexOf(']')).split(" ");
				sections.add(new Section(head[0], head[1], new ArrayList<>()));
				continue;
			}
			List<Case> cases = sections.get(sections.size() - 1).cases();
			int end = line.indexOf(" = ");
			if (end < 0) throw new IllegalArgumentException("No name: " + line);
			String name = line.substring(0, end).strip();
			if (cases.stream().anyMatch(c -> c.name().equals(name)))
				throw new IllegalArgumentException("Twice: " + line);
			cases.add(new Case(name, line.substring(end + 3).strip()));
		}
		return sections;
	}

	static Section section(String name) throws IOException {
		return all().stream()
			.filter(s -> s.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	/** The calls of the terminal that a case makes: one, or one for each question of a table. */
	static List<List<String>> calls(String text) throws IOException {
		List<String> words = new ArrayList<>();
		for (Matcher m = WORD.matcher(text); m.find();)
			words.add(m.group(1) != null ? m.group(1) : m.group(2));
		if (words.isEmpty() || !words.get(0).equals("@questions")) return List.of(words);
		List<List<String>> calls = new ArrayList<>();
		List<String> lines = Files.readAllLines(Path.of(words.get(1)));
		for (int i = 1; i < lines.size(); i += 3) {
			List<String> call = new ArrayList<>(words.subList(2, words.size()));
			call.add("--question=" + lines.get(i).split("\t")[3]);
			calls.add(call);
		}
		return calls;
	}

	private static String text() throws IOException {
		try (InputStream in = Cases.class.getResourceAsStream("/bench/same-outputs.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
