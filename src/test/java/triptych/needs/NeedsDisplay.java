package triptych.needs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/** A test, or each test of a class, that is skipped where there is no display. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SkippedTests.class)
public @interface NeedsDisplay {

	/** What a skipped test says; a build can look for the words before the bracket. */
	String MISSING = "SKIPPED: no display (run the build with xvfb-run)";
}
