package triptych.needs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or each test of a class, that is skipped where {@link TestData} lacks a file or folder.
 * Unlike an assumption inside, it also counts a test that would have had several runs as skipped.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SkippedTests.class)
public @interface NeedsTestData {

	/** The file or folder. */
	String value();
}
