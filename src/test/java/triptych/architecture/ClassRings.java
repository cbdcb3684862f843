package triptych.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The rings of classes in a house: strongly connected components (Tarjan 1972) of the outermost
 * classes. What a nested class knows counts for the class around it; that a sealed type lists who
 * extends it does not count.
 */
final class ClassRings {

	private final Map<String, Set<String>> knows = new TreeMap<>();
	private final Map<String, Integer> order = new HashMap<>();
	private final Map<String, Integer> lowest = new HashMap<>();
	private final Deque<String> open = new ArrayDeque<>();
	private final Set<String> rings = new TreeSet<>();

	private ClassRings() {}

	/** Each ring as the names of its classes in alphabetical order, with blanks between. */
	static Set<String> of(House house) {
		ClassRings search = new ClassRings();
		for (JavaClass type : house.classes()) {
			Set<String> known = search.knows
				.computeIfAbsent(house.outermost(type), name -> new TreeSet<>());
			for (Dependency d : type.getDirectDependenciesFromSelf()) {
				JavaClass target = d.getTargetClass().getBaseComponentType();
				if (house.holds(target)) known.add(house.outermost(target));
			}
		}
		for (String name : search.knows.keySet())
			if (!search.order.containsKey(name)) search.visit(name);
		return search.rings;
	}

	private void visit(String name) {
		int number = order.size();
		order.put(name, number);
		lowest.put(name, number);
		open.push(name);
		for (String next : knows.getOrDefault(name, Set.of())) {
			if (!order.containsKey(next)) visit(next);
			if (open.contains(next)) lowest.merge(name, lowest.get(next), Math::min);
		}
		if (lowest.get(name) == number) close(name);
	}

	private void close(String first) {
		Set<String> ring = new TreeSet<>();
		while (!ring.contains(first))
			ring.add(open.pop());
		if (ring.size() > 1) rings.add(String.join(" ", ring));
	}
}
