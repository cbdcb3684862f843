package triptych.advisor.question;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import triptych.advisor.KnownQuestion;
import triptych.advisor.need.Language;

/** Writes the features of questions for src/training/train_advisor.py: arguments are tables of questions, then the output. */
final class FeatureDump {

	private FeatureDump() {}

	public static void main(String[] args) throws IOException {
		try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(args[args.length - 1])), false,
			StandardCharsets.UTF_8))
		{
			for (int i = 0; i < args.length - 1; i++)
				for (KnownQuestion question : KnownQuestion.read(Path.of(args[i])))
					out.println(line(args[i], question));
		}
	}

	private static String line(String table, KnownQuestion question) {
		NormalText text = NormalText.of(question.text());
		Language language = LanguageGuess.of(text, 0, text.length(), Language.EN);
		List<FoundCue> cues = CueFinder.find(text, null, language).cues();
		StringBuilder features = new StringBuilder();
		Features.of(cues).forEach((k, v) -> features.append(k).append('=').append(v).append(' '));
		String task = question.mustAsk() ? "-" : question.task();
		return String.join("\t", table, question.language(), task, String.join("|", question.right()), question.kind(),
			features.toString().strip(), text.text());
	}
}
