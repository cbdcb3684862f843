package triptych.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may know whom, and which library lives where. */
final class Rooms {

	/** Each room and the rooms it may know: only rooms that stand above its own line. */
	static final Map<String, List<String>> MAY_KNOW = table("""
		core             :
		core.table       : core
		core.pixels      : core
		annotation       : core core.pixels
		annotation.coco  : core core.pixels annotation
		annotation.files : core core.pixels annotation
		model            : core
		model.format     : core model
		model.onnx       : core
		measure          : core core.pixels
		metrics          : core
		metrics.classes  : core metrics
		metrics.objects  : core core.pixels metrics
		metrics.pixels   : core core.pixels metrics
		advisor.need     : core
		advisor.question : core advisor.need
		advisor          : core advisor.need advisor.question
		ij.convert       : core core.table
		ij.files         : core
		ij.draw          : core ij.convert
		ij.annotation    : core core.pixels annotation annotation.coco annotation.files ij.convert \
		                   ij.draw ij.files
		decode           : core core.pixels model measure
		decode.yolo      : core model decode
		decode.query     : core model decode
		decode.objects   : core model measure decode
		decode.anchor    : core model decode
		decode.family    : core core.pixels model measure decode decode.yolo decode.query \
		                   decode.objects decode.anchor
		engine           : core model model.format
		pipeline.prepare : core model decode
		pipeline.tiles   : core core.pixels model decode decode.family pipeline.prepare
		pipeline.join    : core model decode
		teach.features   : core model model.onnx engine pipeline.prepare
		teach.learn      : core metrics
		options          : core model decode engine pipeline.prepare pipeline.tiles
		result           : core core.table model measure decode ij.convert ij.draw ij.files options
		session          : core model model.format decode decode.family engine pipeline.join \
		                   pipeline.prepare pipeline.tiles options result
		draft            : core model model.format decode decode.family engine pipeline.prepare session
		run              : core core.table model model.format measure decode decode.family engine \
		                   ij.convert ij.draw ij.files pipeline.join pipeline.prepare pipeline.tiles \
		                   options result session
		dataset          : core core.table annotation model model.format ij.convert ij.draw ij.files \
		                   ij.annotation options result run
		teach            : core core.pixels annotation metrics model model.format model.onnx ij.annotation ij.convert \
		                   ij.draw ij.files options result run session teach.features teach.learn
		teach.regions    : core metrics model model.format model.onnx engine pipeline.prepare options session teach teach.learn
		preview          : core model measure decode decode.family engine ij.convert ij.draw options \
		                   pipeline.join pipeline.prepare pipeline.tiles result session run
		review           : core core.table measure ij.convert ij.draw ij.files options result
		folder           : core core.table model measure engine ij.convert ij.files options result \
		                   session run review
		advice           : core core.table model model.format teach.learn advisor advisor.need \
		                   advisor.question options result session run
		evaluation.source: core core.pixels core.table annotation ij.annotation ij.convert ij.draw \
		                   ij.files result
		evaluation.compare: core core.pixels annotation metrics metrics.classes metrics.objects \
		                   metrics.pixels ij.convert options evaluation.source
		evaluation       : core core.table metrics metrics.classes metrics.objects advisor \
		                   advisor.need options result session advice teach.learn evaluation.source \
		                   evaluation.compare
		evaluation.report: core core.pixels metrics metrics.classes metrics.objects metrics.pixels \
		                   ij.convert ij.draw ij.files options session advice evaluation.source \
		                   evaluation.compare evaluation
		workflow         : core core.table model model.format engine draft ij.convert ij.files options result session run \
		                   folder advice dataset teach teach.regions evaluation evaluation.report
		plugin.layout    :
		plugin           : core core.table model model.format ij.convert ij.draw options result \
		                   session run preview folder advice dataset teach teach.regions evaluation evaluation.report \
		                   workflow plugin.layout
		command          : core core.table options result session run folder advice dataset teach teach.regions evaluation \
		                   workflow
		cli              : core core.table model options result session run folder advice dataset teach teach.regions evaluation \
		                   workflow
		plugin.choose    : core core.table advisor advisor.need advisor.question ij.convert options \
		                   result run advice evaluation workflow plugin plugin.layout
		plugin.teach     : core ij.draw options teach teach.learn workflow plugin plugin.layout
		plugin.review    : core core.table ij.convert ij.draw options run folder review plugin plugin.layout
		plugin.models    : core ij.convert options draft preview run session workflow plugin plugin.layout
		""");

	/**
	 * Each library and the rooms or classes that may name it. Where several lines fit a name,
	 * all of them hold. Only {@code java.*} needs no line.
	 */
	static final Map<String, List<String>> LIBRARIES = table("""
		ai.djl                    : engine
		ai.onnxruntime            : engine
		org.scijava               : command
		ij                        : ij.convert ij.draw ij.files ij.annotation result session run preview review folder advice \
		                            dataset teach teach.regions evaluation.source evaluation.report workflow plugin \
		                            plugin.choose plugin.models plugin.teach plugin.review plugin.layout command cli
		javax.imageio             : annotation annotation.coco annotation.files ij.files result folder \
		                            evaluation.report
		com.sun.management        : pipeline.tiles folder
		java.awt                  : annotation.coco annotation.files ij.convert ij.draw ij.files ij.annotation \
		                            result run preview folder evaluation.report plugin plugin.choose plugin.models \
		                            plugin.teach plugin.review plugin.layout cli
		ij.plugin.frame.RoiManager: result.Delivery
		ij.plugin.frame.Recorder  : plugin plugin.choose plugin.teach
		ij.gui.GenericDialog      : plugin plugin.choose plugin.models plugin.layout
		javax.swing               : plugin plugin.choose plugin.models plugin.teach plugin.review
		javax.xml                 : annotation.files
		org.snakeyaml             : model.format annotation.files
		com.google.gson           : model.format annotation annotation.coco annotation.files result review folder advice \
		                            evaluation.source evaluation
		""");

	/** Who may open a window, write to a log or print. */
	static final List<String> SHOW =
		List.of("result.Delivery", "plugin", "plugin.choose", "plugin.models", "plugin.teach",
			"plugin.review", "command", "cli");

	private Rooms() {}

	private static Map<String, List<String>> table(String lines) {
		Map<String, List<String>> table = new LinkedHashMap<>();
		for (String line : lines.strip().split("\n")) {
			String[] sides = line.split(":", 2);
			List<String> right = List.of(sides[1].strip().split("\\s+"));
			table.put(sides[0].strip(), sides[1].isBlank() ? List.of() : right);
		}
		return table;
	}
}
