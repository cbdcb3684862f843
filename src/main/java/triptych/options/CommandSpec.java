package triptych.options;

import java.util.List;
import java.util.Map;

/**
 * What a command on an image is called, which keys it has and which files it leaves. Menu, macros,
 * terminal, recorder, result files and the key tables of the documentation are made from it.
 *
 * @param verb its name in the terminal, such as {@code detect}
 * @param name its name in the menu and in macros, such as {@code Detect Objects...}
 * @param options the record of its keys
 * @param table the end of the table's file name without extension, blank where it makes none
 * @param labels the end of the label image's title and file name, blank where it makes none
 * @param summed true where the objects of each plane are counted and summed up in a row
 * @param pictures the ends of the other image files that it may leave
 */
public record CommandSpec(String verb, String name, Class<? extends Record> options, String table,
	String labels, boolean summed, List<String> pictures)
{

	/** The line of a macro that runs it with these keys. */
	public String macro(Map<String, String> keys) {
		return Options.line(name, keys);
	}

	/** Its name as the title of a window. */
	public String title() {
		return name.replace("...", "");
	}
}
