package triptych.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

	private static final List<String> CLASSES = List.of("person", "car", "cat", "traffic light", "RBC");

	@ParameterizedTest
	@CsvSource({ "Person,person", "persons,person", "persn,person", "traffic-light,traffic light", "rbc,RBC", "cars,car",
		"dog,''", "cap,''", "house,''" })
	void theNameThatComesNearestIsMeant(String written, String meant) {
		assertEquals(meant, Similar.to(written, CLASSES));
	}
}
