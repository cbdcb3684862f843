package triptych.readme;

import java.util.stream.Collectors;

import triptych.advice.ChooseTaskOptions;
import triptych.folder.FolderOptions;
import triptych.model.ModelLibrary;
import triptych.options.Key;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;

/** The README's key tables, made from the options records. */
final class KeyTables {

	private KeyTables() {}

	static String all() {
		StringBuilder text = new StringBuilder();
		for (ImageCommand verb : Commands.all())
			text.append("**").append(verb.spec().name()).append("** (terminal: `").append(verb.spec().verb()).append("`)\n\n").append(
				"| key | default | allowed | meaning |\n|---|---|---|---|\n").append(Options.keys(verb.spec().options()).stream().map(
					k -> row(k, verb)).collect(Collectors.joining())).append('\n');
		text.append("**Process Folder...** (terminal: `process-folder`), beside the keys of the task's command\n\n").append(
			"| key | default | allowed | meaning |\n|---|---|---|---|\n");
		for (Key key : Options.keys(FolderOptions.class))
			text.append(row(key, key.fallback().isEmpty() ? "(must be given)" : key.fallback()));
		text.append("\n**Choose Task...** (terminal: `advise`)\n\n| key | default | allowed | meaning |\n|---|---|---|---|\n");
		for (Key key : Options.keys(ChooseTaskOptions.class))
			text.append(row(key, key.fallback().isEmpty() ? "(nothing)" : key.fallback()));
		return text.append('\n').toString();
	}

	private static String row(Key key, ImageCommand verb) {
		String fallback = key.fallback().isEmpty() ? "(nothing)" : key.fallback();
		if (verb instanceof ModelCommand<?> command && key.name().equals("model")) {
			fallback = ModelLibrary.bundledFor(command.task()).orElse("(must be given)");
		}
		return row(key, fallback);
	}

	private static String row(Key key, String fallback) {
		return "| " + key.name() + " | " + fallback + " | " + key.allowed() + " | " + key.help() + " |\n";
	}
}
