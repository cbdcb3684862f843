package triptych.bench.same;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

import org.scijava.annotations.Index;
import org.scijava.annotations.IndexItem;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** The SciJava commands as a script meets them: class name, menu path, inputs and outputs. */
final class CommandsDoor implements CaseRunner.Door {

	@Override
	public int code(String text, Path saved) {
		Index<Plugin> index = Index.load(Plugin.class, getClass().getClassLoader());
		StreamSupport.stream(index.spliterator(), false)
			.filter(item -> item.className().startsWith("triptych."))
			.sorted(Comparator.comparing(IndexItem<Plugin>::className))
			.forEach(CommandsDoor::print);
		return 0;
	}

	private static void print(IndexItem<Plugin> item) {
		CommandInfo info = new CommandInfo(item.className(), item.annotation());
		System.out.println(item.className() + ": " + info.getMenuPath().getMenuString());
		for (ModuleItem<?> input : sorted(info.inputs()))
			System.out.println("  input " + words(input));
		for (ModuleItem<?> output : sorted(info.outputs()))
			System.out.println("  output " + words(output));
	}

	/** Java does not promise the order in which it lists the fields of a class. */
	private static List<ModuleItem<?>> sorted(Iterable<ModuleItem<?>> items) {
		return StreamSupport.stream(items.spliterator(), false)
			.sorted(Comparator.comparing(ModuleItem::getName))
			.toList();
	}

	private static String words(ModuleItem<?> item) {
		String type = item.getType().getName();
		String named = type.startsWith("triptych.") ? "of ours" : type;
		String required = item.isRequired() ? "required" : "optional";
		String label = "label " + item.getLabel(), choices = "choices " + item.getChoices();
		String help = "help " + item.getDescription();
		return String.join(", ", item.getName(), named, required, label, choices, help);
	}
}
