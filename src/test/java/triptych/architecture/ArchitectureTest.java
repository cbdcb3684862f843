package triptych.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import triptych.architecture.Rule.Broken;

/** The house keeps its rules, and a rule reports what breaks it: the classes in planted. */
class ArchitectureTest {

	/** Rings of classes that are still there. None may join, and one that is broken leaves. */
	private static final Set<String> STILL_THERE = Set.of();

	/** Files a package may hold; 30 as soon as core and run fit. */
	private static final int MOST_FILES = 30;

	/** All that is wrong in the planted house, rule by rule. */
	private static final Map<Rule, Set<String>> PLANTED = Map.ofEntries(
		Map.entry(Rule.A_ROOM_KNOWS_ONLY_THE_ROOMS_THE_TABLE_ALLOWS,
			Set.of("core.KnowsTheEngine")),
		Map.entry(Rule.EVERY_ROOM_IS_IN_THE_TABLE,
			Set.of("attic")),
		Map.entry(Rule.NO_RING_OF_PACKAGES,
			Set.of("")),
		Map.entry(Rule.NO_RING_OF_CLASSES,
			Set.of("measure.First measure.Second")),
		Map.entry(Rule.EACH_LIBRARY_HAS_ITS_ROOM,
			Set.of("core.DrawsAColour", "decode.OpensASession", "run.TouchesTheRois")),
		Map.entry(Rule.CORE_IS_PLAIN_JAVA,
			Set.of("core.DrawsAColour")),
		Map.entry(Rule.ONLY_DELIVERY_AND_THE_DOORS_SHOW_SOMETHING,
			Set.of("run.WritesALog", "run.OpensAWindow", "decode.Prints")),
		Map.entry(Rule.NAMES_SAY_WHAT_A_CLASS_DOES,
			Set.of("attic.PathUtils")),
		Map.entry(Rule.NO_TEXT_DEPENDS_ON_THE_LANGUAGE_OF_THE_COMPUTER,
			Set.of("measure.Third", "run.WritesALog")),
		Map.entry(Rule.EVERY_PACKAGE_SAYS_WHAT_IT_IS_FOR,
			Set.of("attic", "core", "decode", "engine", "run")),
		Map.entry(Rule.NO_PACKAGE_IS_TOO_LARGE,
			Set.of("measure")));

	private static House triptych, planted;

	@BeforeAll
	static void readBothHouses() {
		// Names are all that the rules ask of the libraries, so their classes are not read.
		ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
		Path sources = Path.of("src/main/java/triptych");
		triptych = House.of("triptych", sources, MOST_FILES, STILL_THERE, new DoNotIncludeTests());
		Path test = Path.of("src/test/java/triptych/architecture/planted");
		planted = House.of("triptych.architecture.planted", test, 3, Set.of(), location -> true);
	}

	@ParameterizedTest
	@EnumSource(Rule.class)
	void theHouseKeepsItsRules(Rule rule) {
		Set<Broken> broken = rule.brokenIn(triptych);
		String all = broken.stream()
			.map(b -> b.where() + ": " + b.what())
			.collect(joining("\n"));
		assertTrue(broken.isEmpty(), () -> rule + "\n" + all);
	}

	@ParameterizedTest
	@EnumSource(Rule.class)
	void aPlantedViolationIsReportedAndNothingElse(Rule rule) {
		assertEquals(new TreeSet<>(PLANTED.get(rule)), places(rule.brokenIn(planted)));
	}

	@Test
	void aRingThatIsGoneLeavesTheList() {
		House house = new House(planted.root(), planted.sources(), 3,
			Set.of("measure.First measure.Second", "core.Gone core.GoneToo"), planted.classes());
		Set<Broken> broken = Rule.NO_RING_OF_CLASSES.brokenIn(house);
		assertEquals(Set.of("core.Gone core.GoneToo"), places(broken));
	}

	@Test
	void theTableOfRoomsOnlyLooksUpwards() {
		List<String> above = new ArrayList<>();
		Rooms.MAY_KNOW.forEach((room, known) -> {
			assertTrue(above.containsAll(known), () -> room + " looks down");
			above.add(room);
		});
	}

	@Test
	void theTablesNameNoRoomThatIsGone() {
		Set<String> rooms = triptych.rooms();
		assertEquals(Set.of(), difference(Rooms.MAY_KNOW.keySet(), rooms));
		for (Map.Entry<String, List<String>> line : Rooms.LIBRARIES.entrySet())
			for (String place : line.getValue())
				assertTrue(rooms.contains(place) || triptych.classes().contain("triptych." + place),
					() -> "There is no room " + place + " for " + line.getKey());
	}

	private static Set<String> places(Set<Broken> broken) {
		return broken.stream()
			.map(Broken::where)
			.collect(toCollection(TreeSet::new));
	}

	private static Set<String> difference(Set<String> all, Set<String> without) {
		Set<String> rest = new TreeSet<>(all);
		rest.removeAll(without);
		return rest;
	}
}
