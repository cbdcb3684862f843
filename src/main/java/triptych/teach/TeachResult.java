package triptych.teach;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.options.CommandReport;
import triptych.teach.learn.CrossValidation;

/**
 * What Teach Classes... has made.
 *
 * @param model the description, which {@code model=} and {@code classify=} take
 * @param classes in the order of the model's scores
 * @param validation how well it does on examples that it has not seen; empty where a class has one
 *          example only
 * @param lines the report
 */
public record TeachResult(Path model, List<String> classes, Optional<CrossValidation> validation,
	List<String> lines, Map<String, String> keys, String summary) implements CommandReport
{}
