package triptych.needs;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.awt.GraphicsEnvironment;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests one by one and prints why. A class is never skipped as a whole, since a build would
 * then report it with no tests instead of with skipped ones.
 */
final class SkippedTests implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (context.getTestMethod().isEmpty()) return ConditionEvaluationResult.enabled("a class");
		String missing = missing(context);
		if (missing.isEmpty()) return ConditionEvaluationResult.enabled("all is there");
		System.out.println(context.getRequiredTestClass().getSimpleName() + "." +
			context.getRequiredTestMethod().getName() + " " + missing);
		return ConditionEvaluationResult.disabled(missing);
	}

	private static String missing(ExtensionContext context) {
		Optional<NeedsDisplay> display = findAnnotation(context.getTestMethod(), NeedsDisplay.class)
			.or(() -> findAnnotation(context.getTestClass(), NeedsDisplay.class));
		if (display.isPresent() && GraphicsEnvironment.isHeadless()) return NeedsDisplay.MISSING;
		return findAnnotation(context.getTestMethod(), NeedsTestData.class)
			.or(() -> findAnnotation(context.getTestClass(), NeedsTestData.class))
			.map(needs -> TestData.missing(needs.value()))
			.orElse("");
	}
}
