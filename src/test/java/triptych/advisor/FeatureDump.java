package triptych.advisor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the features of questions for src/training/train_advisor.py: arguments are tables of questions, then the output. */
final class FeatureDump {

	private FeatureDump() {}

	public static void main(String[] args) throws IOException {
		try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(args[args.length - 1])), false,
			StandardCharsets.UTF_8))
		{
			for (int i = 0; i < args.length - 1; i++)
				for (Map<String, String> row : SharedFolder.read(Path.of(args[i]))) {
					NormalText text = NormalText.of(row.get("question"));
					CueFinder.Found found = CueFinder.find(text, null, Language.of(text, 0, text.length(), Language.EN));
					List<FoundCue> cues = found.cues();
					StringBuilder line = new StringBuilder();
					Features.of(cues).forEach((k, v) -> line.append(k).append('=').append(v).append(' '));
					StringBuilder quoted = new StringBuilder();
					cues.forEach(c -> quoted.append(c.negated() ? "!" : "").append(found.text().text(), c.start(), c.end()).append('|'));
					out.println(String.join("\t", args[i], row.getOrDefault("lang", "en"), row.getOrDefault("gold", row
						.getOrDefault("task", "")), row.getOrDefault("acceptable", ""), row.getOrDefault("source", ""), line.toString()
							.strip(), row.get("question"), text.text(), quoted));
				}
		}
	}
}
