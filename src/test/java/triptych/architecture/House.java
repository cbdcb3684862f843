package triptych.architecture;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The classes below one root package, as the rules see them.
 *
 * @param sources the folder of the root package's source files
 * @param mostFiles the most files a package may hold
 * @param knownRings rings of classes that are there still, each as its class names with blanks
 *        between
 */
record House(String root, Path sources, int mostFiles, Set<String> knownRings,
	JavaClasses classes)
{

	/** Reads the compiled classes of the root package and all below it. */
	static House of(String root, Path sources, int mostFiles, Set<String> knownRings,
		ImportOption where)
	{
		JavaClasses classes = new ClassFileImporter()
			.withImportOption(where)
			.importPackages(root);
		return new House(root, sources, mostFiles, knownRings, classes);
	}

	boolean holds(JavaClass type) {
		return type.getName().startsWith(root + ".");
	}

	/** The package below the root, such as {@code ij.draw}; empty for the root itself. */
	String room(JavaClass type) {
		String name = type.getPackageName();
		return name.equals(root) ? "" : name.substring(root.length() + 1);
	}

	/**
	 * The class's name below the root, such as {@code ij.draw.Rois}; a nested class has that of the
	 * outermost class around it.
	 */
	String outermost(JavaClass type) {
		return type.getName().substring(root.length() + 1).replaceAll("\\$.*", "");
	}

	/** Whether a list that names rooms and single classes names this one. */
	boolean isIn(JavaClass type, Collection<String> places) {
		return places.contains(room(type)) || places.contains(outermost(type));
	}

	Set<String> rooms() {
		Set<String> rooms = new TreeSet<>();
		classes.forEach(c -> rooms.add(room(c)));
		return rooms;
	}

	Path folder(String room) {
		return sources.resolve(room.replace('.', '/'));
	}
}
