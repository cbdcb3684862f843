package triptych.session;

import java.util.LinkedHashMap;
import java.util.Map;

import triptych.engine.Devices;
import triptych.options.CommandSpec;

/** What a result was made with, for its Info property and its JSON. */
public final class Provenance {

	private Provenance() {}

	public static Map<String, String> of(ModelCache.Opened opened, long milliseconds) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("triptych", version());
		facts.put("model", opened.spec().name());
		facts.put("sha256", opened.sha256());
		opened.stuff().ifPresent(stuff -> facts.put("stuff-sha256", stuff.sha256()));
		opened.classifier()
			.ifPresent(other -> facts.put("classifier-sha256", other.sha256()));
		facts.put("device", opened.model().device());
		String note = opened.model().deviceNote();
		if (!note.isEmpty()) facts.put("device-note", note);
		facts.put("onnxruntime", Devices.runtimeVersion());
		facts.put("milliseconds", String.valueOf(milliseconds));
		return facts;
	}

	/** Version of the jar that runs, "development" where it runs from classes. */
	public static String version() {
		String version = Provenance.class.getPackage().getImplementationVersion();
		return version == null ? "development" : version;
	}

	/** Lines for the Info of an image: the macro line, then a line a fact. */
	public static String info(CommandSpec command, Map<String, String> keys,
		Map<String, String> provenance)
	{
		StringBuilder text = new StringBuilder(command.macro(keys) + "\n");
		provenance.forEach((k, v) -> text.append(k).append(": ").append(v).append('\n'));
		return text.toString();
	}
}
