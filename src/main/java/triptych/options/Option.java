package triptych.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one key of a command: a component of its options record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {

	/** What it means, in words for the key table, the dialog's help and the terminal. */
	String help();

	/** Default as written in a macro; "model" where the model's description decides. */
	String value() default "";

	double min() default Double.NEGATIVE_INFINITY;

	double max() default Double.POSITIVE_INFINITY;

	/** Allowed words where the type does not tell them. */
	String[] choices() default {};

	/** What is allowed, where it is neither words nor a range. */
	String form() default "";
}
