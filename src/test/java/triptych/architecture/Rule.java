package triptych.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;

/** What holds for the whole house. Each rule gives the places that break it, and how. */
enum Rule {

	A_ROOM_KNOWS_ONLY_THE_ROOMS_THE_TABLE_ALLOWS {
		@Override
		Set<Broken> brokenIn(House house) {
			return dependencies(house, (type, target) -> {
				if (!house.holds(target)) return false;
				String from = house.room(type), to = house.room(target);
				return !from.equals(to) && !Rooms.MAY_KNOW.getOrDefault(from, List.of()).contains(to);
			});
		}
	},

	EVERY_ROOM_IS_IN_THE_TABLE {
		@Override
		Set<Broken> brokenIn(House house) {
			return rooms(house, room -> !Rooms.MAY_KNOW.containsKey(room),
				"has no line in the table of rooms");
		}
	},

	NO_RING_OF_PACKAGES {
		@Override
		Set<Broken> brokenIn(House house) {
			Set<Broken> broken = new LinkedHashSet<>();
			slices()
				.matching(house.root() + ".(**)")
				.should().beFreeOfCycles()
				.evaluate(house.classes())
				.getFailureReport()
				.getDetails()
				.forEach(ring -> broken.add(new Broken("", ring)));
			return broken;
		}
	},

	NO_RING_OF_CLASSES {
		@Override
		Set<Broken> brokenIn(House house) {
			Set<Broken> broken = new LinkedHashSet<>();
			Set<String> rings = ClassRings.of(house);
			for (String ring : rings)
				if (!house.knownRings().contains(ring))
					broken.add(new Broken(ring, "know each other in a ring"));
			for (String ring : house.knownRings())
				if (!rings.contains(ring))
					broken.add(new Broken(ring, "are no ring now: take them off the list"));
			return broken;
		}
	},

	EACH_LIBRARY_HAS_ITS_ROOM {
		@Override
		Set<Broken> brokenIn(House house) {
			return dependencies(house, (type, target) -> {
				if (house.holds(target) || target.isPrimitive()) return false;
				List<List<String>> lines = Rooms.LIBRARIES.entrySet().stream()
					.filter(line -> isBelow(target, line.getKey()))
					.map(Map.Entry::getValue)
					.toList();
				if (lines.isEmpty()) return !isBelow(target, "java");
				return !lines.stream().allMatch(places -> house.isIn(type, places));
			});
		}
	},

	CORE_IS_PLAIN_JAVA {
		@Override
		Set<Broken> brokenIn(House house) {
			return dependencies(house, (type, target) -> house.room(type).equals("core")
				&& !house.holds(target)
				&& !target.isPrimitive()
				&& (!isBelow(target, "java") || isBelow(target, "java.awt")));
		}
	},

	ONLY_DELIVERY_AND_THE_DOORS_SHOW_SOMETHING {
		@Override
		Set<Broken> brokenIn(House house) {
			Set<Broken> broken = new LinkedHashSet<>();
			for (JavaClass type : house.classes()) {
				if (house.isIn(type, Rooms.SHOW)) continue;
				for (JavaAccess<?> access : type.getAccessesFromSelf())
					if (shows(access))
						broken.add(new Broken(house.outermost(type), access.getDescription()));
			}
			return broken;
		}
	},

	NAMES_SAY_WHAT_A_CLASS_DOES {
		@Override
		Set<Broken> brokenIn(House house) {
			Set<Broken> broken = new LinkedHashSet<>();
			for (JavaClass type : house.classes())
				if (type.getSimpleName().matches(".*(Utils?|Manager|Helper)"))
					broken.add(new Broken(house.outermost(type), "has a name that says nothing"));
			return broken;
		}
	},

	/** Some languages of a computer have other digits, and many a comma for the point. */
	NO_TEXT_DEPENDS_ON_THE_LANGUAGE_OF_THE_COMPUTER {
		@Override
		Set<Broken> brokenIn(House house) {
			Set<Broken> broken = new LinkedHashSet<>();
			for (JavaClass type : house.classes())
				for (JavaAccess<?> access : type.getAccessesFromSelf())
					if (formats(access))
						broken.add(new Broken(house.outermost(type), access.getDescription()));
			return broken;
		}
	},

	EVERY_PACKAGE_SAYS_WHAT_IT_IS_FOR {
		@Override
		Set<Broken> brokenIn(House house) {
			Predicate<String> silent =
				room -> !Files.exists(house.folder(room).resolve("package-info.java"));
			return rooms(house, silent, "has no package-info.java");
		}
	},

	NO_PACKAGE_IS_TOO_LARGE {
		@Override
		Set<Broken> brokenIn(House house) {
			return rooms(house, room -> files(house, room) > house.mostFiles(),
				"holds more than " + house.mostFiles() + " files");
		}
	};

	/** ImageJ's calls that open a window or write a log, beside every method of the name show. */
	private static final Set<String> LOUD =
		Set.of("log", "error", "showMessage", "showMessageWithCancel", "handleException");

	/** What breaks this rule in a house; empty where it is kept. */
	abstract Set<Broken> brokenIn(House house);

	/** A class, a room or a ring of classes, and what it does against the rule. */
	record Broken(String where, String what) {}

	private interface Forbidden {
		boolean is(JavaClass type, JavaClass target);
	}

	private static Set<Broken> dependencies(House house, Forbidden forbidden) {
		Set<Broken> broken = new LinkedHashSet<>();
		for (JavaClass type : house.classes())
			for (Dependency d : type.getDirectDependenciesFromSelf())
				if (forbidden.is(type, d.getTargetClass().getBaseComponentType()))
					broken.add(new Broken(house.outermost(type), d.getDescription()));
		return broken;
	}

	private static Set<Broken> rooms(House house, Predicate<String> wrong, String what) {
		Set<Broken> broken = new LinkedHashSet<>();
		for (String room : house.rooms())
			if (wrong.test(room)) broken.add(new Broken(room, what));
		return broken;
	}

	private static boolean isBelow(JavaClass type, String name) {
		String rest = type.getName();
		return rest.equals(name) || rest.startsWith(name + ".") || rest.startsWith(name + "$");
	}

	private static boolean shows(JavaAccess<?> access) {
		JavaClass owner = access.getTargetOwner();
		String name = access.getName();
		if (isBelow(owner, "java.util.logging") || isBelow(owner, "org.slf4j")) return true;
		if (isBelow(owner, "java.lang.System")) return name.equals("out") || name.equals("err");
		if (isBelow(owner, "ij.IJ")) return LOUD.contains(name);
		boolean window = owner.getSimpleName().matches(".*(Window|Dialog)");
		return isBelow(owner, "ij") && (name.equals("show") || window && name.equals("<init>"));
	}

	/** Without a language, or in capitals or small letters without one. */
	private static boolean formats(JavaAccess<?> access) {
		JavaClass owner = access.getTargetOwner();
		String name = access.getName();
		boolean told = access instanceof JavaCodeUnitAccess<?> call && call.getTarget()
			.getRawParameterTypes()
			.stream()
			.anyMatch(p -> isBelow(p, "java.util.Locale"));
		if (told) return false;
		if (isBelow(owner, "java.lang.String"))
			return Set.of("format", "formatted", "toLowerCase", "toUpperCase").contains(name);
		boolean prints = isBelow(owner, "java.io.PrintStream") || isBelow(owner, "java.io.PrintWriter");
		return prints && Set.of("format", "printf").contains(name);
	}

	private static long files(House house, String room) {
		try (Stream<Path> files = Files.list(house.folder(room))) {
			return files
				.filter(f -> f.toString().endsWith(".java"))
				.count();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
